/** An account of the instance; created when its token is first used. */
export type StoredAccount = { readonly id: string; readonly username: string };

/** Who may see a status. */
export type Visibility = 'public' | 'unlisted' | 'private' | 'direct';

/** A status as it was accepted. */
export type StoredStatus = {
  readonly id: string;
  readonly accountId: string;
  /** Trimmed. */
  readonly text: string;
  readonly spoiler: string;
  readonly sensitive: boolean;
  readonly visibility: Visibility;
  readonly language: string | null;
  readonly createdAt: number;
  /** When reads begin to show it. */
  readonly visibleAt: number;
  /** `null` for a first status, and for a reply whose parent was deleted. */
  readonly parentId: string | null;
  /** The id of the thread's first status. */
  readonly conversationId: string;
  readonly mediaIds: readonly string[];
};

/** An upload; its bytes are stored separately, under `m-ID`. */
export type StoredAttachment = {
  readonly id: string;
  readonly accountId: string;
  readonly mime: string;
  readonly description: string;
  readonly focus: { readonly x: number; readonly y: number };
  /** When it can be attached; `null` if its processing never ends. */
  readonly readyAt: number | null;
  readonly statusId: string | null;
};

/** A used idempotency key, valid from `from` until `until`. */
export type StoredKey = { readonly statusId: string; readonly from: number; readonly until: number };

/** What was taken from one window. */
export type InstanceUse = { readonly startedAt: number; readonly used: number };

/** The sandbox's state for Mastodon. Statuses are in the order of their ids; deleted ones are removed. */
export type MastodonState = {
  lastId: string;
  accounts: StoredAccount[];
  statuses: StoredStatus[];
  media: StoredAttachment[];
  /** By account and key. */
  keys: Record<string, StoredKey>;
  windows: Record<string, InstanceUse>;
  /** Tokens that were revoked. */
  revoked?: string[];
};

/** Makes the state before anybody logged in. */
export function emptyMastodon(): MastodonState {
  return { lastId: '0', accounts: [], statuses: [], media: [], keys: {}, windows: {} };
}

/** Makes the next id: milliseconds in the upper bits, like the instance's snowflakes. */
export function nextStatusId(state: MastodonState, now: number): string {
  const fromClock = BigInt(Math.max(0, Math.floor(now))) << 16n;
  const last = BigInt(state.lastId);
  const id = String(fromClock > last ? fromClock : last + 1n);
  state.lastId = id;
  return id;
}

/** Returns the account with a name; creates it if needed. */
export function accountNamed(state: MastodonState, username: string, now: number): StoredAccount {
  const known = state.accounts.find((account) => account.username === username);
  if (known !== undefined) return known;
  const account = { id: nextStatusId(state, now), username };
  state.accounts.push(account);
  return account;
}
