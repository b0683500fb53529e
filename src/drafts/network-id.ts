/** The networks a draft can name, in the order in which they are shown. */
export const NETWORK_IDS = ['x', 'bluesky', 'mastodon'] as const;

/** One of the networks that Threadmill speaks. */
export type NetworkId = (typeof NETWORK_IDS)[number];
