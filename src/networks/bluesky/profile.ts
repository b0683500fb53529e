import { graphemeCount, graphemeTotals } from '../../text/graphemes.ts';
import type { Prices, Profile } from '../../threads/profile.ts';
import { writtenLinks } from '../written-links.ts';
import { tagsAndMentions } from './rich-text.ts';
import { shownUrl } from './shown-url.ts';

/** A post record's limits: lexicon `app.bsky.feed.post` (maxGraphemes 300, maxLength 3000 bytes). */
export const BLUESKY_LIMITS = { graphemes: 300, bytes: 3000 } as const;

/** Nothing costs money. */
export const BLUESKY_PRICES: Prices = { post: 0, postWithUrl: 0, altText: 0 };

/** What a Bluesky account brings along. */
export type BlueskyProfileOptions = {
  readonly prices?: Prices;
  /** For tests: another limit in graphemes. */
  readonly limit?: number;
};

/**
 * Bluesky's pure half: graphemes and UTF-8 bytes, links as facets on the words. Images: at
 * most 4 a post of 1,000,000 bytes each, which every PDS takes (2,000,000 only those of 2026-04 and later); alt text has
 * no limit in the lexicon, 2,000 is what clients hold to.
 */
export function blueskyProfile({
  limit = BLUESKY_LIMITS.graphemes,
  prices = BLUESKY_PRICES,
}: BlueskyProfileOptions = {}): Profile {
  return {
    network: 'bluesky',
    name: 'Bluesky',
    unit: 'graphemes',
    limit,
    limitBytes: limit * 10,
    linkStyle: 'facets',
    // Every PDS takes less than a million bytes; newer ones up to two. It shows a GIF's first frame only.
    media: {
      perPost: 4,
      altLength: 2000,
      imageBytes: 999_999,
      imageTypes: ['image/jpeg', 'image/png', 'image/webp'],
      // Lexicon `app.bsky.embed.video`: 50,000,000 bytes at first, more since; 3 minutes are processed.
      video: { types: ['video/mp4'], bytes: 50_000_000, seconds: { most: 180 }, altLength: 1000 },
    },
    prices,
    linkCost: 0,
    measure: graphemeCount,
    totals: graphemeTotals,
    links: writtenLinks,
    shownUrl,
    targets: tagsAndMentions,
  };
}
