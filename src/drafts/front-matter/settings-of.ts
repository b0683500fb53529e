import type { Kind } from '../kind.ts';
import { NETWORK_IDS, type NetworkId } from '../network-id.ts';
import type { Settings, ThreadSettings } from '../settings.ts';
import { canonicalOf } from './canonical.ts';
import type { ReadFrontMatter } from './read-front-matter.ts';
import type { FrontMatter, NetworkBlock } from './schema.ts';

const COMMON = { footnotes: 'end', numbering: 'none', style: 'tidy', separator: 'cut' } as const;

/**
 * What holds for a kind where the front matter says nothing. Updates, papers and posts are written line by line;
 * articles and round-ups are often wrapped by an editor, so that their single newlines mean nothing.
 */
export const KIND_DEFAULTS: Record<Kind, ThreadSettings> = {
  update: { ...COMMON, lineBreaks: 'unwrap' },
  paper: { ...COMMON, lineBreaks: 'unwrap' },
  post: { ...COMMON, lineBreaks: 'unwrap' },
  links: { ...COMMON, lineBreaks: 'join' },
  article: { ...COMMON, lineBreaks: 'join' },
};

/** A draft's settings: its front matter over the defaults of its kind. */
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
    tags: values.tags ?? [],
    silence: values.silence ?? [],
    perNetwork: perNetwork(networks),
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
  const settings: Partial<Record<NetworkId, Partial<ThreadSettings>>> = {};
  for (const network of NETWORK_IDS) {
    const block = blocks[network];
    if (block !== undefined) settings[network] = threadSettings(block);
  }
  return settings;
}

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
