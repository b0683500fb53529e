import type { Identity, PinnedRecord, RateWindow, Receipt, UploadedMedia } from '../networks/port.ts';
import type { RenewedToken } from '../networks/token-source.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { Advance, FrozenThread, MicroUsd, PublicationRecord } from './publication.ts';
import type { PauseReason, PublicationState } from './states.ts';

/** What a listing of publications asks for; everything given must hold. */
export type PublicationFilter = {
  readonly account?: string;
  readonly draft?: string;
  readonly textHash?: string;
  readonly draftHash?: string;
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

/** What goes with a publication's time: what to do if it is missed, and the zone that it was written with. */
export type TimeTerms = Pick<PublicationRecord, 'late' | 'zone'>;

/** On what the decision to add a publication rests: who may decide, and which one it is cancelled for, at a time. */
export type Decision = { readonly lease: Lease; readonly instead: string | undefined; readonly at: EpochMs };

/** Under which names the rate windows that concern an account are kept: its own, and that of its app. */
export type WindowOwners = { readonly account: string; readonly app: string };

/** A rate window with its owner, and how many posts of it are reserved for other threads that have begun. */
export type OwnedWindow = Omit<RateWindow, 'of'> & { readonly owner: string; readonly reserved: number };

/** A pair of tokens, and the SHA-256 in hex of the refresh token that its chain began with. */
export type StoredToken = RenewedToken & { readonly seed: string };

/** Publications, their states and their times. */
export interface Publications {
  /**
   * Adds a publication, `scheduled`, with all its posts waiting.
   * @throws JournalError `lease-lost` where the lease of `decision` is no longer its holder's
   */
  create(thread: FrozenThread, publishAt: EpochMs, how?: TimeTerms, decision?: Decision): Promise<void>;
  /** Adds a publication just as it is: one that was rebuilt from its frozen file. */
  restore(record: PublicationRecord): Promise<void>;
  /**
   * Takes over what a frozen file knows of a publication that is here already and the journal does not: what was sent,
   * begun, deleted, moved, cancelled or refrozen through another journal. Forgets nothing, and books what was sent.
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
   * Gives a publication another time at `setAt`, `scheduled` or `paused` to `scheduled`; its policy stays where `how` has
   * none.
   * @throws JournalError `stale` where a request was begun for it, or it is done
   */
  schedule(id: string, publishAt: EpochMs, setAt: EpochMs, how?: TimeTerms): Promise<void>;
  /** What wants attention at a time, by its due time. */
  due(at: EpochMs, filter: DueFilter): Promise<DuePublication[]>;
  /** The first due time after a moment, `null` where nothing waits for one. */
  nextDue(after: EpochMs): Promise<EpochMs | null>;
  /** How many publications there are, by state and reason. */
  tally(): Promise<StateCount[]>;
  /** Notes, before the publication's first request, whose account it is and its newest post, `null` for none. */
  noteBeginning(id: string, identity: Identity, after: string | null): Promise<void>;
  /** Notes since when another journal may have sent a publication, `null` once that was looked for. */
  noteLearned(id: string, since: EpochMs | null): Promise<void>;
  /** Gives a publication another draft's path: the draft was moved or renamed with its frozen file. */
  relocate(id: string, draft: string): Promise<void>;
  /** Takes a refrozen thread's posts in place of those that still wait; posts already out stay as they went. */
  replaceWaiting(id: string, thread: FrozenThread): Promise<void>;
}

/** The posts of publications on their way: intents, receipts, doubts. */
export interface Posts {
  /** Keeps the whole records of posts that are not out, in place of those before, where nothing was sent of them. */
  pin(id: string, pins: readonly { readonly index: number; readonly pinned: PinnedRecord }[]): Promise<void>;
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
}

/** What the networks' rate windows have left, by owner, and what is reserved of it. */
export interface Windows {
  /** Keeps what an answer told of rate windows, each under its owner. */
  tellWindows(owners: WindowOwners, windows: readonly RateWindow[], at: EpochMs): Promise<void>;
  /**
   * The rate windows of an account and its app as last told, those that ended before `at` left out; what is reserved
   * for the publication `but` is not counted.
   */
  windows(account: string, at: EpochMs, but?: string): Promise<OwnedWindow[]>;
  /**
   * Reserves room for a publication's waiting posts if `fits` says so of the windows as they are at this moment; gives
   * those windows back. The decision and the reservation are one step, for all processes. What was reserved is given
   * back when the publication ends, fails, or pauses before anything of it was sent.
   */
  reserve(
    id: string,
    owners: WindowOwners,
    at: EpochMs,
    fits: (windows: readonly OwnedWindow[]) => boolean,
  ): Promise<OwnedWindow[]>;
}

/** A post that went out, and the draft that it came from. */
export type SentPost = {
  readonly id: string;
  readonly text: string;
  readonly at: EpochMs;
  readonly draft: string;
};

/** What was spent and sent. */
export interface Spending {
  /** What was spent for an account since a time. */
  spentSince(account: string, since: EpochMs): Promise<MicroUsd>;
  /** Books a billed call that sent no post: a read, a deletion. `publication` is empty where it was for none. */
  bookCall(
    account: string,
    call: { readonly what: string; readonly microUsd: MicroUsd; readonly publication?: string },
    at: EpochMs,
  ): Promise<void>;
  /** Books posts that were read: each once a UTC day, as they are billed. `microUsd` is the price of one. */
  bookReads(
    account: string,
    call: { readonly ids: readonly string[]; readonly microUsd: MicroUsd; readonly publication: string },
    at: EpochMs,
  ): Promise<void>;
  /**
   * Posts among which the account's newest is that the journal knows of: the last one that went out, and the newest that
   * was there before the last publication began. Empty where it knows none.
   */
  newestPosts(account: string): Promise<string[]>;
  /** Posts with one of these texts that are out for an account, and went out since a time; newest first. */
  sentTexts(account: string, texts: readonly string[], since: EpochMs): Promise<SentPost[]>;
  /** Which of these ids the journal has as receipts of the account's posts already. */
  knownReceipts(account: string, ids: readonly string[]): Promise<string[]>;
  /** When posts went out for an account since a time, oldest first. */
  sentSince(account: string, since: EpochMs): Promise<EpochMs[]>;
}

/** Whose accounts the credentials are, as their networks said. */
export interface Identities {
  /** Whose account it is, where the same credentials were asked before. `credentials` tells them apart; it is no secret. */
  identity(account: string, credentials: string): Promise<Identity | undefined>;
  /** Keeps whose account it is, in place of what was kept before; `undefined` forgets it. */
  keepIdentity(account: string, credentials: string, identity: Identity | undefined): Promise<void>;
}

/** The tokens of accounts whose tokens are renewed. */
export interface Tokens {
  /** The newest tokens of an account whose tokens are renewed. */
  token(account: string): Promise<StoredToken | undefined>;
  /** Keeps an account's newest tokens, in place of those before. */
  keepToken(account: string, token: StoredToken): Promise<void>;
  /** Forgets an account's tokens: the account was removed, or logs in anew. */
  forgetToken(account: string): Promise<void>;
}

/** Who may do what alone: one process at a time under each name. */
export interface Leases {
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
}

/**
 * The durable record of publications, posts, rate windows, spending and leases. Every method is one transaction
 * that has reached the disk when it resolves; every change of state is guarded by the tables of `states.ts`.
 * All of them throw `JournalError`.
 */
export interface Journal extends Publications, Posts, Windows, Spending, Identities, Tokens, Leases {
  /** Closes the store; no other method may be called after it. */
  close(): Promise<void>;
}
