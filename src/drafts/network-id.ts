/** The networks that a draft can name, in display order. */
export const NETWORK_IDS = ['x', 'bluesky', 'mastodon'] as const;

export type NetworkId = (typeof NETWORK_IDS)[number];

/** Makes a table with one entry per network. */
export function eachNetwork<T>(make: (network: NetworkId) => T): Record<NetworkId, T> {
  return Object.fromEntries(NETWORK_IDS.map((network) => [network, make(network)])) as Record<NetworkId, T>;
}
