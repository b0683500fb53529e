import type { Kysely, Transaction } from 'kysely';
import type { StateCount, TimeTerms } from '../publishing/journal.ts';
import { JournalError } from '../publishing/journal-error.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { pauseReason, publicationState } from './rows.ts';
import type { Schema } from './schema.ts';

/** The states in which a publication waits for a time. */
const WAITING = ['scheduled', 'paused'] as const;

/** Returns the first due time after a moment. */
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

/** Reschedules a publication that has not begun, whatever paused it. */
export async function schedulePublication(
  trx: Transaction<Schema>,
  id: string,
  { publishAt, setAt }: { readonly publishAt: EpochMs; readonly setAt: EpochMs },
  { late, zone }: TimeTerms = {},
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('publications')
    .set({
      state: 'scheduled',
      publish_at: publishAt,
      due_at: publishAt,
      reason: null,
      message: null,
      zone: zone ?? null,
      scheduled_at: setAt,
      ...(late === undefined ? {} : { late }),
    })
    .where('id', '=', id)
    .where('state', 'in', [...WAITING])
    .where('started_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n)
    throw new JournalError('stale', `Publication ${id} can't be moved: it has begun, or is done.`);
}

/** Counts publications by state, and paused ones by reason. */
export async function countStates(db: Kysely<Schema>): Promise<StateCount[]> {
  const rows = await db
    .selectFrom('publications')
    .select((eb) => ['state', 'reason', eb.fn.countAll<number | string | bigint>().as('count')])
    .groupBy(['state', 'reason'])
    .orderBy('state')
    .orderBy('reason')
    .execute();
  return rows.map((row) => ({
    state: publicationState(row.state),
    reason: pauseReason(row.reason),
    count: Number(row.count),
  }));
}
