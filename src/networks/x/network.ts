import type { Network } from '../network.ts';
import { xAddresses } from './addresses.ts';
import { X_PRICES, xProfile } from './profile.ts';

/** The static facts about X. */
export const xNetwork: Network = {
  name: 'X',
  profile: ({ options, prices }) =>
    xProfile({ premium: options?.['premium'] === true, prices: { ...X_PRICES, ...prices } }),
  prices: X_PRICES,
  // A request takes about a second; POST /2/tweets allows 100 in 15 minutes (docs.x.com, "Rate limits").
  pace: { postMs: 1000, mediaMs: 1500, window: { posts: 100, ms: 15 * 60_000 } },
  credentials: [
    {
      kind: 'oauth1',
      about: 'four keys',
      endedAt: 'in the developer console (https://console.x.com), under “Keys and tokens”',
      needs: ['API_KEY', 'API_SECRET', 'ACCESS_TOKEN', 'ACCESS_SECRET'],
      app: 'API_KEY',
    },
    {
      kind: 'renewed',
      isRenewed: true,
      about: 'a refresh token',
      endedAt: 'at https://x.com/settings/connected_apps',
      needs: ['CLIENT_ID', 'REFRESH_TOKEN'],
      may: ['CLIENT_SECRET'],
      open: ['CLIENT_ID'],
      app: 'CLIENT_ID',
    },
    {
      kind: 'token',
      about: 'a token',
      needs: ['TOKEN'],
      endedAt: 'at https://x.com/settings/connected_apps',
      endsAfterMs: 2 * 60 * 60_000,
    },
  ],
  addresses: xAddresses,
  accountKeys: { premium: { about: 'X Premium: a post may have 25,000 characters.', accepts: 'boolean' } },
  // Users measured "up to 12 hours, fluctuates"; X gives no figure.
  refusesRepeatsForMs: 12 * 60 * 60_000,
  honours: ['reply_settings', 'made_with_ai', 'paid_partnership', 'reply_to'],
  replySettings: ['everyone', 'following', 'mentioned', 'subscribers', 'verified'],
};
