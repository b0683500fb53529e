import type { Identity, PinnedRecord, RateWindow, Receipt, UploadedMedia } from '../networks/port.ts';
import type { RenewedToken } from '../networks/token-source.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { Advance, FrozenThread, MicroUsd, PublicationRecord } from './publication.ts';
import type { PauseReason, PublicationState } from './states.ts';

/** Filters a listing of publications; all given conditions must hold. */
export type PublicationFilter = {
  readonly account?: string;
  readonly draft?: string;
  readonly textHash?: string;
  readonly draftHash?: string;
  readonly idPrefix?: string;
  readonly states?: readonly PublicationState[];
  /** @default all of them */
  readonly limit?: number;
  /** Newest first, or soonest due first. @default 'frozen' */
  readonly order?: 'frozen' | 'due';
  /** Only publications due at or after this time. */
  readonly dueFrom?: EpochMs;
  readonly dueBefore?: EpochMs;
};

/**
 * A publication that the worker should act on: it is due, its pause has ended, or a dead process left it behind (`publishing`;
 * `dueAt` is then the time of its first request, or its publishing time).
 */
export type DuePublication = {
  readonly id: string;
  readonly account: string;
  readonly state: PublicationState;
  readonly dueAt: EpochMs;
};

/** Limits what `due` returns. */
export type DueFilter = {
  readonly limit: number;
  /** Accounts to skip. */
  readonly except?: readonly string[];
};

/** How many publications are in one state, and for paused ones with which reason. */
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

/** What belongs to a publication's time: what to do if it is missed, and the zone that it was written in. */
export type TimeTerms = Pick<PublicationRecord, 'late' | 'zone'>;

/** The lease under which the publication was planned, the publication that it replaces, and when. */
export type Decision = { readonly lease: Lease; readonly instead: string | undefined; readonly at: EpochMs };

/** The names under which an account's rate windows are stored: its own and its app's. */
export type WindowOwners = { readonly account: string; readonly app: string };

/** A rate window with its owner. `reserved` counts its posts reserved for other threads that have begun. */
export type OwnedWindow = Omit<RateWindow, 'of'> & { readonly owner: string; readonly reserved: number };

/** A pair of tokens, with the SHA-256 (hex) of the refresh token that began its chain. */
export type StoredToken = RenewedToken & { readonly seed: string };

/** Publications, their states and their times. */
export interface Publications {
  /**
   * Adds a publication, `scheduled`, with all its posts waiting.
   * @throws JournalError `lease-lost` if the lease of `decision` is no longer held
   */
  create(thread: FrozenThread, publishAt: EpochMs, how?: TimeTerms, decision?: Decision): Promise<void>;
  /** Adds a publication unchanged: one rebuilt from its frozen file. */
  restore(record: PublicationRecord): Promise<void>;
  /**
   * Adds to a known publication what only its frozen file knows: what was sent, begun, deleted, moved, cancelled or refrozen
   * through another journal. Forgets nothing, and books what was sent.
   */
  learn(record: PublicationRecord): Promise<void>;
  /** Returns one publication with its posts. */
  publication(id: string): Promise<PublicationRecord | undefined>;
  /** Lists publications, newest first by default. */
  publications(filter: PublicationFilter): Promise<PublicationRecord[]>;
  /**
   * Moves a publication to another state; `published` requires that all its posts are. If `from` is given, its current state
   * must be one of those.
   */
  advance(id: string, change: Advance, at: EpochMs, from?: readonly PublicationState[]): Promise<void>;
  /**
   * Reschedules a publication at `setAt`, `scheduled` or `paused` to `scheduled`; keeps its late policy if `how` has none.
   * @throws JournalError `stale` if a request was begun for it, or it has ended
   */
  schedule(id: string, publishAt: EpochMs, setAt: EpochMs, how?: TimeTerms): Promise<void>;
  /** Lists the publications due at a time, earliest first. */
  due(at: EpochMs, filter: DueFilter): Promise<DuePublication[]>;
  /** Returns the first due time after a moment, or `null` if nothing is due later. */
  nextDue(after: EpochMs): Promise<EpochMs | null>;
  /** Counts publications by state and reason. */
  tally(): Promise<StateCount[]>;
  /** Records the account's identity and its newest post (`null` for none) before the publication's first request. */
  noteBeginning(id: string, identity: Identity, after: string | null): Promise<void>;
  /** Records since when another journal may have sent a publication, `null` once the user said what was posted. */
  noteLearned(id: string, since: EpochMs | null): Promise<void>;
  /** Changes the draft's path: the draft was moved or renamed with its frozen file. */
  relocate(id: string, draft: string): Promise<void>;
  /** Replaces the waiting posts by those of a refrozen thread; published posts stay unchanged. */
  replaceWaiting(id: string, thread: FrozenThread): Promise<void>;
}

/** A post of a publication, by its index (from 1). */
export type PostKey = { readonly id: string; readonly index: number };

/** A medium of a post, by its position (from 0). */
export type MediaKey = PostKey & { readonly position: number };

