import type { NetworkId } from '../drafts/network-id.ts';
import type {
  FocalPoint,
  Identity,
  LinkCard,
  OutsideParent,
  PinnedRecord,
  PixelSize,
  PostLabels,
  RateWindow,
  Receipt,
  ReplySettings,
  UploadedMedia,
} from '../networks/port.ts';
import type { RenewedToken } from '../networks/token-source.ts';
import type { Facet } from '../threads/thread.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { LatePolicy } from '../time/late-policy.ts';
import type { PauseReason, PostState, PublicationState } from './states.ts';

/** Money in millionths of a US dollar: an integer, so that sums are exact in every store. */
export type MicroUsd = number;

/** A file of a frozen post. `sha256` is of its bytes. */
export type FrozenImage = {
  readonly path: string;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly size?: PixelSize;
};

/** An image of a frozen post; the price is that of its alt text. */
export type FrozenMedia = FrozenImage & {
  readonly alt: string;
  readonly focus?: FocalPoint;
  readonly costMicroUsd: MicroUsd;
};

/** A link card of a frozen post, with its picture. */
export type FrozenCard = LinkCard & { readonly image?: FrozenImage };

/** A post exactly as it will be sent; `index` counts from 1, the price is without its media. */
export type FrozenPost = {
  readonly index: number;
  readonly text: string;
  readonly urls: readonly string[];
  readonly facets?: readonly Facet[];
  readonly card?: FrozenCard;
  readonly labels?: PostLabels;
  readonly costMicroUsd: MicroUsd;
  readonly media: readonly FrozenMedia[];
};

/** What holds for a whole thread, as its draft asks for it. */
export type ThreadTerms = {
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
  readonly replySettings?: ReplySettings;
  /** A post outside the thread that the first one replies to. */
  readonly replyTo?: OutsideParent;
};

/**
 * Which hash a frozen thread bears: 1 covers texts, link facets, images and alt texts; 2 covers everything that is
 * sent, and where to.
 */
export type HashVersion = 1 | 2;

/** A thread for one account, fixed byte for byte. Hashes are SHA-256 in hex. */
export type FrozenThread = ThreadTerms & {
  readonly id: string;
  readonly account: string;
  readonly network: NetworkId;
  /** Path of the draft, relative to the project's folder. */
  readonly draft: string;
  readonly frozenAt: EpochMs;
  readonly draftHash: string;
  readonly textHash: string;
  readonly hashVersion: HashVersion;
  readonly posts: readonly FrozenPost[];
};

/** An image, and what the network gave for it. */
export type MediaRecord = FrozenMedia & { readonly upload: UploadedMedia | null };

/** A link card, and what the network gave for its picture. */
export type CardRecord = LinkCard & {
  readonly image?: FrozenImage & { readonly upload: UploadedMedia | null };
};

/** A post, and how far it is. */
export type PostRecord = Omit<FrozenPost, 'media' | 'card'> & {
  /** Stable over retries and restarts; the network's idempotency key where it has one. */
  readonly key: string;
  readonly state: PostState;
  /** How many requests were begun for it. */
  readonly attempts: number;
  /** When the first of them was begun. */
  readonly attemptedAt: EpochMs | null;
  readonly receipt: Receipt | null;
  readonly removedAt: EpochMs | null;
  readonly media: readonly MediaRecord[];
  readonly card?: CardRecord;
  /** The whole record, fixed before the first request, on a network that takes records under names of our own. */
  readonly pinned?: PinnedRecord;
};

