import type { Network } from '../network.ts';
import { blueskyAddresses } from './addresses.ts';
import { BLUESKY_PRICES, blueskyProfile } from './profile.ts';

/** The static facts about Bluesky. */
export const blueskyNetwork: Network = {
  name: 'Bluesky',
  profile: ({ prices }) => blueskyProfile({ prices: { ...BLUESKY_PRICES, ...prices } }),
  prices: BLUESKY_PRICES,
  // A thread is one request; 5,000 points per hour at 3 per post (docs.bsky.app, "Rate limits").
  pace: { postMs: 50, mediaMs: 1500, window: { posts: 1_666, ms: 60 * 60_000 } },
  credentials: [
    {
      kind: 'app-password',
      isRenewed: true,
      about: 'a handle and an app password',
      endedAt: 'at https://bsky.app/settings/app-passwords',
      needs: ['IDENTIFIER', 'APP_PASSWORD'],
      open: ['IDENTIFIER'],
    },
  ],
  addresses: blueskyAddresses,
  refusesRepeatsForMs: 0,
  // Not `content_warning`: a Bluesky label describes the images, and free text can't be mapped to it.
  honours: ['reply_settings', 'reply_to'],
  replySettings: ['everyone', 'nobody', 'following', 'followers', 'mentioned'],
};
