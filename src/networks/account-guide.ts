import type { CodeLogin, Grant } from './code-login.ts';

/** One credential of an account, named by the suffix of its variable: `API_KEY`. */
export type CredentialField = {
  readonly end: string;
  /** The label on the network's own page. */
  readonly label: string;
  /** Whether it lets anybody who reads it act for the account. It is then never shown, not even while typing. */
  readonly isSecret: boolean;
  /** May be left empty. */
  readonly isOptional?: true;
  /** The pattern of a valid value, and the message for any other. */
  readonly form?: { readonly pattern: RegExp; readonly otherwise: string };
};

/** A network's consent page: what it needs beforehand, and how its grant is stored. */
export type Consent = {
  /** The port of the callback address that must be registered in the app; any port if missing. */
  readonly listedPort?: number;
  /** The redirect address that makes the page show the code, if the network has one. */
  readonly shownCode?: string;
  /** Prepares the login: registers an app, if the network needs one for each login. @throws PublishingError */
  prepare(facts: ConsentFacts): Promise<CodeLogin>;
  /** The variables that store a grant, by suffix. */
  kept(grant: Grant): Readonly<Record<string, string>>;
};

/** What a login by consent starts from. */
export type ConsentFacts = {
  /** The URL of the API; the network's own if missing. */
  readonly baseUrl: string | undefined;
  readonly redirectUri: string;
  /** The user's answers, by variable suffix. */
  readonly values: Readonly<Record<string, string>>;
  readonly now: () => number;
};

/** One way of giving an account's credentials to Threadmill. */
export type AccountMethod = {
  /** The value of `--method`. */
  readonly id: string;
  /** A short description for the user. */
  readonly about: string;
  /** How to find each value, one step per line. */
  readonly steps: readonly string[];
  readonly fields: readonly CredentialField[];
  readonly consent?: Consent;
};

/** What the user needs to know to add an account of a network. */
export type AccountGuide = {
  /** The network's display name. */
  readonly name: string;
  /** The network's address, on networks with one server. */
  readonly origin?: string;
  /** The account's server, on networks with many. */
  readonly server?: { readonly label: string; readonly example: string };
  /** Present if the handle is needed to log in; other networks report it. */
  readonly handle?: {
    readonly label: string;
    readonly example: string;
    /** The suffix of the variable that stores it. */
    readonly end: string;
  };
  /** Best first. */
  readonly methods: readonly [AccountMethod, ...AccountMethod[]];
  /** What the network's login errors mean, by status. */
  readonly refusals: readonly { readonly status: number; readonly means: string }[];
};
