import { type Bill, emptyBill, type PriceItem } from './prices.ts';
import type { WindowUse } from './windows.ts';

/** An account of the sandbox; created when its token is first used. */
export type StoredUser = { readonly id: string; readonly handle: string };

/** A URL of a post as X returns it: shortened, with its target. Offsets are UTF-16, into `text`. */
export type StoredLink = {
  readonly start: number;
  readonly end: number;
  readonly short: string;
  readonly expanded: string;
};

/** A post as it was accepted. */
export type StoredPost = {
  readonly id: string;
  readonly userId: string;
  /** In NFC, as written; shortened and escaped only in responses. */
  readonly text: string;
  readonly weight: number;
  readonly links: readonly StoredLink[];
  readonly createdAt: number;
  /** When the timeline begins to show it. */
  readonly visibleAt: number;
  readonly parentId: string | null;
  /** The id of the thread's first post. */
  readonly conversationId: string;
  readonly mediaIds: readonly string[];
  readonly usd: number;
};

/** An upload; its bytes are stored separately. */
export type StoredMedia = {
  readonly id: string;
  readonly userId: string;
  readonly mime: string;
  readonly category: string;
  readonly totalBytes: number;
  readonly expiresAt: number;
  /** Bytes received, by segment. */
  readonly segments: Readonly<Record<number, number>>;
  /** When it is ready to be attached; `null` until it is finalized. */
  readonly readyAt: number | null;
  readonly alt: string;
};

/** The newest link of an account's chain of tokens; both tokens end in its number. */
export type StoredChain = { readonly link: number; readonly expiresAt: number };

/** The sandbox's state for X. Posts are in the order of their ids, oldest first; deleted ones are removed. */
export type XState = {
  lastId: string;
  users: StoredUser[];
  posts: StoredPost[];
  media: StoredMedia[];
  windows: Record<string, WindowUse>;
  bill: Bill;
  /** By handle; missing if no token was ever renewed. */
  tokens?: Record<string, StoredChain>;
  /** Posts already billed today: X bills each post once per UTC day. */
  readToday: { day: string; ids: string[] };
};

/** Makes the state before anybody posted. */
export function emptyX(): XState {
  return {
    lastId: '0',
    users: [],
    posts: [],
    media: [],
    windows: {},
    bill: emptyBill(),
    readToday: { day: '', ids: [] },
  };
}

// The upper bits of X's ids are milliseconds since this epoch (https://docs.x.com/fundamentals/x-ids).
const X_EPOCH = 1_288_834_974_657;

/** Makes the next id: at most 19 digits, always larger than the previous one, and with its time, like X's ids. */
export function nextId(state: XState, now: number): string {
  const fromClock = BigInt(Math.max(0, Math.floor(now) - X_EPOCH)) << 22n;
  const last = BigInt(state.lastId);
  const id = String(fromClock > last ? fromClock : last + 1n);
  state.lastId = id;
  return id;
}

/** Returns the account with a handle, ignoring case; creates it if needed. */
export function userByHandle(state: XState, handle: string, now: number): StoredUser {
  const known = state.users.find((user) => user.handle.toLowerCase() === handle.toLowerCase());
  if (known !== undefined) return known;
  const user = { id: nextId(state, now), handle };
  state.users.push(user);
  return user;
}

/** Adds to the bill. */
export function charge(state: XState, item: PriceItem, usd: number, count = 1): void {
  if (count === 0) return;
  const line = state.bill[item];
  state.bill = { ...state.bill, [item]: { count: line.count + count, usd: line.usd + usd * count } };
}
