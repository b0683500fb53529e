import type { Kysely, Transaction } from 'kysely';
import { JournalError } from '../publishing/journal-error.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Schema } from './schema.ts';

/** A journal's export can't be read. The message names the line. Nothing of it was taken in. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
}

/** A journal that can be moved to another engine. */
export interface Transferable {
  /**
   * Everything in it as lines of JSON without line ends: first what wrote it, then one row of a table a line. Leases
   * stay behind, they belong to processes. @throws JournalError `locked` while somebody holds one at `at`
   */
  exportLines(at: number): AsyncGenerator<string>;
  /**
   * Takes an export into an empty journal, all of it or nothing; gives back how many publications it was.
   * @throws TransferError JournalError
   */
  importLines(lines: AsyncIterable<string>, at: number): Promise<number>;
}

type Kind = 'text' | 'text?' | 'number' | 'number?';
type Columns<T> = Readonly<Record<keyof T, Kind>>;

/** The tables that move, parents first, with what their columns hold; `?` may be null, or missing from an older export. */
const TABLES = {
  publications: {
    id: 'text',
    account: 'text',
    network: 'text',
    draft: 'text',
    state: 'text',
    publish_at: 'number',
    due_at: 'number?',
    reason: 'text?',
    message: 'text?',
    draft_hash: 'text',
    text_hash: 'text',
    frozen_at: 'number',
    after_id: 'text?',
    started_at: 'number?',
    finished_at: 'number?',
    late: 'text?',
  },
  posts: {
    publication_id: 'text',
    idx: 'number',
    key: 'text',
    account: 'text',
    state: 'text',
    text: 'text',
    urls: 'text',
    facets: 'text?',
    cost_micro_usd: 'number',
    attempts: 'number',
    attempted_at: 'number?',
    receipt_id: 'text?',
    receipt_url: 'text?',
    receipt_at: 'number?',
    removed_at: 'number?',
  },
  media: {
    publication_id: 'text',
    idx: 'number',
    position: 'number',
    path: 'text',
    alt: 'text',
    mime: 'text',
    sha256: 'text',
    bytes: 'number',
    cost_micro_usd: 'number',
    upload_id: 'text?',
    upload_expires_at: 'number?',
  },
  spending: {
    account: 'text',
    publication_id: 'text',
    idx: 'number',
    what: 'text',
    at: 'number',
    micro_usd: 'number',
  },
  rate_windows: {
    account: 'text',
    call: 'text',
    name: 'text',
    max: 'number',
    remaining: 'number',
    reset_at: 'number',
    told_at: 'number',
  },
  tokens: {
    account: 'text',
    seed: 'text',
    access_token: 'text',
    refresh_token: 'text',
    expires_at: 'number',
  },
} as const satisfies { readonly [T in Exclude<keyof Schema, 'leases'>]: Columns<Schema[T]> };

type TableName = keyof typeof TABLES;

/** Publications a page: with their posts a few thousand rows, which is little memory. */
const PAGE = 500;

/** Rows a statement: 16 columns each stay far below the 32,766 parameters that SQLite allows. */
const ROWS_AT_ONCE = 500;

const NEWEST = Object.keys(MIGRATIONS).at(-1) ?? '';

const line = (table: TableName, row: object): string => JSON.stringify({ table, row });

async function refuseWhileHeld(db: Kysely<Schema>, at: number): Promise<void> {
  const held = await db.selectFrom('leases').select('owner').where('expires_at', '>', at).executeTakeFirst();
  if (held === undefined) return;
  throw new JournalError(
    'locked',
    `Somebody is at work on the journal (${held.owner.split(' #')[0]}). Stop every worker, then try again; the lease of one that died ends after two minutes.`,
  );
}

