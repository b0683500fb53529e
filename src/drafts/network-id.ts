/** The networks a draft can name, in the order in which they are shown. */
export const NETWORK_IDS = ['x', 'bluesky', 'mastodon'] as const;

/** One of the networks that Threadmill speaks. */
export type NetworkId = (typeof NETWORK_IDS)[number];

/** A table with one entry a network. */
export function eachNetwork<T>(make: (network: NetworkId) => T): Record<NetworkId, T> {
  return Object.fromEntries(NETWORK_IDS.map((network) => [network, make(network)])) as Record<NetworkId, T>;
}