/** A publication, and how far it is. */
export type PublicationRecord = Omit<FrozenThread, 'posts'> & {
  readonly state: PublicationState;
  /** When it is to go out. */
  readonly publishAt: EpochMs;
  /** What its draft says of being late; the usual rule where missing. */
  readonly late?: LatePolicy;
  /**
   * The account's newest post before the first request: whatever is ours is newer. `null` where the account had none;
   * missing where it is not known.
   */
  readonly after?: string | null;
  /** Whose account it was when sending began. */
  readonly identity?: Identity;
  /** When the first request of all was begun. */
  readonly startedAt: EpochMs | null;
  readonly finishedAt: EpochMs | null;
  /** Why it is paused, `null` in any other state. */
  readonly reason: PauseReason | null;
  /** A sentence for a person: why it is paused or failed, and what to do. */
  readonly message: string | null;
  /** When a paused publication can go on by itself; `null` where a person is needed. */
  readonly until: EpochMs | null;
  /** In their order, from index 1, without gaps. */
  readonly posts: readonly PostRecord[];
};

/** A change of a publication's state. */
export type Advance =
  | { readonly to: 'publishing' | 'published' | 'cancelled' }
  | {
      readonly to: 'paused';
      readonly reason: PauseReason;
      readonly message: string;
      readonly until: EpochMs | null;
    }
  | { readonly to: 'failed'; readonly message: string };

/** What a listing of publications asks for; everything given must hold. */
export type PublicationFilter = {
  readonly account?: string;
  readonly draft?: string;
  readonly textHash?: string;
  readonly idPrefix?: string;
  readonly states?: readonly PublicationState[];
  /** @default all of them */
  readonly limit?: number;
  /** Newest first, or by what wants attention soonest. @default 'frozen' */
  readonly order?: 'frozen' | 'due';
  /** Only those that want attention in a span of time, its end left out. */
  readonly dueFrom?: EpochMs;
  readonly dueBefore?: EpochMs;
};

/**
 * A publication that wants attention: its time has come, its pause has ended, or a process left it behind
 * (`publishing`; `dueAt` is then when its first request was begun, or was to be).
 */
export type DuePublication = {
  readonly id: string;
  readonly account: string;
  readonly state: PublicationState;
  readonly dueAt: EpochMs;
};

/** How much is asked for of what is due. */
export type DueFilter = {
  readonly limit: number;
  /** Accounts that are left out. */
  readonly except?: readonly string[];
};

/** How many publications are in one state; of paused ones, for one reason. */
export type StateCount = {
  readonly state: PublicationState;
  readonly reason: PauseReason | null;
  readonly count: number;
};

/** The right to publish for an account, held by one process at a time. */
export type Lease = {
  readonly account: string;
  readonly token: string;
  /** `host:pid` of the process that holds it. */
  readonly owner: string;
  readonly expiresAt: EpochMs;
};

/** On what the decision to add a publication rests: who may decide, and which one it is cancelled for, at a time. */
export type Decision = { readonly lease: Lease; readonly instead: string | undefined; readonly at: EpochMs };

/** A pair of tokens, and the SHA-256 in hex of the refresh token that its chain began with. */
export type StoredToken = RenewedToken & { readonly seed: string };

/**
 * The durable record of publications, posts, rate windows, spending and leases. Every method is one transaction
 * that has reached the disk when it resolves; every change of state is guarded by the tables of `states.ts`.
 * All of them throw `JournalError`.
 */
