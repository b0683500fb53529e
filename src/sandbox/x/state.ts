import { type Bill, emptyBill, type PriceItem } from './prices.ts';
import type { WindowUse } from './windows.ts';

/** An account of the sandbox; made the first time its token is seen. */
export type StoredUser = { readonly id: string; readonly handle: string };

/** A URL of a post as X gives it back: shortened, with what it stands for. Offsets are UTF-16, into `text`. */
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
  /** In NFC, as written; what X would shorten and escape is done when it is given out. */
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

/** An upload; its bytes are kept apart. */
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

/** The newest link of an account's chain of tokens: both end in its number. */
export type StoredChain = { readonly link: number; readonly expiresAt: number };

/** What a sandbox remembers of X. Posts are in the order of their ids, oldest first; removed ones are gone. */
export type XState = {
  lastId: string;
  users: StoredUser[];
  posts: StoredPost[];
  media: StoredMedia[];
  windows: Record<string, WindowUse>;
  bill: Bill;
  /** By handle; missing where no token was ever renewed. */
  tokens?: Record<string, StoredChain>;
  /** Posts already paid for today, because X bills a post that is read twice in a UTC day once. */
  readToday: { day: string; ids: string[] };
};

/** X as it is before anybody posted. */
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

// X's ids are milliseconds since its epoch in the upper bits (https://docs.x.com/fundamentals/x-ids).
const X_EPOCH = 1_288_834_974_657;

/** The next id: at most 19 digits, always larger than the one before, telling its time as X's ids do. */
export function nextId(state: XState, now: number): string {
  const fromClock = BigInt(Math.max(0, Math.floor(now) - X_EPOCH)) << 22n;
  const last = BigInt(state.lastId);
  const id = String(fromClock > last ? fromClock : last + 1n);
  state.lastId = id;
  return id;
}

/** The account with a handle, made where there is none; handles differ by more than case. */
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
