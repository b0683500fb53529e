import type { JournalErrorKind } from '../../publishing/journal-error.ts';
import { COMMON_SENTENCES, type Engine } from '../engine.ts';

/** Everything specific to PostgreSQL. No other file holds SQL or codes that SQLite would not understand. */
export const POSTGRES = {
  /** Our own schema, so that the database can be shared with other programs and with the queue. */
  schema: 'threadmill',
  /** Serialises the migrations of processes that start together; any number works, as long as all use the same. */
  migrationLock: 'select pg_advisory_xact_lock(7308895133641)',
  /**
   * For every connection: a commit is on disk when it returns, whatever the server's default, and a statement that waits for
   * another process's transaction times out as in SQLite.
   */
  settings: { synchronous_commit: 'on', lock_timeout: '5000', idle_in_transaction_session_timeout: '60000' },
  /** For connections whose writes need not wait for the disk. */
  lightly: { synchronous_commit: 'off' },
  lightPoolSize: 2,
  /** Connections per process: each busy account needs one only for moments. */
  poolSize: 10,
  connectTimeoutMs: 5_000,
  /** Types that arrive as text but are numbers to us: `int8`, and `numeric`, the type of its sums. */
  numberTypes: [20, 1700],
} as const;

/** SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html) by kind of JournalError, whole or by class. */
const KINDS: Readonly<Record<string, JournalErrorKind>> = {
  '23505': 'exists', // unique_violation
  '25006': 'read-only', // read_only_sql_transaction
  '25P03': 'io', // idle_in_transaction_session_timeout: rolled back
  '25P04': 'io', // transaction_timeout: rolled back
  '42501': 'not-permitted', // insufficient_privilege
  '53100': 'full', // disk_full
  '53': 'locked', // too many connections, out of memory: temporary
  '55P03': 'locked', // lock_not_available
  '40': 'locked', // deadlock or serialization failure: rolled back, can be retried
  '57014': 'locked', // query_canceled: by statement_timeout or by a user
  '57P03': 'locked', // cannot_connect_now: it is starting up
  '08': 'io', // the connection failed
  '57P': 'io', // the server shut down
  '58': 'io', // system error
  XX001: 'corrupt',
  XX002: 'corrupt',
  '28': 'not-permitted', // invalid password or role
  '3D000': 'not-permitted', // no such database
};

/** Failures below SQL, by Node's error codes. */
const SOCKET: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
];

/** What `pg` says, without a code, when a connection ended or could not be made in time. */
const ENDED =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|client has encountered a connection error/i;

/** Returns the kind of a failure that `pg` threw, or `undefined` if the store did not fail. */
export function postgresFailureKind(error: unknown): JournalErrorKind | undefined {
  if (!(error instanceof Error)) return undefined;
  // An attempt on several addresses fails with one error for each.
  if (error instanceof AggregateError) return postgresFailureKind(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SOCKET.includes(code) || (code === '' && ENDED.test(error.message))) return 'io';
  return KINDS[code] ?? KINDS[code.slice(0, 3)] ?? KINDS[code.slice(0, 2)];
}

/** A journal on a PostgreSQL server. */
export const POSTGRES_ENGINE: Engine = {
  name: 'PostgreSQL',
  failureKind: postgresFailureKind,
  // Class 23: integrity constraint violation.
  breaksConstraint: (error) =>
    error instanceof Error && 'code' in error && String(error.code).startsWith('23'),
  sentences: {
    ...COMMON_SENTENCES,
    io: (where) =>
      `The journal ${where} can't be reached, or ended the connection. Check that the server is running and that DATABASE_URL names it, then try again.`,
    locked: (where) =>
      `The journal ${where} is busy: its server is starting, or has no free connection, or another process holds a row. Wait a moment, then try again.`,
    'not-permitted': (where) =>
      `The journal ${where} can't be opened: the server refuses the user, the password or the database. Check DATABASE_URL.`,
    'read-only': (where) =>
      `The journal ${where} takes no changes: the server is read-only. Name its primary in DATABASE_URL, then try again.`,
  },
};
