import { graphemeCount, graphemeTotals } from '../../text/graphemes.ts';
import type { Prices, Profile } from '../../threads/profile.ts';
import { writtenLinks } from '../written-links.ts';
import { tagsAndMentions } from './rich-text.ts';
import { shownUrl } from './shown-url.ts';

/** The limits of a post record: lexicon `app.bsky.feed.post` (maxGraphemes 300, maxLength 3000 bytes). */
export const BLUESKY_LIMITS = { graphemes: 300, bytes: 3000 } as const;

/** Posting is free. */
export const BLUESKY_PRICES: Prices = { post: 0, postWithUrl: 0, altText: 0 };

/** Options of a Bluesky profile. */
export type BlueskyProfileOptions = {
  readonly prices?: Prices;
  /** For tests: a different limit in graphemes. */
  readonly limit?: number;
};

/**
 * Bluesky's pure profile: counts graphemes and UTF-8 bytes, links words by facets. Images: at most 4 per post of 1,000,000
 * bytes each, which every PDS accepts (2,000,000 only since 2026-04). The lexicon does not limit alt text; 2,000 is the limit
 * of common clients.
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
    // Every PDS accepts almost a million bytes; newer ones up to two. Only a GIF's first frame is shown.
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