async function* exportLines(db: Kysely<Schema>, at: number): AsyncGenerator<string> {
  await refuseWhileHeld(db, at);
  yield JSON.stringify({ threadmill: 'journal', version: 1, schema: NEWEST });
  for (let last = ''; ; ) {
    const page = await db
      .selectFrom('publications')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const row of page) yield line('publications', row);
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
        yield line('posts', row);
      for (const row of await db
        .selectFrom('media')
        .selectAll()
        .where(of.column, 'in', ids)
        .orderBy(of.column)
        .orderBy('idx')
        .orderBy('position')
        .execute())
        yield line('media', row);
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
      yield line('spending', row);
  }
  for (const row of await db
    .selectFrom('rate_windows')
    .selectAll()
    .orderBy('account')
    .orderBy('call')
    .orderBy('name')
    .execute())
    yield line('rate_windows', row);
  for (const row of await db.selectFrom('tokens').selectAll().orderBy('account').execute())
    yield line('tokens', row);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTable = (name: unknown): name is TableName => typeof name === 'string' && Object.hasOwn(TABLES, name);

function fits(kind: Kind, value: unknown): boolean {
  if (value === null || value === undefined) return kind.endsWith('?');
  return kind.startsWith('text') ? typeof value === 'string' : Number.isSafeInteger(value);
}

function parse(text: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new TransferError(
    `Line ${number} is no JSON object: this is no export of a journal, or it was cut off.`,
  );
}

function readHeader(text: string): void {
  const { threadmill, version, schema } = parse(text, 1);
  if (threadmill !== 'journal' || version !== 1 || typeof schema !== 'string')
    throw new TransferError('Line 1 does not say that this is the export of a journal.');
  if (!Object.hasOwn(MIGRATIONS, schema))
    throw new JournalError(
      'newer',
      `The export was written by a newer version of Threadmill (${schema}). Use that version, or a later one.`,
    );
}

function readRow(
  text: string,
  number: number,
): { readonly table: TableName; readonly row: Record<string, unknown> } {
  const { table, row } = parse(text, number);
  if (!isTable(table) || !isRecord(row))
    throw new TransferError(`Line ${number} is no row of a known table.`);
  const columns: Readonly<Record<string, Kind>> = TABLES[table];
  const unknown = Object.keys(row).find((name) => !Object.hasOwn(columns, name));
  if (unknown !== undefined) throw new TransferError(`Line ${number}: ${table} has no column ${unknown}.`);
  const whole: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(columns)) {
    if (!fits(kind, row[name]))
      throw new TransferError(`Line ${number}: ${table}.${name} should be a ${kind.replace('?', '')}.`);
    whole[name] = row[name] ?? null;
  }
  return { table, row: whole };
}

async function importLines(
  trx: Transaction<Schema>,
  lines: AsyncIterable<string>,
  at: number,
): Promise<number> {
  await refuseWhileHeld(trx, at);
  const there = await trx.selectFrom('publications').select('id').executeTakeFirst();
  if (there !== undefined)
    throw new JournalError('exists', 'The journal is not empty: an export can only be taken into a new one.');
  let number = 0;
  let publications = 0;
  let waiting: { table: TableName; rows: Record<string, unknown>[] } | undefined;
  const flush = async (): Promise<void> => {
    // Checked against the table's columns above; Kysely can't know that.
    if (waiting !== undefined)
      await trx
        .insertInto(waiting.table)
        .values(waiting.rows as never)
        .execute();
    waiting = undefined;
  };
  for await (const text of lines) {
    number += 1;
    if (number === 1) {
      readHeader(text);
      continue;
    }
    if (text.trim() === '') continue;
    const { table, row } = readRow(text, number);
    if (table === 'publications') publications += 1;
    if (waiting !== undefined && (waiting.table !== table || waiting.rows.length >= ROWS_AT_ONCE))
      await flush();
    waiting ??= { table, rows: [] };
    waiting.rows.push(row);
  }
  if (number === 0) throw new TransferError('There is nothing in it: this is no export of a journal.');
  await flush();
  return publications;
}

/** What moves a journal, on whatever engine `db` is. Failures of the engine are translated by `translated`. */
export function transferOf(
  db: Kysely<Schema>,
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
      translated(() => db.transaction().execute((trx) => importLines(trx, lines, at))),
  };
}
