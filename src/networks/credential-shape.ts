/** One way in which an account shows who it is. Secrets are named by the ends of their variables: `API_KEY`. */
export type CredentialWay = {
  /** Stable, for the network's loader: `oauth1`, `token`. */
  readonly kind: string;
  /** For a person: `four keys`. */
  readonly about: string;
  readonly needs: readonly [string, ...string[]];
  /** What may be there besides. */
  readonly may?: readonly string[];
  /** Which of them are no secrets, and may be shown. */
  readonly open?: readonly string[];
  /** Logging in gives tokens that end: they are renewed, and have to be kept. */
  readonly isRenewed?: true;
  /** What it gives ends after this time, in ms, and nothing renews it. */
  readonly endsAfterMs?: number;
  /** Which of them tells the app that several accounts may share, and its rate windows with it. */
  readonly app?: string;
};

/** The ways of a network: the one that lasts longest first, the one that is simplest to begin with last. */
export type CredentialShape = readonly [CredentialWay, ...CredentialWay[]];
