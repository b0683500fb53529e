import type { NetworkId } from '../../drafts/network-id.ts';
import type { AccountOptions } from '../../networks/account-options.ts';
import { NETWORKS } from '../../networks/networks.ts';
import { hasKey, OWNED_KEYS } from '../../networks/owned-keys.ts';
import { Refusal } from '../refusal.ts';

/** Returns the flag that sets a key of the settings: `--replies-visibility`. */
export const flagOf = (key: string): string => `--${key.replaceAll('_', '-')}`;

/** Refuses keys that accounts of the network don't have. @throws Refusal (usage) */
export function refuseForeign(options: AccountOptions, network: NetworkId): void {
  const foreign = Object.keys(options).find((key) => !hasKey(network, key));
  if (foreign === undefined) return;
  const owners = OWNED_KEYS.flatMap((one) => (one.key === foreign ? [NETWORKS[one.network].name] : []));
  const message = `${flagOf(foreign)} is only for accounts on ${owners.join(' and ')}, and this one is on ${NETWORKS[network].name}.`;
  throw new Refusal('usage', message);
}
