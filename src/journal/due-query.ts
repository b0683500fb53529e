import type { Kysely } from 'kysely';
import type { DueFilter, DuePublication } from '../publishing/journal.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { type Blanks, builtOnce, type RunQuery } from './prepared-query.ts';
import { publicationState } from './rows.ts';
import type { Schema } from './schema.ts';

type Values = { readonly at: EpochMs; readonly limit: number; readonly [other: `other${number}`]: string };

/** Builds one query whose parts each walk the due index; `leftOut` is the number of accounts to skip. */
function query(db: Kysely<Schema>, leftOut: number, blank: Blanks<Values>) {
  const others = Array.from({ length: leftOut }, (_, at) => blank(`other${at}`));
  const first = db
    .selectFrom('publications')
    .select(['id', 'account', 'state'])
    .$if(leftOut > 0, (part) => part.where('account', 'not in', others))
    // Order by the table's column, not the alias: only the column is indexed.
    .orderBy('publications.due_at')
    .limit(blank('limit'));
  const begun = first
    .select((eb) => eb.fn.coalesce('started_at', 'publish_at').as('due_at'))
    .where('state', '=', 'publishing');
  const waiting = (state: 'scheduled' | 'paused') =>
    first
      .select((eb) => eb.ref('due_at').$notNull().as('due_at'))
      .where('state', '=', state)
      .where('due_at', '<=', blank('at'));
  const [scheduled, paused] = [waiting('scheduled'), waiting('paused')];
  return db
    .selectFrom(begun.as('part'))
    .selectAll()
    .unionAll(db.selectFrom(scheduled.as('part')).selectAll())
    .unionAll(db.selectFrom(paused.as('part')).selectAll());
}

/** Reads the publications due at a time, earliest first. */
export function dueReader(db: Kysely<Schema>): (at: EpochMs, filter: DueFilter) => Promise<DuePublication[]> {
  const byLeftOut = new Map<number, RunQuery<Values, DueRow>>();
  return async (at, { limit, except = [] }) => {
    const others = [...new Set(except)];
    // Pad the list to a power of two, so that a handful of prepared queries serve any number of busy accounts.
    const leftOut = others.length === 0 ? 0 : 2 ** Math.ceil(Math.log2(others.length));
    let run = byLeftOut.get(leftOut);
    if (run === undefined) {
      run = builtOnce((one, blank) => query(one, leftOut, blank));
      byLeftOut.set(leftOut, run);
    }
    const named = Array.from({ length: leftOut }, (_, index) => [
      `other${index}`,
      others[index] ?? others[0],
    ]);
    const due: DuePublication[] = [];
    for (const row of await run(db, { at, limit, ...Object.fromEntries(named) })) {
      const { id, account, due_at: dueAt } = row;
      due.push({ id, account, state: publicationState(row.state), dueAt });
    }
    return due.sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1)).slice(0, limit);
  };
}

type DueRow = {
  readonly id: string;
  readonly account: string;
  readonly state: string;
  readonly due_at: number;
};
