import type { NetworkId } from '../../drafts/network-id.ts';
import { NETWORKS } from '../../networks/networks.ts';

/** Returns a network's display name: `Bluesky`. */
export const networkName = (network: NetworkId): string => NETWORKS[network].name;
