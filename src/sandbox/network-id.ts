/** The networks that the sandbox simulates, in the order of its page. */
export const SANDBOX_NETWORKS = ['x', 'bluesky', 'mastodon'] as const;

export type SandboxNetwork = (typeof SANDBOX_NETWORKS)[number];

/** What a request does, on any network: the scope for faults. */
export type CallKind = 'publish' | 'read' | 'remove' | 'media' | 'login';
