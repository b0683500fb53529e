import type { NetworkId } from '../drafts/network-id.ts';
import type { Facet } from '../threads/thread.ts';
import type { EpochMs } from '../time/epoch-ms.ts';

/**
 * The receipt of one published post. `ref` is what the network needs besides the id to find, reply to or delete the post
 * (Bluesky: the CID); only the network's own folder reads it.
 */
export type Receipt = {
  readonly id: string;
  readonly url: string;
  readonly at: EpochMs;
  readonly ref?: string;
};

/** Width and height in pixels. */
export type PixelSize = { readonly width: number; readonly height: number };

/** The point of an image that cropping must keep: from -1 (left, bottom) to 1 (right, top). */
export type FocalPoint = { readonly x: number; readonly y: number };

/** A file to attach. Its bytes were hashed when the thread was frozen, and are checked again before sending. */
export type MediaFile = {
  readonly path: string;
  /** Empty for a link card's picture. */
  readonly alt: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly size?: PixelSize;
  readonly focus?: FocalPoint;
  /** An image of the post, or its link card's picture. @default 'image' */
  readonly use?: 'image' | 'card';
};

/**
 * The network's handle for an uploaded file, to be sent with a post. Expires at `expiresAt`, if given. `ref` is private to the
 * network, as in a receipt (Bluesky: the blob).
 */
export type UploadedMedia = { readonly id: string; readonly expiresAt?: EpochMs; readonly ref?: string };

/** An uploaded image as attached to a post. */
export type AttachedMedia = UploadedMedia & {
  readonly alt: string;
  readonly size?: PixelSize;
  readonly focus?: FocalPoint;
};

/** A link shown as a card below the text, on a network where the client supplies it. */
export type LinkCard = {
  readonly url: string;
  readonly title: string;
  readonly description: string;
};

/** Who may reply to a thread, in a draft's words: `everyone`, `following`, `mentioned`, `followers`, `nobody`, … */
export type ReplySettings = string;

/** A post's settings besides its text. A network uses those that its row in `NETWORKS` names. */
export type PostLabels = {
  /** Shown instead of the post until the reader opens it. */
  readonly contentWarning?: string;
  /** Whether images are hidden until the reader opens them. */
  readonly sensitive?: boolean;
  readonly madeWithAi?: boolean;
  readonly paidPartnership?: boolean;
  /** Who sees the post, in the network's own terms (`public`, `unlisted`, `private`). */
  readonly visibility?: string;
};

/** A post outside the thread that its first post replies to. `ref` is private to the network, as in a receipt. */
export type OutsideParent = { readonly id: string; readonly url: string; readonly ref?: string };

/**
 * A whole record, fixed before the first request, for a network where the client names records: `id` is the name, `record` the
 * record as JSON text. Only the network's own folder reads them.
 */
export type PinnedRecord = { readonly id: string; readonly record: string };

/** One post to send: its content, and what is needed to find it again. */
export type Attempt = {
  /** Stable over retries and restarts, unique per post of a publication. */
  readonly key: string;
  readonly index: number;
  readonly text: string;
  /** Links, mentions and tags in the text, for networks where the client supplies them. */
  readonly facets?: readonly Facet[];
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
  readonly card?: LinkCard & { readonly image?: UploadedMedia };
  readonly replySettings?: ReplySettings;
  readonly labels?: PostLabels;
  /** What the thread's first post replies to, if it is a reply. Set on every attempt, so that each knows the root. */
  readonly replyTo?: OutsideParent;
  /**
   * The receipt of the post before it, `null` for the first. If the whole thread is sent in one call, also `null` for posts
   * whose parent is in the same call.
   */
  readonly parent: Receipt | null;
  /** The receipt of the thread's first post, `null` for the first itself, and as for `parent`. */
  readonly root: Receipt | null;
  readonly media: readonly AttachedMedia[];
  /** URLs as written in the text, for comparison with what the network returns. */
  readonly urls: readonly string[];
  /** When its first request was made; older posts can't be it. */
  readonly attemptedAt: EpochMs;
  /**
   * The account's newest post before that: a bound that does not depend on clocks. `null` if the account had none; missing if
   * unknown.
   */
  readonly after?: string | null;
  /** The record from `pin`, which must be sent. */
  readonly pinned?: PinnedRecord;
};

/**
 * A rate window as last reported by the network. `name` is stable per network and only for display (`15min`, `user-24h`);
 * `call` is what it counts (`publish`, `read`, `remove`, `media`).
 */
export type RateWindow = {
  readonly call: 'publish' | 'read' | 'remove' | 'media';
  readonly name: string;
  /** The length of the window, in ms. */
  readonly lengthMs: number;
  /** Who it belongs to: the account, or the app that several accounts share. @default 'account' */
  readonly of?: 'account' | 'app';
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: EpochMs;
};

