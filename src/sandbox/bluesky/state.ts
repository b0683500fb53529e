/** A record of a repo: `value` is its JSON form, as in a `getRecord` response. */
export type StoredRecord = {
  readonly collection: string;
  readonly rkey: string;
  readonly cid: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** When it was written, in ms, and the revision of its commit. */
  readonly at: number;
  readonly rev: string;
};

/** An account and its repo; created at its first login. Records are in the order of writing. */
export type StoredRepo = {
  readonly did: string;
  readonly handle: string;
  /** The number of commits; a call of `applyWrites` is one. */
  commits: number;
  rev: string;
  head: string;
  records: StoredRecord[];
};

/** An uploaded blob; its bytes are stored separately, by CID. */
export type StoredBlob = {
  readonly did: string;
  readonly cid: string;
  readonly mime: string;
  readonly size: number;
  readonly at: number;
};

/** A session: the newest numbers of its tokens. */
export type StoredSession = {
  readonly did: string;
  /** Access tokens up to this number have expired, whatever they claim. */
  readonly expiredUpTo: number;
  readonly access: number;
  /** The number of the valid refresh token. */
  readonly refresh: number;
  /** When the previous refresh token was used: it still works for a while. */
  readonly refreshedAt: number;
  readonly revoked: boolean;
};

/** Writes that arrived, and take effect later. */
export type PendingWrites = {
  readonly at: number;
  readonly did: string;
  readonly writes: readonly unknown[];
};

/** Points taken from one window. */
export type PointUse = { readonly startedAt: number; readonly used: number };

/** The sandbox's state for Bluesky. */
export type BlueskyState = {
  repos: StoredRepo[];
  blobs: StoredBlob[];
  sessions: Record<string, StoredSession>;
  windows: Record<string, PointUse>;
  pending: PendingWrites[];
  /** The newest TID made by the server itself, in its 53 bits of microseconds. */
  lastTid: number;
};

/** Makes the state before anybody logged in. */
export function emptyBluesky(): BlueskyState {
  return { repos: [], blobs: [], sessions: {}, windows: {}, pending: [], lastTid: 0 };
}
