import { smallestSize } from '../../src/app/summaries/summary-size.ts';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';

/** What a post holds on each network. */
export const SIZES = {
  x: smallestSize([xProfile({})], ''),
  bluesky: smallestSize([blueskyProfile()], ''),
  mastodon: smallestSize([mastodonProfile()], ''),
} as const;
