/** A record of a repo: `value` is its JSON form, as `getRecord` gives it. */
export type StoredRecord = {
  readonly collection: string;
  readonly rkey: string;
  readonly cid: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** When it was written, in ms; and the revision of the commit that wrote it. */
  readonly at: number;
  readonly rev: string;
};

/** An account and its repo; made the first time that it logs in. Records are in the order of their writing. */
export type StoredRepo = {
  readonly did: string;
  readonly handle: string;
  /** How many commits there were; a call of `applyWrites` is one. */
  commits: number;
  rev: string;
  head: string;
  records: StoredRecord[];
};

/** An uploaded blob; its bytes are kept apart, under its CID. */
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
  /** Access tokens up to this number are expired, whatever they say of themselves. */
  readonly expiredUpTo: number;
  readonly access: number;
  /** The refresh token that is worth something. */
  readonly refresh: number;
  /** When the refresh token before it was used: it works on for a while. */
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

/** What a sandbox remembers of Bluesky. */
export type BlueskyState = {
  repos: StoredRepo[];
  blobs: StoredBlob[];
  sessions: Record<string, StoredSession>;
  windows: Record<string, PointUse>;
  pending: PendingWrites[];
  /** The newest TID of the server's own, in its 53 bits of microseconds. */
  lastTid: number;
};

/** Bluesky as it is before anybody logged in. */
export function emptyBluesky(): BlueskyState {
  return { repos: [], blobs: [], sessions: {}, windows: {}, pending: [], lastTid: 0 };
}
