import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { diskFailureKind } from '../../disk/system-error.ts';
import type { JournalErrorKind } from '../../publishing/journal-error.ts';
import { COMMON_SENTENCES, type Engine } from '../engine.ts';

/** Everything specific to SQLite. No other file holds SQL or codes that PostgreSQL would not understand. */
export const SQLITE = {
  /** Takes the write lock at once: a transaction that begins with a read could fail when it later writes. */
  begin: 'begin immediate',
  /**
   * WAL allows reads during a write. `synchronous = full` makes each commit durable before it returns, which WAL alone does not
   * guarantee (https://sqlite.org/pragma.html#pragma_synchronous). Checkpoint at 16 MB: at the default of 4 MB one commit in a
   * hundred would wait for it. For large journals, cache up to 32 MB of pages.
   */
  onOpen: [
    'pragma journal_mode = wal',
    'pragma synchronous = full',
    'pragma wal_autocheckpoint = 4000',
    'pragma cache_size = -32000',
    'pragma foreign_keys = on',
  ],
  /** Around writes that need not wait for the disk. */
  lightly: { before: 'pragma synchronous = normal', after: 'pragma synchronous = full' },
  /** How long a write waits for another process's transaction; ours take milliseconds. */
  busyTimeoutMs: 5_000,
  /** SQLite rolls back a failed migration completely; Kysely assumes otherwise because of old versions. */
  transactionalDdl: true,
} as const;

/** Primary result codes (https://sqlite.org/rescode.html) by kind of JournalError; other codes are bugs. */
const KINDS: Readonly<Record<number, JournalErrorKind>> = {
  3: 'not-permitted', // SQLITE_PERM
  5: 'locked', // SQLITE_BUSY
  6: 'locked', // SQLITE_LOCKED
  8: 'read-only', // SQLITE_READONLY
  10: 'io', // SQLITE_IOERR
  11: 'corrupt', // SQLITE_CORRUPT
  13: 'full', // SQLITE_FULL
  14: 'not-permitted', // SQLITE_CANTOPEN
  22: 'io', // SQLITE_NOLFS
  23: 'not-permitted', // SQLITE_AUTH
  26: 'corrupt', // SQLITE_NOTADB
};

/** Extended result codes for a duplicate key: SQLITE_CONSTRAINT_PRIMARYKEY and _UNIQUE. */
const EXISTS: readonly number[] = [1555, 2067];

/** Returns the kind of a failure that `node:sqlite` threw, or `undefined` if the store did not fail. */
export function sqliteFailureKind(error: unknown): JournalErrorKind | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  if (EXISTS.includes(error.errcode)) return 'exists';
  // The low byte of an extended code is the primary code.
  return KINDS[error.errcode & 0xff];
}

/** SQLITE_CONSTRAINT, in the low byte of its extended codes. */
const CONSTRAINT = 19;

/** Whether a file lies on a disk that takes no changes. SQLite reports that as it reports a lack of permission. */
function isOnReadOnlyDisk(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    return false;
  } catch (error) {
    return diskFailureKind(error) === 'read-only';
  }
}

/** Failures that a disk may cause that has become read-only. */
const DOUBTFUL: readonly (JournalErrorKind | undefined)[] = ['not-permitted', 'io'];

/** A journal in a local file; its path names it. */
export const SQLITE_ENGINE: Engine = {
  name: 'SQLite',
  failureKind: (error, path) => {
    const kind = sqliteFailureKind(error) ?? diskFailureKind(error);
    return DOUBTFUL.includes(kind) && isOnReadOnlyDisk(path) ? 'read-only' : kind;
  },
  breaksConstraint: (error) =>
    error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === CONSTRAINT,
  sentences: {
    ...COMMON_SENTENCES,
    'read-only': (path) =>
      `The journal ${path} can't be written: the ${isOnReadOnlyDisk(path) ? 'disk' : 'file'} is read-only. Make it writable, then try again.`,
    'not-permitted': (where) =>
      `The journal ${where} can't be opened: permission was denied. Check who owns it.`,
    io: (where) => `The journal ${where} could not be read or written. Check the disk, then try again.`,
  },
};
