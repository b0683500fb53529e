import type { Kysely, Transaction } from 'kysely';
import type { EpochMs } from '../networks/port.ts';
import type { DueFilter, DuePublication, Lease, StateCount } from '../publishing/journal.ts';
import { JournalError } from '../publishing/journal-error.ts';
import { PAUSE_REASONS, PUBLICATION_STATES } from '../publishing/states.ts';
import type { LeaseRow, Schema } from './schema.ts';

/** The states in which a publication waits for a time. */
const WAITING = ['scheduled', 'paused'] as const;

/** What wants attention at a time, in order of its due time; one query a state, so that each walks the due index. */
export async function readDue(
  db: Kysely<Schema>,
  at: EpochMs,
  { limit, except = [] }: DueFilter,
): Promise<DuePublication[]> {
  const others = [...except];
  const beginning = db
    .selectFrom('publications')
    .$if(others.length > 0, (query) => query.where('account', 'not in', others))
    .orderBy('due_at')
    .limit(limit);
  const left = beginning
    .select(['id', 'account', 'started_at', 'publish_at'])
    .where('state', '=', 'publishing')
    .execute();
  const waiting = WAITING.map((state) =>
    beginning
      .select(['id', 'account', 'due_at'])
      .where('state', '=', state)
      .where('due_at', '<=', at)
      .execute()
      .then((rows) =>
        rows.map((row) => ({ id: row.id, account: row.account, state, dueAt: row.due_at ?? at })),
      ),
  );
  // Side by side, which on PostgreSQL takes one way there and back.
  const [begun, ...due] = await Promise.all([left, ...waiting]);
  const found: DuePublication[] = begun.map((row) => ({
    id: row.id,
    account: row.account,
    state: 'publishing',
    dueAt: row.started_at ?? row.publish_at,
  }));
  for (const rows of due) found.push(...rows);
  return found.sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

/** The first due time after a moment. */
export async function readNextDue(db: Kysely<Schema>, after: EpochMs): Promise<EpochMs | null> {
  let next: EpochMs | null = null;
  for (const state of WAITING) {
    const row = await db
      .selectFrom('publications')
      .select('due_at')
      .where('state', '=', state)
      .where('due_at', '>', after)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst();
    const at = row?.due_at ?? null;
    if (at !== null && (next === null || at < next)) next = at;
  }
  return next;
}

/** Gives a publication of which no request was begun another time; it is scheduled then, whatever paused it. */
export async function schedulePublication(
  trx: Transaction<Schema>,
  id: string,
  publishAt: EpochMs,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('publications')
    .set({ state: 'scheduled', publish_at: publishAt, due_at: publishAt, reason: null, message: null })
    .where('id', '=', id)
    .where('state', 'in', [...WAITING])
    .where('started_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n)
    throw new JournalError('stale', `Publication ${id} can't be moved: it has begun, or is done.`);
}

/** How many publications there are in each state, and for each reason of a pause. */
export async function countStates(db: Kysely<Schema>): Promise<StateCount[]> {
  const rows = await db
    .selectFrom('publications')
    .select((eb) => ['state', 'reason', eb.fn.countAll<number | string | bigint>().as('count')])
    .groupBy(['state', 'reason'])
    .orderBy('state')
    .orderBy('reason')
    .execute();
  return rows.flatMap((row) => {
    const state = PUBLICATION_STATES.find((known) => known === row.state);
    const reason = PAUSE_REASONS.find((known) => known === row.reason) ?? null;
    return state === undefined ? [] : [{ state, reason, count: Number(row.count) }];
  });
}

/** Who holds a lease that has not ended at `at`. */
export async function readLease(
  db: Kysely<Schema>,
  account: string,
  at: EpochMs,
): Promise<Lease | undefined> {
  const row = await db
    .selectFrom('leases')
    .selectAll()
    .where('account', '=', account)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row === undefined ? undefined : leaseOf(row);
}

/** Every lease that has not ended at `at`. */
export async function readLeases(db: Kysely<Schema>, at: EpochMs): Promise<Lease[]> {
  const rows = await db
    .selectFrom('leases')
    .selectAll()
    .where('expires_at', '>', at)
    .orderBy('account')
    .execute();
  return rows.map(leaseOf);
}

function leaseOf({ account, token, owner, expires_at: expiresAt }: LeaseRow): Lease {
  return { account, token, owner, expiresAt };
}
