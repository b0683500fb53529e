import type { NetworkId } from '../drafts/network-id.ts';
import { blueskyNetwork } from './bluesky/network.ts';
import { mastodonNetwork } from './mastodon/network.ts';
import type { Network } from './network.ts';
import { xNetwork } from './x/network.ts';

/**
 * The networks that threads can be built for. A network is one folder, its id, this row, and the row of its client in
 * `compose.ts`; nothing outside its folder knows anything specific to it.
 */
export const NETWORKS: Readonly<Record<NetworkId, Network>> = {
  x: xNetwork,
  bluesky: blueskyNetwork,
  mastodon: mastodonNetwork,
} satisfies Record<NetworkId, Network>;
