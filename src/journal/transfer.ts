import type { Kysely, Transaction } from 'kysely';
import { JournalError } from '../publishing/journal-error.ts';
import { shownOwner } from '../publishing/owner.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import {
  endLine,
  header,
  readHeader,
  readLine,
  rowLine,
  type TableName,
  TransferError,
} from './transfer-lines.ts';

/** A journal that can be moved to another engine. */
export interface Transferable {
  /**
   * Exports everything as lines of JSON without line ends: a header, one line per row, and last the number of rows. Leases are
   * left out because they belong to processes. @throws JournalError `locked` if a lease is held at `at`
   */
  exportLines(at: number): AsyncGenerator<string>;
  /**
   * Imports an export into an empty journal, all or nothing; returns the number of publications.
   * @throws TransferError JournalError
   */
  importLines(lines: AsyncIterable<string>, at: number): Promise<number>;
}

/** Publications per page: with their posts a few thousand rows, which need little memory. */
const PAGE = 500;

/** Rows per statement: at 16 columns each, far below the 32,766 parameters that SQLite allows. */
const ROWS_AT_ONCE = 500;

async function refuseWhileHeld(db: Kysely<Schema>, at: number): Promise<void> {
  const held = await db.selectFrom('leases').select('owner').where('expires_at', '>', at).executeTakeFirst();
  if (held === undefined) return;
  throw new JournalError(
    'locked',
    `The journal is in use (${shownOwner(held.owner)}). Stop every worker, then try again; the lease of a dead one expires after two minutes.`,
  );
}

async function* exportLines(db: Kysely<Schema>, at: number): AsyncGenerator<string> {
  await refuseWhileHeld(db, at);
  yield header();
  let rows = 0;
  for await (const row of exportRows(db)) {
    rows += 1;
    yield row;
  }
  yield endLine(rows);
}

async function* exportRows(db: Kysely<Schema>): AsyncGenerator<string> {
  for (let last = ''; ; ) {
    const page = await db
      .selectFrom('publications')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const row of page) yield rowLine('publications', row);
    const ids = page.map(({ id }) => id);
    if (ids.length > 0) {
      const of = { column: 'publication_id', ids } as const;
      for (const row of await db
        .selectFrom('posts')
        .selectAll()
        .where(of.column, 'in', ids)
        .orderBy(of.column)
        .orderBy('idx')
        .execute())
        yield rowLine('posts', row);
      for (const row of await db
        .selectFrom('media')
        .selectAll()
        .where(of.column, 'in', ids)
        .orderBy(of.column)
        .orderBy('idx')
        .orderBy('position')
        .execute())
        yield rowLine('media', row);
    }
    if (page.length < PAGE) break;
    last = ids.at(-1) ?? '';
  }
  for (const { account } of await db
    .selectFrom('spending')
    .select('account')
    .distinct()
    .orderBy('account')
    .execute()) {
    const rows = db.selectFrom('spending').selectAll().where('account', '=', account);
    for (const row of await rows
      .orderBy('at')
      .orderBy('publication_id')
      .orderBy('idx')
      .orderBy('what')
      .execute())
      yield rowLine('spending', row);
  }
  for (const row of await db
    .selectFrom('rate_windows')
    .selectAll()
    .orderBy('owner')
    .orderBy('call')
    .orderBy('name')
    .execute())
    yield rowLine('rate_windows', row);
  const reservations = db.selectFrom('reservations').selectAll();
  for (const row of await reservations.orderBy('owner').orderBy('publication_id').execute())
    yield rowLine('reservations', row);
  for (const row of await db.selectFrom('account_apps').selectAll().orderBy('account').execute())
    yield rowLine('account_apps', row);
  for (const row of await db.selectFrom('identities').selectAll().orderBy('account').execute())
    yield rowLine('identities', row);
  for (const row of await db.selectFrom('tokens').selectAll().orderBy('account').execute())
    yield rowLine('tokens', row);
}

async function importLines(
  trx: Transaction<Schema>,
  engine: Engine,
  lines: AsyncIterable<string>,
  at: number,
): Promise<number> {
  await refuseWhileHeld(trx, at);
  const there = await trx.selectFrom('publications').select('id').executeTakeFirst();
  if (there !== undefined)
    throw new JournalError(
      'exists',
      'The journal is not empty: an export can only be imported into a new one.',
    );
  let number = 0;
  let version = 0;
  let publications = 0;
  let rows = 0;
  let isWhole = false;
  let waiting: { table: TableName; rows: Record<string, unknown>[] } | undefined;
  const flush = async (): Promise<void> => {
    try {
      // Checked against the table's columns above, which Kysely's types can't express.
      if (waiting !== undefined)
        await trx
          .insertInto(waiting.table)
          .values(waiting.rows as never)
          .execute();
    } catch (error) {
      if (!engine.breaksConstraint(error)) throw error;
      const message = `Line ${number}, or a little above: a row occurs twice, or refers to a missing one. Export the journal again.`;
      throw new TransferError(message, { cause: error });
    }
    waiting = undefined;
  };
  for await (const text of lines) {
    number += 1;
    if (number === 1) {
      version = readHeader(text);
      continue;
    }
    if (text.trim() === '') continue;
    const read = readLine(text, number, version);
    if (isWhole || (read.table === 'end' && read.rows !== rows))
      throw new TransferError(`Line ${number}: the export ends here and is incomplete.`);
    if (read.table === 'end') {
      isWhole = true;
      continue;
    }
    rows += 1;
    if (read.table === 'dropped') continue;
    const { table, row } = read;
    if (table === 'publications') publications += 1;
    if (waiting !== undefined && (waiting.table !== table || waiting.rows.length >= ROWS_AT_ONCE))
      await flush();
    waiting ??= { table, rows: [] };
    waiting.rows.push(row);
  }
  if (number === 0) throw new TransferError('It is empty: this is not an export of a journal.');
  if (!isWhole) throw new TransferError(`It ends at line ${number} without its last line: it is incomplete.`);
  await flush();
  return publications;
}

/** Makes export and import on an engine. `translated` translates failures of the engine. */
export function transferOf(
  db: Kysely<Schema>,
  engine: Engine,
  translated: <T>(work: () => Promise<T>) => Promise<T>,
): Transferable {
  return {
    async *exportLines(at) {
      const lines = exportLines(db, at);
      for (;;) {
        const next = await translated(() => lines.next());
        if (next.done === true) return;
        yield next.value;
      }
    },
    importLines: (lines, at) =>
      translated(() => db.transaction().execute((trx) => importLines(trx, engine, lines, at))),
  };
}
