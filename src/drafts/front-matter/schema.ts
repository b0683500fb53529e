import * as z from 'zod/mini';
import { KINDS } from '../kind.ts';
import { NETWORK_IDS } from '../network-id.ts';
import { REPLY_SETTINGS, type ReplySetting, VISIBILITIES } from '../settings.ts';
import { calendarDate, publishTime } from './dates.ts';

/** Text in one line; rejects lists and blocks of keys. */
const line = z.pipe(
  z.string(),
  z.transform((text: string) => text.replace(/\s+/g, ' ').trim()),
);
/** A list, or one comma-separated text. */
const names = z.pipe(
  z.union([
    z.array(z.string()),
    z.pipe(
      z.string(),
      z.transform((text: string) => text.split(',')),
    ),
  ]),
  z.transform((list: string[]) => list.map((name) => name.trim()).filter((name) => name !== '')),
);
/** Makes a schema for text that `convert` accepts. */
const converted = (convert: (written: string) => string | undefined) =>
  z.pipe(
    z.string(),
    z.transform((written: string, context) => {
      const value = convert(written);
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', message: 'not accepted', input: written });
      return z.NEVER;
    }),
  );
const matching = (pattern: RegExp) => z.string().check(z.trim(), z.regex(pattern));

/** Keys for the look of a thread: accepted at the top level, and in a network's block. */
const threadShape = {
  footnotes: z.enum(['end', 'post', 'inline', 'none']),
  numbering: z.enum(['none', '1/7', '(1/7)', '1.']),
  line_breaks: z.enum(['keep', 'join']),
  style: z.enum(['tidy', 'tight']),
  separator: z.enum(['cut', 'text']),
};

const yesOrNo = converted((written) => {
  if (/^(?:true|yes|on)$/i.test(written.trim())) return 'yes';
  return /^(?:false|no|off)$/i.test(written.trim()) ? 'no' : undefined;
});

/** Requests to a network besides the words: accepted at the top level, and in a network's block. */
const termShape = {
  open_with: z.enum(['title', 'text']),
  reply_settings: z.pipe(
    z.pipe(
      z.string(),
      z.transform(
        (written: string) => REPLY_NAMES[written.trim().toLowerCase()] ?? written.trim().toLowerCase(),
      ),
    ),
    z.enum(REPLY_SETTINGS),
  ),
  made_with_ai: yesOrNo,
  paid_partnership: yesOrNo,
  content_warning: line,
  sensitive: yesOrNo,
  visibility: z.pipe(
    z.pipe(
      z.string(),
      z.transform((written: string) => written.trim().toLowerCase()),
    ),
    z.enum(VISIBILITIES),
  ),
  reply_to: matching(/^(?:https?:\/\/[^\s/]+\/\S+|at:\/\/\S+)$/i),
};

/** The networks' own names for reply settings. */
const REPLY_NAMES: Readonly<Record<string, ReplySetting>> = {
  mentionedusers: 'mentioned',
  mention: 'mentioned',
  mentions: 'mentioned',
  follower: 'followers',
  none: 'nobody',
  all: 'everyone',
};

/** The keys of a network's block, all optional. */
export const networkSchema = z.partial(z.object({ ...threadShape, ...termShape }));

