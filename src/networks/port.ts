import type { NetworkId } from '../drafts/network-id.ts';
import type { Facet } from '../threads/thread.ts';
import type { EpochMs } from '../time/epoch-ms.ts';

/**
 * What came back for one published post. `ref` is what this network needs to find, answer or delete the post again
 * besides its id (Bluesky: the CID); only the network's own folder reads it.
 */
export type Receipt = {
  readonly id: string;
  readonly url: string;
  readonly at: EpochMs;
  readonly ref?: string;
};

/** Width and height in pixels. */
export type PixelSize = { readonly width: number; readonly height: number };

/** The point of an image that a crop must keep: from -1 (left, bottom) to 1 (right, top). */
export type FocalPoint = { readonly x: number; readonly y: number };

/** A file to attach: its bytes were hashed when the thread was frozen, and are checked again before they are sent. */
export type MediaFile = {
  readonly path: string;
  /** Empty for the picture of a link card. */
  readonly alt: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly size?: PixelSize;
  readonly focus?: FocalPoint;
  /** An image of the post, or the picture of its link card. @default 'image' */
  readonly use?: 'image' | 'card';
};

/**
 * What the network gave for an uploaded file; sent with a post. Expires at `expiresAt` where the network says so.
 * `ref` is the network's own, as in a receipt (Bluesky: the blob).
 */
export type UploadedMedia = { readonly id: string; readonly expiresAt?: EpochMs; readonly ref?: string };

/** An uploaded image as a post carries it. */
export type AttachedMedia = UploadedMedia & {
  readonly alt: string;
  readonly size?: PixelSize;
  readonly focus?: FocalPoint;
};

/** A link shown as a card below the text, where the network takes it from the client. */
export type LinkCard = {
  readonly url: string;
  readonly title: string;
  readonly description: string;
};

/** Who may reply to a thread, as drafts say it: `everyone`, `following`, `mentioned`, `followers`, `nobody`, … */
export type ReplySettings = string;

/** What a post says of itself besides its words. A network takes those that its row in `NETWORKS` names. */
export type PostLabels = {
  /** Shown in place of the post until the reader opens it. */
  readonly contentWarning?: string;
  /** Whether images are hidden until the reader opens them. */
  readonly sensitive?: boolean;
  readonly madeWithAi?: boolean;
  readonly paidPartnership?: boolean;
  /** Who sees the post, in the network's own words (`public`, `unlisted`, `private`). */
  readonly visibility?: string;
};

/** A post outside the thread that its first post replies to. `ref` is the network's own, as in a receipt. */
export type OutsideParent = { readonly id: string; readonly url: string; readonly ref?: string };

/**
 * A whole record that was fixed before the first request, for a network that takes records under names of our own:
 * `id` is the name, `record` the record as JSON text. Only the network's own folder reads them.
 */
export type PinnedRecord = { readonly id: string; readonly record: string };

/** One post on its way: what is sent, and what is needed to find it again. */
export type Attempt = {
  /** Stable over retries and restarts, unique per post of a publication. */
  readonly key: string;
  readonly index: number;
  readonly text: string;
  /** Where the text links, names or tags something, for networks that take that from the client. */
  readonly facets?: readonly Facet[];
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
  readonly card?: LinkCard & { readonly image?: UploadedMedia };
  readonly replySettings?: ReplySettings;
  readonly labels?: PostLabels;
  /** What the thread's first post replies to, where it is a reply; on every attempt, so that each knows the root. */
  readonly replyTo?: OutsideParent;
  /**
   * The receipt of the post before it, `null` for the first. Where the whole thread goes in one call, also `null` for
   * those whose parent is an attempt of the same call.
   */
  readonly parent: Receipt | null;
  /** The receipt of the thread's first post, `null` for the first itself, and as in `parent`. */
  readonly root: Receipt | null;
  readonly media: readonly AttachedMedia[];
  /** URLs as they stand in the text, for comparing with what the network gives back. */
  readonly urls: readonly string[];
  /** When the first request for it was made: nothing older can be it. */
  readonly attemptedAt: EpochMs;
  /**
   * The account's newest post before that: whatever the clocks say, only newer ones can be it. `null` where the
   * account had none; missing where it is not known.
   */
  readonly after?: string | null;
  /** What `pin` made of it, and what has to be sent. */
  readonly pinned?: PinnedRecord;
};

/**
 * A rate window as the network last told it. `name` is stable per network and only for people (`15min`, `user-24h`);
 * `call` names what it meters (`publish`, `read`, `remove`, `media`).
 */
