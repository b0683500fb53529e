import type { NetworkId } from '../drafts/network-id.ts';
import type { AccountOptions } from '../networks/account-options.ts';
import type { Slot } from '../time/slot-text.ts';

/** Prices of a network, in US dollars; missing ones keep the network's default. */
export type PriceSettings = {
  readonly post?: number;
  readonly postWithUrl?: number;
  readonly altText?: number;
  readonly readAccount?: number;
  readonly readPost?: number;
  readonly remove?: number;
};

/** One account on one network, as named in the configuration. Its secrets are in the environment. */
export type Account = {
  readonly name: string;
  readonly network: NetworkId;
  /** The URL of the network's API, without a trailing slash; the network's own if missing. */
  readonly baseUrl?: string;
  /** Without `@`; for links to posts and for the preview. */
  readonly handle?: string;
  /** The app that its credentials belong to, if several accounts share one and thus its rate windows. */
  readonly app?: string;
  /** What it sets of its network's own keys; only the network's folder reads them. */
  readonly options?: AccountOptions;
  /** The limits of its server, from the cache; never from the file. */
  readonly limits?: Readonly<Record<string, number | readonly string[]>>;
  /** The cap per calendar month, in US dollars: publications that would exceed it are paused. */
  readonly monthlyCapUsd?: number;
  /** At most this many posts in any 60 minutes. */
  readonly postsPerHour?: number;
  /** Waits between searches for a post with an unknown outcome, in ms. */
  readonly findDelaysMs?: readonly number[];
  /** The IANA zone of its slots; the configuration's if missing. */
  readonly zone?: string;
  /** Its weekly publishing times. */
  readonly slots?: readonly Slot[];
  /** The minimum time between two missed publications, in minutes. */
  readonly gapMinutes?: number;
};

/** The settings of a project: checked, with defaults filled in, and frozen. */
export type Config = {
  readonly site: {
    /** Without a trailing slash. */
    readonly url?: string;
    /** The folder for root-relative image paths, relative to the project's folder. */
    readonly publicDir?: string;
    /** How the site derives a post's address from its file, with placeholders: `/blog/:slug/`. */
    readonly permalinks?: string;
  };
  /** The addresses of the watched feeds. */
  readonly feeds: readonly string[];
  /** A program that proposes summaries, and its arguments. */
  readonly summarizer?: readonly string[];
  readonly defaults: {
    /** The networks for drafts that name none. Never empty. */
    readonly networks: readonly NetworkId[];
    /** The account for commands that name none. */
    readonly account?: string;
    /** The IANA zone for times; the machine's if missing. */
    readonly zone?: string;
    /** What to do with a missed publication if its draft does not say. */
    readonly late?: 'post' | 'skip' | 'ask';
  };
  /** By name, in the order of the file. */
  readonly accounts: ReadonlyMap<string, Account>;
  readonly prices: Readonly<Partial<Record<NetworkId, PriceSettings>>>;
  /** How image cards look. */
  readonly cards: {
    readonly theme: 'light' | 'dark';
    readonly lineNumbers: boolean;
    /** The maximum number of cards for one block. */
    readonly most: number;
  };
  /** Whom to notify when a publication needs attention. */
  readonly notify: {
    /** A program and its arguments. */
    readonly command?: readonly string[];
    readonly webhook?: string;
  };
};

/** The configuration without a file: only X, and no accounts. */
export const DEFAULT_CONFIG: Config = Object.freeze({
  site: Object.freeze({}),
  feeds: Object.freeze([]),
  defaults: Object.freeze({ networks: Object.freeze(['x'] as const) }),
  accounts: new Map(),
  prices: Object.freeze({}),
  cards: Object.freeze({ theme: 'light', lineNumbers: false, most: 4 }),
  notify: Object.freeze({}),
});
