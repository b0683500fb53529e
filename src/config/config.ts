import type { NetworkId } from '../drafts/network-id.ts';
import type { Slot } from '../time/slot-text.ts';

/** Part or all of what a network charges, in US dollars; what is missing keeps the network's dated default. */
export type PriceSettings = {
  readonly post?: number;
  readonly postWithUrl?: number;
  readonly altText?: number;
  readonly readAccount?: number;
  readonly readPost?: number;
  readonly remove?: number;
};

/** One login on one network, as named in the configuration. Its secrets live in the environment. */
export type Account = {
  readonly name: string;
  readonly network: NetworkId;
  /** Where the network's API answers, without a slash at the end; the network's own address where missing. */
  readonly baseUrl?: string;
  /** Without `@`; for links to posts and for the preview. */
  readonly handle?: string;
  /** The app that its credentials belong to, where several accounts share one: they share its rate windows. */
  readonly app?: string;
  /** X Premium: posts of up to 25,000. */
  readonly premium: boolean;
  /** Who sees the posts after the first of a public thread, on Mastodon. */
  readonly repliesVisibility?: 'public' | 'unlisted';
  /** What its server said of its limits, from the cache; never from the file. */
  readonly limits?: Readonly<Record<string, number | readonly string[]>>;
  /** Publications that would pass this sum in a calendar month are paused, in US dollars. */
  readonly monthlyCapUsd?: number;
  /** The fuse: no more posts than this in any hour. */
  readonly postsPerHour?: number;
  /** Waits between looks when a post's outcome is not known, in ms. */
  readonly findDelaysMs?: readonly number[];
  /** IANA name of the zone of its slots; the configuration's where missing. */
  readonly zone?: string;
  /** Its weekly times. */
  readonly slots?: readonly Slot[];
  /** The least time between two publications of it that were missed, in minutes. */
  readonly gapMinutes?: number;
};

/** The settings of a project, checked, with defaults filled in and frozen. */
export type Config = {
  readonly site: {
    /** Without a slash at the end. */
    readonly url?: string;
    /** The folder that root-relative image paths are found under, relative to the project's folder. */
    readonly publicDir?: string;
    /** How the site makes a post's address of its file, with placeholders: `/blog/:slug/`. */
    readonly permalinks?: string;
  };
  /** The addresses of the feeds that are watched. */
  readonly feeds: readonly string[];
  /** A program that proposes summaries, and its arguments. */
  readonly summarizer?: readonly string[];
  readonly defaults: {
    /** The networks of a draft that names none. Never empty. */
    readonly networks: readonly NetworkId[];
    /** The account of a command that names none. */
    readonly account?: string;
    /** IANA name of the zone that times are meant in; the machine's where missing. */
    readonly zone?: string;
    /** What becomes of a publication that was missed, where its draft does not say. */
    readonly late?: 'post' | 'skip' | 'ask';
  };
  /** By name, in the order of the file. */
  readonly accounts: ReadonlyMap<string, Account>;
  readonly prices: Readonly<Partial<Record<NetworkId, PriceSettings>>>;
  /** How image cards look. */
  readonly cards: {
    readonly theme: 'light' | 'dark';
    readonly lineNumbers: boolean;
    /** The most cards that one block may become. */
    readonly most: number;
  };
  /** Who is told when something stands still. */
  readonly notify: {
    /** A program and its arguments. */
    readonly command?: readonly string[];
    readonly webhook?: string;
  };
};

/** What holds without a configuration file: X alone, and no accounts. */
export const DEFAULT_CONFIG: Config = Object.freeze({
  site: Object.freeze({}),
  feeds: Object.freeze([]),
  defaults: Object.freeze({ networks: Object.freeze(['x'] as const) }),
  accounts: new Map(),
  prices: Object.freeze({}),
  cards: Object.freeze({ theme: 'light', lineNumbers: false, most: 4 }),
  notify: Object.freeze({}),
});
