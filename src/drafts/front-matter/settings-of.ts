import type { Position } from '../finding.ts';
import type { Kind } from '../kind.ts';
import { NETWORK_IDS, type NetworkId } from '../network-id.ts';
import type { DraftTerms, NetworkSettings, Settings, ThreadSettings } from '../settings.ts';
import { TERM_ROWS } from '../unhonoured-terms.ts';
import { canonicalOf } from './canonical.ts';
import type { ReadFrontMatter } from './read-front-matter.ts';
import type { FrontMatter, NetworkBlock } from './schema.ts';

const COMMON = { footnotes: 'end', numbering: 'none', style: 'tidy', separator: 'cut' } as const;

/**
 * The defaults of each kind. Authors write updates, papers and posts line by line; editors often wrap articles and round-ups,
 * so that their single newlines mean nothing.
 */
export const KIND_DEFAULTS: Record<Kind, ThreadSettings> = {
  update: { ...COMMON, lineBreaks: 'unwrap' },
  paper: { ...COMMON, lineBreaks: 'unwrap' },
  post: { ...COMMON, lineBreaks: 'unwrap' },
  links: { ...COMMON, lineBreaks: 'join' },
  article: { ...COMMON, lineBreaks: 'join' },
};

/** Merges a draft's front matter with the defaults of its kind. */
export function settingsOf(
  { values, networks, places }: ReadFrontMatter,
  kind: Kind,
  siteUrl: string | undefined,
): Settings {
  const canonical = canonicalOf(values, siteUrl);
  const cover = coverOf(values);
  const accountsAt = places.get('accounts');
  return {
    ...KIND_DEFAULTS[kind],
    ...threadSettings(values),
    ...termsOf(values),
    tags: values.tags ?? [],
    silence: values.silence ?? [],
    perNetwork: perNetwork(networks),
    ...placesOf(places),
    ...(values.date === undefined ? {} : { date: values.date }),
    ...(values.language === undefined ? {} : { language: values.language }),
    ...(values.summary ? { summary: values.summary } : {}),
    ...(canonical === undefined ? {} : { canonical }),
    ...(values.networks === undefined ? {} : { networks: values.networks }),
    ...(values.accounts === undefined ? {} : { accounts: values.accounts }),
    ...(values.accounts === undefined || accountsAt === undefined ? {} : { accountsAt }),
    ...(values.publish_at === undefined ? {} : { publishAt: values.publish_at }),
    ...(values.late === undefined ? {} : { late: values.late }),
    ...(cover === undefined ? {} : { cover }),
  };
}

function coverOf({ cover, cover_alt }: FrontMatter): { path: string; alt: string } | undefined {
  if (cover === undefined) return undefined;
  if (typeof cover === 'string') return { path: cover, alt: cover_alt ?? '' };
  return { path: cover.path, alt: cover_alt ?? cover.alt };
}

function perNetwork(blocks: Partial<Record<NetworkId, NetworkBlock>>): Settings['perNetwork'] {
  const settings: Partial<Record<NetworkId, NetworkSettings>> = {};
  for (const network of NETWORK_IDS) {
    const block = blocks[network];
    if (block !== undefined) settings[network] = { ...threadSettings(block), ...termsOf(block) };
  }
  return settings;
}

function termsOf(block: NetworkBlock): DraftTerms {
  const { open_with: openWith, reply_settings: replySettings, visibility } = block;
  const { made_with_ai: ai, paid_partnership: paid, content_warning: contentWarning, sensitive } = block;
  const { reply_to: replyTo } = block;
  return {
    ...(openWith === undefined ? {} : { openWith }),
    ...(replySettings === undefined ? {} : { replySettings }),
    ...(ai === undefined ? {} : { madeWithAi: ai === 'yes' }),
    ...(paid === undefined ? {} : { paidPartnership: paid === 'yes' }),
    ...(contentWarning ? { contentWarning } : {}),
    ...(sensitive === undefined ? {} : { sensitive: sensitive === 'yes' }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

/** The places of keys that some target may not support. */
function placesOf(places: ReadonlyMap<string, Position>): Pick<Settings, 'places'> {
  const found = [...places].filter(([key]) => TERMS.has(key.split('.').at(-1) ?? ''));
  return found.length === 0 ? {} : { places: Object.fromEntries(found) };
}

const TERMS: ReadonlySet<string> = new Set(Object.keys(TERM_ROWS));

function threadSettings(block: NetworkBlock): Partial<ThreadSettings> {
  const { footnotes, numbering, line_breaks: lineBreaks, style, separator } = block;
  return {
    ...(footnotes === undefined ? {} : { footnotes }),
    ...(numbering === undefined ? {} : { numbering }),
    ...(lineBreaks === undefined ? {} : { lineBreaks }),
    ...(style === undefined ? {} : { style }),
    ...(separator === undefined ? {} : { separator }),
  };
}
