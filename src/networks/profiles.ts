import { NETWORK_IDS, type NetworkId } from '../drafts/network-id.ts';
import type { Prices, Profile } from '../threads/profile.ts';
import { blueskyProfile } from './bluesky/profile.ts';
import { mastodonProfile } from './mastodon/profile.ts';
import { X_PRICES, xProfile } from './x/profile.ts';

/** What an account or a configuration changes about a network's profile. */
export type ProfileOptions = {
  readonly premium?: boolean;
  /** Replaces the dated default prices, one by one. */
  readonly prices?: Partial<Prices>;
};

/** How fast a network takes posts, for telling how long a thread will take. */
export type Pace = {
  /** One post, answer included; ms. */
  readonly postMs: number;
  /** One image with its alt text, ms. */
  readonly mediaMs: number;
  /** The largest burst: so many posts in so many ms. */
  readonly window: { readonly posts: number; readonly ms: number };
};

/** What can be known about a network without talking to it. */
export type NetworkFacts = { readonly profile: (options: ProfileOptions) => Profile; readonly pace: Pace };

/** The networks that threads can be built for. A network is added by one row. */
export const PROFILES: Readonly<Record<NetworkId, NetworkFacts>> = {
  x: {
    profile: ({ premium = false, prices }) => xProfile({ premium, prices: { ...X_PRICES, ...prices } }),
    // A request is answered in about a second; POST /2/tweets takes 100 in 15 minutes (docs.x.com, "Rate limits").
    pace: { postMs: 1000, mediaMs: 1500, window: { posts: 100, ms: 15 * 60_000 } },
  },
  bluesky: {
    profile: () => blueskyProfile(),
    // A thread is one request; 5,000 points an hour at 3 a post (docs.bsky.app, "Rate limits").
    pace: { postMs: 50, mediaMs: 1500, window: { posts: 1_666, ms: 60 * 60_000 } },
  },
  mastodon: {
    profile: () => mastodonProfile(),
    // 300 statuses in 3 hours (docs.joinmastodon.org, "Rate limits").
    pace: { postMs: 1000, mediaMs: 2000, window: { posts: 300, ms: 3 * 60 * 60_000 } },
  },
};

/** The networks that threads can be built for, in the order in which they are shown. */
export const PROFILED_NETWORKS: readonly NetworkId[] = NETWORK_IDS;