/** The posts of running publications: intents, receipts, doubts. */
export interface Posts {
  /** Stores the whole records of posts that were never attempted, replacing earlier ones. */
  pin(id: string, pins: readonly { readonly index: number; readonly pinned: PinnedRecord }[]): Promise<void>;
  /**
   * Commits the intent to send posts, `waiting` to `sending`, and counts them against the windows of `publish`.
   * @throws JournalError `lease-lost` if `lease` is no longer valid at `at`
   */
  intend(id: string, indexes: readonly number[], lease: Lease, at: EpochMs): Promise<void>;
  /** Stores receipts, `sending` or `unknown` to `published`, and books what the posts cost. */
  receive(
    id: string,
    receipts: readonly { readonly index: number; readonly receipt: Receipt }[],
    at: EpochMs,
  ): Promise<void>;
  /** Records that posts were certainly not sent: `sending` or `unknown` to `waiting`. */
  release(id: string, indexes: readonly number[]): Promise<void>;
  /** Records that the outcome of a post can't be determined: `sending` to `unknown`. */
  doubt(id: string, index: number): Promise<void>;
  /** Records that a post was deleted: `published` to `removed`. */
  remove(id: string, index: number, at: EpochMs): Promise<void>;
  /** Stores the network's upload of a post's medium, and books what its alt text cost. */
  keepUpload(medium: MediaKey, upload: UploadedMedia, at: EpochMs): Promise<void>;
}

/** What is left in the networks' rate windows, and how much of that is reserved. */
export interface Windows {
  /** Stores the rate windows that a response reported, each under its owner. */
  tellWindows(owners: WindowOwners, windows: readonly RateWindow[], at: EpochMs): Promise<void>;
  /**
   * Returns the last reported rate windows of an account and its app, except those that ended before `at`. Does not count what
   * is reserved for the publication `but`.
   */
  windows(account: string, at: EpochMs, but?: string): Promise<OwnedWindow[]>;
  /**
   * Reserves room for a publication's waiting posts if `fits` accepts the current windows, and returns those windows. Check and
   * reservation are atomic across processes. The reservation ends when the publication ends, fails, or pauses before sending
   * anything.
   */
  reserve(
    id: string,
    owners: WindowOwners,
    at: EpochMs,
    fits: (windows: readonly OwnedWindow[]) => boolean,
  ): Promise<OwnedWindow[]>;
}

/** A published post and its draft. */
export type SentPost = {
  readonly id: string;
  readonly text: string;
  readonly at: EpochMs;
  readonly draft: string;
};

/** Money spent and posts sent. */
export interface Spending {
  /** Returns what an account spent since a time. */
  spentSince(account: string, since: EpochMs): Promise<MicroUsd>;
  /** Books a billed call that sent no post, such as a read or a deletion. `publication` is empty if it was for none. */
  bookCall(
    account: string,
    call: { readonly what: string; readonly microUsd: MicroUsd; readonly publication?: string },
    at: EpochMs,
  ): Promise<void>;
  /** Books posts that were read, each once per UTC day, as the network bills them. `microUsd` is the price of one. */
  bookReads(
    account: string,
    call: { readonly ids: readonly string[]; readonly microUsd: MicroUsd; readonly publication: string },
    at: EpochMs,
  ): Promise<void>;
  /**
   * Returns candidates for the newest post up to which the journal knows the account's posts: the last one that it published in
   * one go, and the newest one before the last publication began. Empty if there are none.
   */
  newestPosts(account: string): Promise<string[]>;
  /** Lists an account's published posts with one of these texts, sent since a time; newest first. */
  sentTexts(account: string, texts: readonly string[], since: EpochMs): Promise<SentPost[]>;
  /** Returns which of these ids are already receipts of the account's posts. */
  knownReceipts(account: string, ids: readonly string[]): Promise<string[]>;
  /** Lists when an account's posts were published since a time, oldest first. */
  sentSince(account: string, since: EpochMs): Promise<EpochMs[]>;
}

/** The identities behind the credentials, as the networks reported them. */
export interface Identities {
  /** Returns the stored identity for these credentials. `credentials` is a fingerprint, not a secret. */
  identity(account: string, credentials: string): Promise<Identity | undefined>;
  /** Stores the identity, replacing an earlier one; `undefined` forgets it. */
  keepIdentity(account: string, credentials: string, identity: Identity | undefined): Promise<void>;
}

/** The tokens of accounts whose tokens are renewed. */
export interface Tokens {
  /** Returns an account's newest tokens. */
  token(account: string): Promise<StoredToken | undefined>;
  /** Stores an account's newest tokens, replacing earlier ones. */
  keepToken(account: string, token: StoredToken): Promise<void>;
  /** Forgets an account's tokens, because the account was removed or logs in again. */
  forgetToken(account: string): Promise<void>;
}

/** Leases: locks with an expiry, one holder at a time under each name. */
export interface Leases {
  /**
   * Takes an account's lease if it is free, expired at `at`, already ours, or held under the token `over`. Returns the current
   * holder: it is ours if the token is ours.
   */
  takeLease(lease: Lease, at: EpochMs, over?: string): Promise<Lease>;
  /** Extends a lease that is still ours; returns false if it is not. */
  renewLease(lease: Lease): Promise<boolean>;
  /** Returns the holder of an account's lease at a time, if any. */
  lease(account: string, at: EpochMs): Promise<Lease | undefined>;
  /** Lists the leases that are held at a time. */
  leases(at: EpochMs): Promise<Lease[]>;
  /** Releases a lease; does nothing if it is not ours. */
  dropLease(lease: Lease): Promise<void>;
}

/**
 * The durable record of publications, posts, rate windows, spending and leases. Every method is one transaction
 * that has reached the disk when it resolves; every change of state is guarded by the tables of `states.ts`.
 * All of them throw `JournalError`.
 */
export interface Journal extends Publications, Posts, Windows, Spending, Identities, Tokens, Leases {
  /** Closes the store; call no other method afterwards. */
  close(): Promise<void>;
}
