import type { NetworkId } from '../../drafts/network-id.ts';
import { NETWORKS } from '../../networks/networks.ts';

/** A network's name as its users write it, for the shells: `Bluesky`. */
export const networkName = (network: NetworkId): string => NETWORKS[network].name;
