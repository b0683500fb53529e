import type { Finding } from '../../drafts/finding.ts';
import { calendarDate } from '../../drafts/front-matter/dates.ts';
import type { YamlValue } from '../../drafts/front-matter/read-yaml.ts';
import { summaryFinding } from '../finding-codes.ts';
import type { BlogPost, OutDays } from './blog-post.ts';
import type { PostFields } from './post-fields.ts';

type Sign = {
  /** In lower case; `build.render` is a nested key. */
  readonly keys: readonly string[];
  readonly values: readonly string[];
  readonly reason: string;
};

const YES = ['true', 'yes', 'on', '1'] as const;
const NO = ['false', 'no', 'off', '0'] as const;

/** Settings that tell generators not to publish a post, one row each; keys and values in any case. */
export const HELD_BACK: readonly Sign[] = [
  {
    keys: ['draft', 'drafts', 'isdraft', 'is_draft', 'wip', 'unpublished'],
    values: YES,
    reason: 'Hugo, Zola, Astro, Docusaurus and most Next.js and Eleventy blogs',
  },
  {
    keys: ['published', 'ispublished', 'is_published', 'publish'],
    values: NO,
    reason: 'Jekyll, Hexo, Gatsby and Obsidian; elsewhere the key holds a date',
  },
  {
    keys: ['status'],
    values: ['draft', 'private', 'unpublished', 'pending', 'future', 'scheduled', 'trash', 'skip', 'wip'],
    reason: 'Pelican, and exports of WordPress and Ghost',
  },
  { keys: ['visibility'], values: ['private', 'draft'], reason: 'exports of WordPress and Ghost' },
  { keys: ['permalink', 'url'], values: ['false'], reason: 'Eleventy writes no page for it' },
  {
    keys: ['build.render', '_build.render'],
    values: ['never', 'link', ...NO],
    reason: 'Hugo writes no page for it: https://gohugo.io/content-management/build-options/',
  },
  { keys: ['headless'], values: YES, reason: 'Hugo writes no page for a headless bundle' },
  { keys: ['render'], values: NO, reason: 'Zola writes no page for it' },
];

/**
 * Keys for the day from which a post is published, in lower case: Hugo's `publishDate` and its aliases, and others' names for
 * it.
 */
const FROM_KEYS = [
  'publishdate',
  'pubdate',
  'published',
  'publish_date',
  'publishedat',
  'published_at',
  'publish_at',
  'publishon',
  'scheduledat',
];
/** Keys for the day on which Hugo unpublishes a post. */
const UNTIL_KEYS = ['expirydate', 'unpublishdate', 'expires', 'expiry_date', 'expiresat'];

/** Folders and files that generators ignore. */
const HELD_PLACES: readonly { readonly place: RegExp; readonly shown: string; readonly reason: string }[] = [
  { place: /(?:^|\/)_drafts\//, shown: '_drafts/', reason: 'Jekyll and Hexo keep drafts there' },
  {
    place: /(?:^|\/)src\/(?:content|pages)\/(?:.*\/)?_[^/]*(?:\/|$)/,
    shown: 'the underscore before its name',
    reason: 'Astro passes over names with an underscore',
  },
];

/** Returns the line of the front matter that keeps a post unpublished, as `draft: true`; `undefined` if none does. */
export function unpublishedBy(fields: PostFields, path: string | null = null): string | undefined {
  for (const { keys, values } of HELD_BACK) {
    for (const key of keys) {
      const found = valueAt(fields, key);
      if (found !== undefined && values.includes(found.value.trim().toLowerCase()))
        return `${found.key}: ${found.value.trim()}`;
    }
  }
  return HELD_PLACES.find(({ place }) => path !== null && place.test(path))?.shown;
}

/** Reads the days from which and until which a post is published. */
export function outDays(fields: PostFields): OutDays {
  const dayAt = (keys: readonly string[]): { day: string; line: string } | undefined => {
    for (const name of keys) {
      const found = valueAt(fields, name);
      const day = found === undefined ? undefined : calendarDate(found.value.trim());
      if (found !== undefined && day !== undefined)
        return { day, line: `${found.key}: ${found.value.trim()}` };
    }
    return undefined;
  };
  const from = dayAt(FROM_KEYS);
  const until = dayAt(UNTIL_KEYS);
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** Returns a value by its lower-case path, with the key as written. */
function valueAt(fields: PostFields, path: string): { key: string; value: string } | undefined {
  let value: YamlValue = fields;
  const keys: string[] = [];
  for (const part of path.split('.')) {
    if (!(value instanceof Map)) return undefined;
    const entry: readonly [string, YamlValue] | undefined = [...(value as PostFields)].find(
      ([key]) => key.toLowerCase() === part,
    );
    if (entry === undefined) return undefined;
    keys.push(entry[0]);
    value = entry[1];
  }
  return typeof value === 'string' ? { key: keys.join('.'), value } : undefined;
}

/** Makes the finding that a post is not published yet. */
export function notOut(why: string, next = 'publish the post first'): Finding {
  return summaryFinding('post-unpublished', { line: 1, column: 1 }, `${why}; ${next}`);
}

/**
 * Marks a post as unpublished before its first day, when Jekyll and Hugo make no page for it, and after its last day.
 *
 * @param today - the calendar date in the user's zone, `2026-01-31`
 */
export function heldUntilItsDay(post: BlogPost, today: string): BlogPost {
  const { date, unpublished, findings, outDays: { from, until } = {} } = post;
  if (unpublished !== undefined) return post;
  const held = (line: string, finding: Finding): BlogPost => ({
    ...post,
    unpublished: line,
    findings: [finding, ...findings],
  });
  if (until !== undefined && until.day <= today)
    return held(
      until.line,
      notOut(
        `\`${until.line}\` unpublished the post, so a link to it leads nowhere`,
        'change the date first',
      ),
    );
  if (from !== undefined && from.day > today)
    return held(
      from.line,
      notOut(`\`${from.line}\` is in the future, and the blog doesn't show the post before`),
    );
  if (date === undefined || date <= today) return post;
  return held(
    `date: ${date}`,
    notOut(`the post's date, ${date}, is in the future, and most blogs don't show it before`),
  );
}
