import type { NetworkId } from '../drafts/network-id.ts';
import type { EpochMs } from '../time/epoch-ms.ts';

/** What came back for one published post. */
export type Receipt = { readonly id: string; readonly url: string; readonly at: EpochMs };

/** A file to attach: its bytes were hashed when the thread was frozen, and are checked again before they are sent. */
export type MediaFile = {
  readonly path: string;
  readonly alt: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
};

/** What the network gave for an uploaded file; sent with a post. Expires at `expiresAt` where the network says so. */
export type UploadedMedia = { readonly id: string; readonly expiresAt?: EpochMs };

/** Stands for the newest post of an account that had none: every id is newer, on every network. */
export const BEFORE_ALL_POSTS = '0';

/** One post on its way: what is sent, and what is needed to find it again. */
export type Attempt = {
  /** Stable over retries and restarts, unique per post of a publication. */
  readonly key: string;
  readonly index: number;
  readonly text: string;
  /** The receipt of the post before it, `null` for the first. */
  readonly parent: Receipt | null;
  /** The receipt of the thread's first post, `null` for the first itself. */
  readonly root: Receipt | null;
  readonly media: readonly UploadedMedia[];
  /** URLs as they stand in the text, for comparing with what the network gives back. */
  readonly urls: readonly string[];
  /** When the first request for it was made: nothing older can be it. */
  readonly attemptedAt: EpochMs;
  /**
   * The account's newest post before that, where it is known, or `BEFORE_ALL_POSTS`: whatever the clocks say, only
   * newer ones can be it.
   */
  readonly after?: string;
};

/**
 * A rate window as the network last told it. `name` is stable per network (`15min`, `user-24h`, `app-24h`);
 * `call` names what it meters (`publish`, `read`, `remove`, `media`).
 */
export type RateWindow = {
  readonly call: 'publish' | 'read' | 'remove' | 'media';
  readonly name: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: EpochMs;
};

/** An answer, with the rate windows that its headers told. */
export type Answer<T> = { readonly value: T; readonly windows: readonly RateWindow[] };

/**
 * What the network says of an attempt whose outcome was not seen. `unsure` is never to be guessed into the others;
 * its `reason` is for the person who settles it.
 */
export type Found =
  | { readonly outcome: 'found'; readonly receipt: Receipt }
  | { readonly outcome: 'absent' | 'unsure'; readonly reason?: string };

/** Who the account's credentials belong to. */
export type Identity = { readonly id: string; readonly handle: string };

/** A recent post of the account, as read back: `text` with links expanded and entities decoded. */
export type RecentPost = {
  readonly id: string;
  readonly text: string;
  readonly at: EpochMs;
  readonly parentId: string | null;
};

/**
 * The half of a network that talks: one object per account. Every failure is a `PublishingError` whose `kind`
 * says what can be done about it; a request whose answer was not seen is `outcome-unknown`, never `transient`.
 */
export interface NetworkClient {
  readonly network: NetworkId;
  /** Whether one call of `publish` sends one post or the whole thread at once. */
  readonly sends: 'post' | 'thread';
  /** Waits between looks when an outcome is reconciled, in ms: the network's read-back may lag. */
  readonly findDelaysMs: readonly number[];
  /** Checks the credentials. */
  identify(): Promise<Answer<Identity>>;
  /** Uploads one file with its alt text. */
  upload(file: MediaFile): Promise<Answer<UploadedMedia>>;
  /**
   * Sends one post, or all of a thread where `sends` is `thread`; receipts in the same order. `allowed` is asked right
   * before each request that may post, when nothing else has to be waited for: what it throws is thrown on, and
   * nothing is sent.
   */
  publish(attempts: readonly Attempt[], allowed: () => Promise<void>): Promise<Answer<readonly Receipt[]>>;
  /**
   * Looks for a post whose outcome is not known. One look; the caller waits and repeats. A look that could not be
   * made throws like any other call: it says nothing about the post, not even that it is unsure.
   */
  find(attempt: Attempt): Promise<Answer<Found>>;
  /** The account's newest posts, newest first, at most `count`. */
  recent(count: number): Promise<Answer<readonly RecentPost[]>>;
  /** Deletes a post; one that is already gone is no failure. */
  remove(id: string): Promise<Answer<null>>;
}
