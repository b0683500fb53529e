import type { Network } from '../network.ts';
import { mastodonAddresses } from './addresses.ts';
import { MASTODON_PRICES, mastodonProfile } from './profile.ts';

/** The static facts about Mastodon. */
export const mastodonNetwork: Network = {
  name: 'Mastodon',
  profile: ({ prices, limits }) => mastodonProfile({ ...limits, prices: { ...MASTODON_PRICES, ...prices } }),
  prices: MASTODON_PRICES,
  // 300 statuses in 3 hours (docs.joinmastodon.org, "Rate limits").
  pace: { postMs: 1000, mediaMs: 2000, window: { posts: 300, ms: 3 * 60 * 60_000 } },
  credentials: [
    {
      kind: 'token',
      about: 'a token',
      needs: ['TOKEN'],
      // Those of the app that a login registered; they can revoke its token.
      may: ['CLIENT_ID', 'CLIENT_SECRET'],
      open: ['CLIENT_ID'],
      endedAt:
        'on your instance, under Preferences, Account, Authorised apps, or Development for a token of your own',
    },
  ],
  addresses: mastodonAddresses,
  accountKeys: {
    replies_visibility: {
      about:
        'Mastodon: who sees the posts after the first of a public thread. `unlisted` by default, which keeps them out of the public timelines.',
      accepts: ['public', 'unlisted'],
    },
  },
  refusesRepeatsForMs: 0,
  honours: ['content_warning', 'sensitive', 'visibility', 'reply_to'],
  serversDiffer: true,
};
