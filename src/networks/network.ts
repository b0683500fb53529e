import type { Prices, Profile } from '../threads/profile.ts';
import type { AccountKey, AccountOptions } from './account-options.ts';
import type { Addresses } from './addresses.ts';
import type { CredentialShape } from './credential-shape.ts';

/** How an account or the configuration changes a network's profile. */
export type ProfileOptions = {
  /** What the account sets of the network's own keys (`accountKeys`). */
  readonly options?: AccountOptions;
  /** Overrides single default prices. */
  readonly prices?: Partial<Prices>;
  /** The limits that the account's own server published, under the network's own names. */
  readonly limits?: ServerLimits;
};

/** Limits published by a server; only the network's folder knows the names. */
export type ServerLimits = Readonly<Record<string, number | readonly string[]>>;

/** How fast a network accepts posts, for estimating how long a thread takes. */
export type Pace = {
  /** One post including its response, in ms. */
  readonly postMs: number;
  /** One image with its alt text, in ms. */
  readonly mediaMs: number;
  /** The largest burst: `posts` within `ms`. */
  readonly window: { readonly posts: number; readonly ms: number };
};

/** Settings of a draft that a network may support, by front matter key. */
export type Term =
  | 'reply_settings'
  | 'made_with_ai'
  | 'paid_partnership'
  | 'content_warning'
  | 'sensitive'
  | 'visibility'
  | 'reply_to';

/** The static facts about a network. */
export type Network = {
  /** As its users spell it. */
  readonly name: string;
  /** Makes its pure profile, with media rules, for an account; `prices` overrides the defaults below. */
  readonly profile: (options: ProfileOptions) => Profile;
  /** Its default prices in US dollars, with their date. */
  readonly prices: Prices;
  readonly pace: Pace;
  /** Which secrets an account needs. */
  readonly credentials: CredentialShape;
  readonly addresses: Addresses;
  /**
   * Keys that its accounts have in the settings besides those of all accounts. A name that two networks use has to mean the
   * same on both.
   */
  readonly accountKeys?: Readonly<Record<string, AccountKey>>;
  /** For how long it refuses a text that the account has already posted, in ms; 0 if it allows repeats. */
  readonly refusesRepeatsForMs: number;
  /** The draft settings that it supports. */
  readonly honours: readonly Term[];
  /** The audiences that replies can be limited to, in a draft's words; empty if it can't limit replies. */
  readonly replySettings?: readonly string[];
  /** Each server has its own limits, which are fetched and cached. */
  readonly serversDiffer?: true;
};
