import { NETWORK_IDS, type NetworkId } from '../../drafts/network-id.ts';
import { NETWORKS } from '../../networks/networks.ts';
import type { Profile } from '../../threads/profile.ts';

/** The networks that a text can be counted for. */
export const MEASURED_NETWORKS: readonly NetworkId[] = NETWORK_IDS;

/** The length of a text as one network counts it, in the network's own unit. */
export type TextCount = Pick<Profile, 'network' | 'limit' | 'unit'> & { readonly length: number };

/** How a network measures a text, in its own unit. */
export const measureOf = (network: NetworkId): Profile['measure'] => NETWORKS[network].profile({}).measure;

/** Counts a text on each network. */
export function countText(text: string, networks: readonly NetworkId[]): TextCount[] {
  return networks.map((id) => {
    const { network, unit, limit, measure } = NETWORKS[id].profile({});
    return { network, length: measure(text), limit, unit };
  });
}