/** A billed call that is not a post: reading the identity, reading posts, a deletion. */
export type Billed =
  | { readonly what: 'read-account' | 'remove' }
  | { readonly what: 'read-post'; readonly ids: readonly string[] };

/** An answer, with the rate windows from its headers. */
export type Answer<T> = {
  readonly value: T;
  readonly windows: readonly RateWindow[];
  /** What its calls were billed besides posts, on a network that bills them. */
  readonly billed?: readonly Billed[];
};

/**
 * What the network says about an attempt with an unknown outcome. Never guess for `unsure`; its `reason` is for the user, who
 * settles it.
 */
export type Found =
  | { readonly outcome: 'found'; readonly receipt: Receipt }
  | { readonly outcome: 'absent' | 'unsure'; readonly reason?: string };

/** The account behind the credentials. `id` never changes (Bluesky: the DID), a handle may. */
export type Identity = { readonly id: string; readonly handle: string };

/** A post read back: `text` has its links expanded and entities decoded. */
export type ReadPost = {
  readonly id: string;
  readonly text: string;
  readonly at: EpochMs;
  readonly parentId: string | null;
  /** The author's `Identity.id`; missing if the network does not report it. */
  readonly authorId?: string;
};

/** Posts of the account, newest first. Not `complete` if there are more, or part of the response can't be read. */
export type NewerPosts = { readonly posts: readonly ReadPost[]; readonly complete: boolean };

/** Posts read by id, and ids whose posts certainly no longer exist. Other ids are undetermined. */
export type PostsById = { readonly posts: readonly ReadPost[]; readonly gone: readonly string[] };

/** What credentials allow, as far as the network reports it. */
export type Permissions = {
  /** Whether they may publish. */
  readonly mayPublish: boolean;
  /** For the user: `read and write`, `an app password`. */
  readonly about: string;
};

/**
 * The port to a network: one client per account. Every failure is a `PublishingError` whose `kind` says what can be done about
 * it; a request whose response was not seen is `outcome-unknown`, never `transient`.
 */
export interface NetworkClient {
  readonly network: NetworkId;
  /** Whether one call of `publish` sends one post, or as much of the thread as `mostPerCall` allows. */
  readonly sends: 'post' | 'thread';
  /** The maximum number of posts per call, if whole threads are sent. @default all of them */
  readonly mostPerCall?: number;
  /** Waits between searches when an outcome is reconciled, in ms: the network's reads may lag behind. */
  readonly findDelaysMs: readonly number[];
  /** Checks the credentials. */
  identify(): Promise<Answer<Identity>>;
  /** Sets a cached result of `identify` for the same credentials, so that it is not asked again; `undefined` forgets it. */
  assume?(identity: Identity | undefined): void;
  /** Returns what the credentials allow, after `identify` has checked them; `undefined` if the network does not report it. */
  permissions?(): Promise<Permissions | undefined>;
  /**
   * Revokes on the network what can be revoked: a token, a session. Returns whether the credentials are now invalid.
   *
   * @throws PublishingError
   */
  signOut?(): Promise<boolean>;
  /** Uploads one file with its alt text. */
  upload(file: MediaFile): Promise<Answer<UploadedMedia>>;
  /**
   * Fixes the records of posts before the first request: one per attempt, in order. Returns the pinned record of an attempt
   * that has one unchanged, because it may have been sent. Sends nothing. Called with all unpublished posts of the thread after
   * their images were uploaded; the result is stored before `publish` is called. Only on networks where the client names
   * records.
   */
  pin?(attempts: readonly Attempt[]): Promise<readonly PinnedRecord[]>;
  /**
   * Sends one post, or a whole thread if `sends` is `thread`; returns receipts in the same order. Calls `allowed` right before
   * each request that may post, with nothing left to wait for; if it throws, nothing is sent, and the error passes on.
   */
  publish(attempts: readonly Attempt[], allowed: () => Promise<void>): Promise<Answer<readonly Receipt[]>>;
  /**
   * Looks once for a post with an unknown outcome; the caller waits and repeats. `call` holds all attempts of its call. A
   * search that fails throws like any other call and proves nothing about the post, not even `unsure`. `absent` only after a
   * complete response.
   */
  find(attempt: Attempt, call?: readonly Attempt[]): Promise<Answer<Found>>;
  /** Reads posts by id, from any author. */
  read(ids: readonly string[]): Promise<Answer<PostsById>>;
  /**
   * Lists the account's posts newer than `id` (`null`: its newest posts), newest first, at most `most`. With `since`, a network
   * where clients name records also lists the older ones that were named since then: a record may be sent long after that.
   */
  newerThan(id: string | null, most: number, since?: EpochMs): Promise<Answer<NewerPosts>>;
  /** Deletes a post; succeeds if it is already gone. */
  remove(id: string): Promise<Answer<null>>;
}
