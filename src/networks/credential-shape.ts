/** One way for an account to authenticate. Secrets are named by their variable suffixes: `API_KEY`. */
export type CredentialWay = {
  /** A stable name for the network's loader: `oauth1`, `token`. */
  readonly kind: string;
  /** For the user: `four keys`. */
  readonly about: string;
  readonly needs: readonly [string, ...string[]];
  /** Optional values. */
  readonly may?: readonly string[];
  /** Values that are not secret and may be shown. */
  readonly open?: readonly string[];
  /** Logging in gives expiring tokens, which must be renewed and stored. */
  readonly isRenewed?: true;
  /** Its access expires after this time, in ms, and can't be renewed. */
  readonly endsAfterMs?: number;
  /** Where the user revokes them on the network, after Threadmill has removed them. */
  readonly endedAt?: string;
  /** The value that identifies the app, whose rate windows several accounts may share. */
  readonly app?: string;
};

/** The ways of a network, from the longest-lasting to the simplest to start with. */
export type CredentialShape = readonly [CredentialWay, ...CredentialWay[]];
