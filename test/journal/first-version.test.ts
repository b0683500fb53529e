import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { first } from '../../src/journal/migrations/0001-first.ts';
import { openPostgresJournal } from '../../src/journal/postgres/postgres-journal.ts';
import { NodeSqliteDialect } from '../../src/journal/sqlite/node-sqlite-dialect.ts';
import { openMemoryJournal, openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { publish } from '../../src/publishing/sending/publish.ts';
import { startPostgres } from '../postgres/server.ts';
import { makeLab } from '../publishing/lab.ts';

const folder = mkdtempSync(join(tmpdir(), 'first-version-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The journal of somebody who used the first version, as its file held it. */
const DUMP = readFileSync(join(import.meta.dirname, 'fixtures/first-version.sql'), 'utf8');
const TABLES = ['publications', 'posts', 'media', 'rate_windows', 'spending', 'leases'];

type Rows = Record<string, unknown>[];

function tablesOf(database: DatabaseSync): Record<string, Rows> {
  const rows = (table: string): Rows => database.prepare(`select * from ${table}`).all() as Rows;
  return Object.fromEntries(TABLES.map((table) => [table, rows(table)]));
}

const schemaOf = (database: DatabaseSync): unknown[] =>
  database.prepare('select name, sql from sqlite_master where sql is not null order by name').all();

/** A row under the names of 0005: windows have owners, and an account without posts has no "post 0". */
function renamed(table: string, row: Rows[number]): Rows[number] {
  if (table === 'publications' && row['after_id'] === '0') return { ...row, after_id: '' };
  if (table !== 'rate_windows') return row;
  const { account, ...rest } = row;
  return { ...rest, owner: account, length_ms: row['name'] === '15min' ? 900_000 : 86_400_000 };
}

let made = 0;
let path: string;
let before: Record<string, Rows>;
beforeEach(() => {
  made += 1;
  path = join(folder, `${made}.db`);
  const database = new DatabaseSync(path);
  database.exec(DUMP);
  before = tablesOf(database);
  database.close();
});

describe('a journal file of the first version', () => {
  it('has the tables that the first migration makes still', async () => {
    const [old, fresh] = [new DatabaseSync(path), new DatabaseSync(':memory:')];
    const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(fresh) });
    const provider = { getMigrations: async () => ({ '0001-first': first }) };
    expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
    expect(schemaOf(old)).toEqual(schemaOf(fresh));
    old.close();
    await db.destroy();
  });

  it('is brought up to date once, and nothing that stood in it is changed', async () => {
    for (let opening = 0; opening < 2; opening += 1) await (await openSqliteJournal(path)).close();
    const [now, fresh] = [new DatabaseSync(path), join(folder, `fresh-${made}.db`)];
    await (await openSqliteJournal(fresh)).close();
    const other = new DatabaseSync(fresh);
    expect(schemaOf(now)).toEqual(schemaOf(other));
    const after = tablesOf(now);
    for (const [table, rows] of Object.entries(before))
      expect(after[table]).toEqual(rows.map((row) => expect.objectContaining(renamed(table, row))));
    now.close();
    other.close();
  });

  it('is gone on with: what waited goes out, what is out stays, what is asked stays asked', async () => {
    const journal = await openSqliteJournal(path);
    const lab = await makeLab({ journal });
    const states = async (): Promise<Record<string, string>> =>
      Object.fromEntries((await journal.publications({})).map(({ draft, state }) => [draft, state]));
    expect(await states()).toEqual({
      'posts/asked.md': 'paused',
      'posts/later.md': 'scheduled',
      'posts/paid.md': 'paused',
      'posts/refused.md': 'failed',
      'posts/river.md': 'published',
      'posts/undone.md': 'cancelled',
    });
    for (const { id } of await journal.publications({})) await publish(lab.ports(), lab.publisher(), id);
    expect(lab.network.posts.map(({ text }) => text).sort()).toEqual([
      'later 1 of 2',
      'later 2 of 2',
      'paid 1 of 2',
      'paid 2 of 2',
      'refused 1 of 1',
    ]);
    expect(await states()).toMatchObject({ 'posts/asked.md': 'paused', 'posts/undone.md': 'cancelled' });
    expect(await journal.spentSince('me', 0)).toBe(265_000 + 5 * 15_000);
    await journal.close();
  });

  it('goes to PostgreSQL and back with all that is in it', async () => {
    const server = await startPostgres();
    const [from, back] = [await openSqliteJournal(path), await openMemoryJournal()];
    const there = await openPostgresJournal(server.url);
    const lines = await Array.fromAsync(from.exportLines(Number.MAX_SAFE_INTEGER));
    const each = async function* (given: readonly string[]): AsyncGenerator<string> {
      yield* given;
    };
    expect(await there.importLines(each(lines), 1)).toBe(6);
    await back.importLines(each(await Array.fromAsync(there.exportLines(1))), 1);
    expect(await Array.fromAsync(back.exportLines(1))).toEqual(lines);
    for (const journal of [from, there, back]) await journal.close();
    await server.stop();
  });
});
