import { NETWORK_IDS, type NetworkId } from '../drafts/network-id.ts';
import type { AccountKey } from './account-options.ts';
import { NETWORKS } from './networks.ts';

/** A key that only one network's accounts have. */
export type OwnedKey = AccountKey & { readonly key: string; readonly network: NetworkId };

/** The keys that only accounts of one network have in the settings, of all networks. */
export const OWNED_KEYS: readonly OwnedKey[] = NETWORK_IDS.flatMap((network) =>
  Object.entries(NETWORKS[network].accountKeys ?? {}).map(([key, facts]) => ({ ...facts, key, network })),
);

/** Whether accounts of a network can have this key: it is theirs, or not specific to a network. */
export function hasKey(network: NetworkId, key: string): boolean {
  const owned = OWNED_KEYS.filter((one) => one.key === key);
  return owned.length === 0 || owned.some((one) => one.network === network);
}
