import type { CodeLogin, Grant } from './code-login.ts';

/** One value that an account logs in with, named by the end of its variable: `API_KEY`. */
export type CredentialField = {
  readonly end: string;
  /** As the network's own page calls it. */
  readonly label: string;
  /** Whether anybody who reads it can act for the account. It is then never shown, not even while it is typed. */
  readonly isSecret: boolean;
  /** May be left empty. */
  readonly isOptional?: true;
  /** What a right value looks like; what to say of another. */
  readonly form?: { readonly pattern: RegExp; readonly otherwise: string };
};

/** A consent page of a network: what it needs first, and what its grant is kept as. */
export type Consent = {
  /** The callback address that the app must have listed beforehand has this port; missing where any will do. */
  readonly listedPort?: number;
  /** The address in place of a callback that shows the code on a page, where the network has one. */
  readonly shownCode?: string;
  /** Gets ready to ask: registers an app, where the network needs one for each login. @throws PublishingError */
  prepare(facts: ConsentFacts): Promise<CodeLogin>;
  /** The variables that a grant is kept in, by their ends. */
  kept(grant: Grant): Readonly<Record<string, string>>;
};

/** What a login with consent starts from. */
export type ConsentFacts = {
  /** Where the API answers; the network itself where missing. */
  readonly baseUrl: string | undefined;
  readonly redirectUri: string;
  /** What was asked for, by the ends of the variables. */
  readonly values: Readonly<Record<string, string>>;
  readonly now: () => number;
};

/** One way in which a person gives an account's credentials to Threadmill. */
export type AccountMethod = {
  /** As `--method` takes it. */
  readonly id: string;
  /** For a person, in a few words. */
  readonly about: string;
  /** Where each value is found, one step a line. */
  readonly steps: readonly string[];
  readonly fields: readonly CredentialField[];
  readonly consent?: Consent;
};

/** What a person needs to know to add an account of a network. */
export type AccountGuide = {
  /** The network's name, for a person. */
  readonly name: string;
  /** Where the network itself answers, on networks of one server. */
  readonly origin?: string;
  /** The server that the account is on, on networks of many. */
  readonly server?: { readonly label: string; readonly example: string };
  /** The handle is needed to log in; elsewhere the network tells it. */
  readonly handle?: {
    readonly label: string;
    readonly example: string;
    /** The variable that it is kept in, by its end. */
    readonly end: string;
  };
  /** The best one first. */
  readonly methods: readonly [AccountMethod, ...AccountMethod[]];
  /** What the network's refusals of a login mean, by status. */
  readonly refusals: readonly { readonly status: number; readonly means: string }[];
};