export interface Journal {
  /**
   * Adds a publication, `scheduled`, with all its posts waiting.
   * @throws JournalError `lease-lost` where the lease of `decision` is no longer its holder's
   */
  create(thread: FrozenThread, publishAt: EpochMs, late?: LatePolicy, decision?: Decision): Promise<void>;
  /** Adds a publication just as it is: one that was rebuilt from its frozen file. */
  restore(record: PublicationRecord): Promise<void>;
  /**
   * Takes over what a frozen file knows of a publication that is here already and the journal does not: what was sent,
   * begun, deleted, cancelled or refrozen through another journal. Forgets nothing, and books what was sent.
   */
  learn(record: PublicationRecord): Promise<void>;
  /** One publication with all that belongs to it. */
  publication(id: string): Promise<PublicationRecord | undefined>;
  /** Publications, newest first. */
  publications(filter: PublicationFilter): Promise<PublicationRecord[]>;
  /**
   * Moves a publication to another state; `published` only when all its posts are. Where `from` is given, only from
   * one of those.
   */
  advance(id: string, change: Advance, at: EpochMs, from?: readonly PublicationState[]): Promise<void>;
  /**
   * Gives a publication another time, `scheduled` or `paused` to `scheduled`.
   * @throws JournalError `stale` where a request was begun for it, or it is done
   */
  schedule(id: string, publishAt: EpochMs): Promise<void>;
  /** What wants attention at a time, by its due time. */
  due(at: EpochMs, filter: DueFilter): Promise<DuePublication[]>;
  /** The first due time after a moment, `null` where nothing waits for one. */
  nextDue(after: EpochMs): Promise<EpochMs | null>;
  /** How many publications there are, by state and reason. */
  tally(): Promise<StateCount[]>;
  /** Notes, before the publication's first request, whose account it is and its newest post, `null` for none. */
  noteBeginning(id: string, identity: Identity, after: string | null): Promise<void>;
  /** Keeps the whole records of posts that are not out, in place of those before, where nothing was sent of them. */
  pin(id: string, pins: readonly { readonly index: number; readonly pinned: PinnedRecord }[]): Promise<void>;
  /** Takes a refrozen thread's posts in place of those that still wait; posts already out stay as they went. */
  replaceWaiting(id: string, thread: FrozenThread): Promise<void>;

  /**
   * Commits the intent to send posts, `waiting` to `sending`, and counts them against the windows of `publish`.
   * @throws JournalError `lease-lost` where `lease` no longer holds at `at`.
   */
  intend(id: string, indexes: readonly number[], lease: Lease, at: EpochMs): Promise<void>;
  /** Keeps receipts, `sending` or `unknown` to `published`, and books what the posts cost. */
  receive(
    id: string,
    receipts: readonly { readonly index: number; readonly receipt: Receipt }[],
    at: EpochMs,
  ): Promise<void>;
  /** Notes that posts were surely not sent: `sending` or `unknown` to `waiting`. */
  release(id: string, indexes: readonly number[]): Promise<void>;
  /** Notes that nobody can tell whether a post was sent: `sending` to `unknown`. */
  doubt(id: string, index: number): Promise<void>;
  /** Notes that a post was deleted: `published` to `removed`. */
  remove(id: string, index: number, at: EpochMs): Promise<void>;
  /** Keeps what the network gave for a post's image at `position` (from 0), and books what its alt text cost. */
  keepUpload(id: string, index: number, position: number, upload: UploadedMedia, at: EpochMs): Promise<void>;

  /** Keeps what an answer told of an account's rate windows. */
  tellWindows(account: string, windows: readonly RateWindow[], at: EpochMs): Promise<void>;
  /** The account's rate windows as last told, those that ended before `at` left out. */
  windows(account: string, at: EpochMs): Promise<RateWindow[]>;
  /** What was spent for an account since a time. */
  spentSince(account: string, since: EpochMs): Promise<MicroUsd>;
  /** When posts went out for an account since a time, oldest first. */
  sentSince(account: string, since: EpochMs): Promise<EpochMs[]>;

  /** The newest tokens of an account whose tokens are renewed. */
  token(account: string): Promise<StoredToken | undefined>;
  /** Keeps an account's newest tokens, in place of those before. */
  keepToken(account: string, token: StoredToken): Promise<void>;

  /**
   * Takes an account's lease if it is free, expired at `at`, our own, or held under the token `over`.
   * Gives back who holds it now: ours, when the token is ours.
   */
  takeLease(lease: Lease, at: EpochMs, over?: string): Promise<Lease>;
  /** Moves the end of a lease that is still ours; false where it is not. */
  renewLease(lease: Lease): Promise<boolean>;
  /** Who holds an account's lease at a time, if anybody does. */
  lease(account: string, at: EpochMs): Promise<Lease | undefined>;
  /** Every lease that is held at a time. */
  leases(at: EpochMs): Promise<Lease[]>;
  /** Gives a lease back; nothing happens where it is not ours. */
  dropLease(lease: Lease): Promise<void>;

  /** Closes the store; no other method may be called after it. */
  close(): Promise<void>;
}
