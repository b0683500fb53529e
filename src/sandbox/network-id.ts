/** The networks that the sandbox behaves like, in the order in which its page shows them. */
export const SANDBOX_NETWORKS = ['x', 'bluesky', 'mastodon'] as const;

/** The id of a network in the sandbox. */
export type SandboxNetwork = (typeof SANDBOX_NETWORKS)[number];

/** What a request does, on any network: what faults are aimed at. */
export type CallKind = 'publish' | 'read' | 'remove' | 'media' | 'login';
