import type { Prices, Profile } from '../threads/profile.ts';
import type { Addresses } from './addresses.ts';
import type { CredentialShape } from './credential-shape.ts';

/** What an account or a configuration changes about a network's profile. */
export type ProfileOptions = {
  /** The account may write long posts, on a network that sells them. */
  readonly premium?: boolean;
  /** Replaces the dated default prices, one by one. */
  readonly prices?: Partial<Prices>;
  /** What the account's own server said of itself, in the network's own names. */
  readonly limits?: ServerLimits;
};

/** Limits as a server told them, by names that only the network's folder knows. */
export type ServerLimits = Readonly<Record<string, number | readonly string[]>>;

/** How fast a network takes posts, for telling how long a thread will take. */
export type Pace = {
  /** One post, answer included; ms. */
  readonly postMs: number;
  /** One image with its alt text, ms. */
  readonly mediaMs: number;
  /** The largest burst: so many posts in so many ms. */
  readonly window: { readonly posts: number; readonly ms: number };
};

/** What a draft may ask of a network besides its words, by the front matter's keys. */
export type Term =
  | 'reply_settings'
  | 'made_with_ai'
  | 'paid_partnership'
  | 'content_warning'
  | 'sensitive'
  | 'visibility'
  | 'reply_to';

/** What can be known about a network without talking to it. */
export type Network = {
  /** As its users write it. */
  readonly name: string;
  /** Its pure half, with its media rules, for an account; `prices` lies over the defaults below. */
  readonly profile: (options: ProfileOptions) => Profile;
  /** Its dated default prices, in US dollars. */
  readonly prices: Prices;
  readonly pace: Pace;
  /** Which secrets an account needs. */
  readonly credentials: CredentialShape;
  readonly addresses: Addresses;
  /** For how long it refuses a text that the account has posted, in ms; 0 where it takes any text again. */
  readonly refusesRepeatsForMs: number;
  /** What it can honour of what a draft asks for. */
  readonly honours: readonly Term[];
  /** The groups of people to whom it can limit replies, in a draft's words; none where it can't. */
  readonly replySettings?: readonly string[];
  /** Each server has limits of its own, which are read from it and cached. */
  readonly serversDiffer?: true;
};