/** The keys of the front matter, all optional. Values are text, lists of text, and blocks. */
export const frontMatterSchema = z.partial(
  z.object({
    ...threadShape,
    ...termShape,
    title: line,
    kind: z.enum(KINDS),
    tags: names,
    date: z.union([
      converted(calendarDate),
      // Material for MkDocs uses `date: { created: …, updated: … }`.
      z.pipe(
        z.map(z.string(), z.unknown()),
        z.transform((map: Map<string, unknown>, context) => {
          const created = map.get('created');
          const date = typeof created === 'string' ? calendarDate(created) : undefined;
          if (date !== undefined) return date;
          context.issues.push({ code: 'custom', message: 'not accepted', input: map });
          return z.NEVER;
        }),
      ),
    ]),
    language: z.pipe(
      matching(/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i),
      z.transform((tag: string) => tag.replaceAll('_', '-')),
    ),
    summary: line,
    canonical: matching(/^(?:https?:\/\/[^\s/]\S*|\/\S*)$/i),
    permalink: matching(/^\S+$/),
    slug: matching(/^[^\s?#]+$/),
    layout: line,
    networks: z.pipe(
      z.pipe(
        names,
        z.transform((list: string[]) => list.map((name) => name.toLowerCase())),
      ),
      z.array(z.enum(NETWORK_IDS)),
    ),
    accounts: names,
    publish_at: converted(publishTime),
    late: z.enum(['post', 'skip', 'ask']),
    cover: z.union([
      z.string().check(z.trim(), z.minLength(1)),
      // Hugo's themes use `cover: { image: …, alt: … }`.
      z.pipe(
        z.map(z.string(), z.unknown()),
        z.transform((map: Map<string, unknown>, context) => {
          const path = map.get('image') ?? map.get('src') ?? map.get('path');
          const alt = map.get('alt');
          if (typeof path === 'string') return { path, alt: typeof alt === 'string' ? alt : '' };
          context.issues.push({ code: 'custom', message: 'not accepted', input: map });
          return z.NEVER;
        }),
      ),
    ]),
    cover_alt: line,
    silence: names,
  }),
);

export type FrontMatter = z.infer<typeof frontMatterSchema>;
export type NetworkBlock = z.infer<typeof networkSchema>;
/** A key of the front matter that has its own value. */
export type FrontMatterKey = keyof FrontMatter & string;
/** A key that a network's block can override. */
export type NetworkKey = keyof NetworkBlock & string;

// Not Intl.ListFormat: loading its data takes a fifth of a cold start.
const NAMED = NETWORK_IDS.map((id) => `\`${id}\``)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ', and ');

/** What each key accepts, for messages. */
export const ACCEPTED: Record<FrontMatterKey, string> = {
  footnotes: '`end`, `post`, `inline` or `none`',
  numbering: '`none`, `1/7`, `(1/7)` or `1.`',
  line_breaks: '`keep` or `join`',
  style: '`tidy` or `tight`',
  separator: '`cut` or `text`',
  open_with: '`title` or `text`',
  reply_settings: '`everyone`, `following`, `followers`, `mentioned`, `subscribers`, `verified` or `nobody`',
  made_with_ai: '`true` or `false`',
  paid_partnership: '`true` or `false`',
  content_warning: 'text',
  sensitive: '`true` or `false`',
  visibility: '`public`, `unlisted` or `private`',
  reply_to: 'the URL of a post of your own',
  title: 'text',
  kind: '`update`, `paper`, `links`, `article` or `post`',
  tags: 'a list, or text with commas: `a, b`',
  date: '`2026-02-03` or `Feb 3, 2025`; without a date, `summarize --since` leaves the text out',
  language: 'a language tag such as `en` or `pt-BR`',
  summary: 'text',
  canonical: 'an https:// URL, or a path that starts with /',
  permalink: 'a path such as `/blog/name`, or a URL',
  slug: 'a name such as `my-post`',
  layout: 'text',
  networks: `${NAMED}, as a list or with commas`,
  accounts: 'names of accounts, as a list or with commas',
  publish_at: '`next`, or a time such as `2026-02-03T09:00+01:00`',
  late: '`post`, `skip` or `ask`',
  cover: 'a path such as `/images/a.jpg`',
  cover_alt: 'text',
  silence: 'codes of findings, as a list or with commas',
};

/** Alternative names for keys, as used by blogs. */
export const ALIASES: Readonly<Record<string, FrontMatterKey>> = {
  description: 'summary',
  lang: 'language',
  canonical_url: 'canonical',
  canonicalUrl: 'canonical',
  canonicalURL: 'canonical',
  coverAlt: 'cover_alt',
};