export type RateWindow = {
  readonly call: 'publish' | 'read' | 'remove' | 'media';
  readonly name: string;
  /** How long one window lasts, in ms. */
  readonly lengthMs: number;
  /** Whose allowance it is: the account's, or that of the app that several accounts share. @default 'account' */
  readonly of?: 'account' | 'app';
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: EpochMs;
};

/** An answer, with the rate windows that its headers told. */
export type Answer<T> = {
  readonly value: T;
  readonly windows: readonly RateWindow[];
  /** Ids of the posts that came with it, on a network that bills them. */
  readonly billedPosts?: readonly string[];
};

/**
 * What the network says of an attempt whose outcome was not seen. `unsure` is never to be guessed into the others;
 * its `reason` is for the person who settles it.
 */
export type Found =
  | { readonly outcome: 'found'; readonly receipt: Receipt }
  | { readonly outcome: 'absent' | 'unsure'; readonly reason?: string };

/** Who the account's credentials belong to. `id` never changes (Bluesky: the DID), a handle may. */
export type Identity = { readonly id: string; readonly handle: string };

/** A post as read back: `text` with links expanded and entities decoded. */
export type ReadPost = {
  readonly id: string;
  readonly text: string;
  readonly at: EpochMs;
  readonly parentId: string | null;
  /** Whose post it is, as `Identity.id`; missing where the network does not say. */
  readonly authorId?: string;
};

/** Posts of the account, newest first. `complete` unless there is more than was read, or part of it can't be read. */
export type NewerPosts = { readonly posts: readonly ReadPost[]; readonly complete: boolean };

/** Posts that were asked for by id, and ids that surely name no post any more. Nothing is known of other ids. */
export type PostsById = { readonly posts: readonly ReadPost[]; readonly gone: readonly string[] };

/**
 * The half of a network that talks: one object per account. Every failure is a `PublishingError` whose `kind`
 * says what can be done about it; a request whose answer was not seen is `outcome-unknown`, never `transient`.
 */
export interface NetworkClient {
  readonly network: NetworkId;
  /** Whether one call of `publish` sends one post or as much of the thread as `mostPerCall` allows. */
  readonly sends: 'post' | 'thread';
  /** The most posts of one call, where a whole thread is sent. @default all of them */
  readonly mostPerCall?: number;
  /** Waits between looks when an outcome is reconciled, in ms: the network's read-back may lag. */
  readonly findDelaysMs: readonly number[];
  /** Checks the credentials. */
  identify(): Promise<Answer<Identity>>;
  /** Takes what `identify` said before of the same credentials, so that it is not asked again; `undefined` forgets it. */
  assume?(identity: Identity | undefined): void;
  /** Uploads one file with its alt text. */
  upload(file: MediaFile): Promise<Answer<UploadedMedia>>;
  /**
   * Fixes the records of posts before the first request, one for each attempt, in their order. An attempt that carries
   * a pinned record was perhaps sent: its record is given back as it is. Sends nothing. Called with all posts of the
   * thread that are not out, after their images were uploaded; what it gives back is kept before `publish` is called.
   * Only for a network that takes whole records under names of our own.
   */
  pin?(attempts: readonly Attempt[]): Promise<readonly PinnedRecord[]>;
  /**
   * Sends one post, or all of a thread where `sends` is `thread`; receipts in the same order. `allowed` is asked right
   * before each request that may post, when nothing else has to be waited for: what it throws is thrown on, and
   * nothing is sent.
   */
  publish(attempts: readonly Attempt[], allowed: () => Promise<void>): Promise<Answer<readonly Receipt[]>>;
  /**
   * Looks for a post whose outcome is not known; `call` holds all attempts of the call that it was in. One look; the
   * caller waits and repeats. A look that could not be made throws like any other call: it says nothing about the
   * post, not even that it is unsure. `absent` only after a complete response.
   */
  find(attempt: Attempt, call?: readonly Attempt[]): Promise<Answer<Found>>;
  /** Reads posts by their ids, whoever wrote them. */
  read(ids: readonly string[]): Promise<Answer<PostsById>>;
  /** The account's posts that are newer than one of them, `null` for its newest ones; newest first, at most `most`. */
  newerThan(id: string | null, most: number): Promise<Answer<NewerPosts>>;
  /** Deletes a post; one that is already gone is no failure. */
  remove(id: string): Promise<Answer<null>>;
}
