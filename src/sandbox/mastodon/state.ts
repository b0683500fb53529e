/** An account of the instance; made the first time that its token is seen. */
export type StoredAccount = { readonly id: string; readonly username: string };

/** Who may see a status. */
export type Visibility = 'public' | 'unlisted' | 'private' | 'direct';

/** A status as it was accepted. */
export type StoredStatus = {
  readonly id: string;
  readonly accountId: string;
  /** Without the spaces at both ends. */
  readonly text: string;
  readonly spoiler: string;
  readonly sensitive: boolean;
  readonly visibility: Visibility;
  readonly language: string | null;
  readonly createdAt: number;
  /** When reads begin to show it. */
  readonly visibleAt: number;
  /** `null` for a first status, and for a reply whose parent was removed. */
  readonly parentId: string | null;
  /** The id of the thread's first status. */
  readonly conversationId: string;
  readonly mediaIds: readonly string[];
};

/** An upload; its bytes are kept apart, under `m-ID`. */
export type StoredAttachment = {
  readonly id: string;
  readonly accountId: string;
  readonly mime: string;
  readonly description: string;
  readonly focus: { readonly x: number; readonly y: number };
  /** When it can be attached; `null` where its processing never ends. */
  readonly readyAt: number | null;
  readonly statusId: string | null;
};

/** An idempotency key that was used: known from `from` until `until`. */
export type StoredKey = { readonly statusId: string; readonly from: number; readonly until: number };

/** What was taken from one window. */
export type InstanceUse = { readonly startedAt: number; readonly used: number };

/** What a sandbox remembers of Mastodon. Statuses are in the order of their ids; removed ones are gone. */
export type MastodonState = {
  lastId: string;
  accounts: StoredAccount[];
  statuses: StoredStatus[];
  media: StoredAttachment[];
  /** By account and key. */
  keys: Record<string, StoredKey>;
  windows: Record<string, InstanceUse>;
};

/** The instance as it is before anybody logged in. */
export function emptyMastodon(): MastodonState {
  return { lastId: '0', accounts: [], statuses: [], media: [], keys: {}, windows: {} };
}

/** The next id: milliseconds in the upper bits, as the instance's snowflakes have them. */
export function nextStatusId(state: MastodonState, now: number): string {
  const fromClock = BigInt(Math.max(0, Math.floor(now))) << 16n;
  const last = BigInt(state.lastId);
  const id = String(fromClock > last ? fromClock : last + 1n);
  state.lastId = id;
  return id;
}

/** The account with a name, made where there is none. */
export function accountNamed(state: MastodonState, username: string, now: number): StoredAccount {
  const known = state.accounts.find((account) => account.username === username);
  if (known !== undefined) return known;
  const account = { id: nextStatusId(state, now), username };
  state.accounts.push(account);
  return account;
}
