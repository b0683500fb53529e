import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { journalFailure } from '../../src/journal/engine.ts';
import { MIGRATIONS } from '../../src/journal/migrations.ts';
import { SQLITE_ENGINE } from '../../src/journal/sqlite/sqlite-facts.ts';
import { journalIn, openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { threadFor } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
function newPath(): string {
  made += 1;
  return join(folder, String(made), '.threadmill', 'threadmill.db');
}

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

const [NORMAL, FULL] = [1, 2];

/** A journal, and every statement that it runs, with whether the disk is waited for at that moment. */
async function watched(path: string): Promise<{
  journal: Awaited<ReturnType<typeof journalIn>>;
  database: DatabaseSync;
  ran: { sql: string; synchronous: number }[];
}> {
  mkdirSync(join(path, '..'), { recursive: true });
  const database = new DatabaseSync(path);
  const ran: { sql: string; synchronous: number }[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (sql) => {
    const statement = prepare(sql);
    for (const call of ['run', 'all'] as const) {
      const work = statement[call].bind(statement) as (...facts: never[]) => never;
      statement[call] = (...facts: never[]): never => {
        ran.push({ sql, synchronous: Number(prepare('pragma synchronous').get()?.['synchronous']) });
        return work(...facts);
      };
    }
    return statement;
  };
  const journal = await journalIn(database, path);
  ran.length = 0;
  return { journal, database, ran };
}

describe('the journal’s file', () => {
  it('is its owner’s alone, with its folder and its side files, and never gets into git', async () => {
    const path = newPath();
    const before = process.umask(0);
    const journal = await openSqliteJournal(path);
    process.umask(before);
    await journal.create(threadFor('p'), 1);
    expect([path, `${path}-wal`, `${path}-shm`].map(mode)).toEqual(['600', '600', '600']);
    expect(mode(join(path, '..'))).toBe('700');
    expect(readFileSync(join(path, '..', '.gitignore'), 'utf8')).toBe('*\n');
    await journal.close();
  });

  it('keeps everything over a restart, and is migrated once', async () => {
    const path = newPath();
    for (let opening = 1; opening <= 3; opening += 1) {
      const journal = await openSqliteJournal(path);
      await journal.create(threadFor(`p${opening}`), 1);
      expect(await journal.publications({})).toHaveLength(opening);
      await journal.close();
    }
  });

  it('can be open several times at once', async () => {
    const path = newPath();
    const [one, two] = [await openSqliteJournal(path), await openSqliteJournal(path)];
    await one.create(threadFor('p1'), 1);
    await two.create(threadFor('p2'), 1);
    expect(await one.publications({})).toHaveLength(2);
    await one.close();
    await two.close();
  });

  it('writes through to the disk at every commit, but for leases, which nobody needs after the machine is gone', async () => {
    const { journal, database, ran } = await watched(newPath());
    const lease = { account: 'me', token: 't', owner: 'o', expiresAt: 9 };
    await Promise.all([
      journal.takeLease(lease, 1),
      journal.create(threadFor('p1'), 1),
      journal.renewLease(lease),
      journal.create(threadFor('p2'), 1),
      journal.dropLease(lease),
      journal.advance('p1', { to: 'cancelled' }, 1),
    ]);
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    const of = (sql: RegExp): number[] =>
      ran.filter((one) => sql.test(one.sql)).map(({ synchronous }) => synchronous);
    expect(of(/^commit/)).toEqual([FULL, FULL, FULL]);
    expect(of(/^(insert into|update|delete from) "leases"/)).toEqual([NORMAL, NORMAL, NORMAL]);
    await journal.close();
  });

  it('finds what is due by its index, without looking at the rest', async () => {
    const { journal, database, ran } = await watched(newPath());
    for (const except of [[], ['one', 'two', 'three']]) {
      ran.length = 0;
      await journal.due(5, { limit: 3, except });
      const [query] = ran;
      if (query === undefined) throw new Error('Nothing was asked.');
      const plan = database.prepare(`explain query plan ${query.sql}`).all() as { detail: string }[];
      const looks = plan
        .map(({ detail }) => detail)
        .filter((detail) => /(?:SCAN|SEARCH) publications/.test(detail));
      expect(looks).toHaveLength(3);
      for (const look of looks)
        expect(look).toMatch(/^SEARCH publications USING (?:COVERING )?INDEX publications_due /);
      expect(looks.filter((look) => look.includes('COVERING'))).toHaveLength(2);
      expect(plan.some(({ detail }) => detail.includes('TEMP B-TREE'))).toBe(false);
    }
    await journal.close();
  });

  it('of a newer version is refused, and left as it is', async () => {
    const path = newPath();
    await (await openSqliteJournal(path)).close();
    const database = new DatabaseSync(path);
    database.exec("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')");
    database.close();
    await expect(openSqliteJournal(path)).rejects.toMatchObject({ name: 'JournalError', reason: 'newer' });
    await expect(openSqliteJournal(path)).rejects.toThrow('newer version of Threadmill');
  });

  it('has migrations whose names stay in order', () => {
    const names = Object.keys(MIGRATIONS);
    expect(names).toEqual([...names].sort());
    names.forEach((name, index) => {
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`));
    });
  });
});

describe('a journal that fails', () => {
  it('is damaged: it says so, and what to do', async () => {
    const path = newPath();
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, 'This is no database. '.repeat(100));
    await expect(openSqliteJournal(path)).rejects.toMatchObject({ name: 'JournalError', reason: 'corrupt' });
    await expect(openSqliteJournal(path)).rejects.toThrow('rebuilt from the frozen files');
    expect(readFileSync(path, 'utf8')).toContain('This is no database.');
  });

  it('is damaged in the middle', async () => {
    const path = newPath();
    const journal = await openSqliteJournal(path);
    for (let n = 0; n < 50; n += 1) await journal.create(threadFor(`p${n}`), 1);
    await journal.close();
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0x5a)]));
    const open = async (): Promise<unknown> => (await openSqliteJournal(path)).publications({});
    await expect(open()).rejects.toMatchObject({ name: 'JournalError', reason: 'corrupt' });
  });

  it('is locked by another process for longer than it waits', async () => {
    const path = newPath();
    const journal = await openSqliteJournal(path, { busyTimeoutMs: 20 });
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    await expect(journal.create(threadFor('p'), 1)).rejects.toMatchObject({ reason: 'locked' });
    other.exec('rollback');
    other.close();
    await journal.create(threadFor('p'), 1);
    expect(await journal.publications({})).toHaveLength(1);
    await journal.close();
  });

  it('is on a full disk: what was written stays, and writing goes on when there is room', async () => {
    const path = newPath();
    const journal = await openSqliteJournal(path);
    await journal.create(threadFor('p'), 1);
    await journal.close();
    // SQLite reports a database at its page limit exactly as it does a full disk.
    const database = new DatabaseSync(path);
    database.exec('pragma max_page_count = 1');
    const limited = await journalIn(database, path);
    const long = { ...threadFor('q'), draft: 'x'.repeat(100_000) };
    await expect(limited.create(long, 1)).rejects.toMatchObject({ reason: 'full' });
    expect(await limited.publications({})).toHaveLength(1);
    await limited.close();
    const roomy = await openSqliteJournal(path);
    await roomy.create(long, 1);
    await roomy.close();
  });

  it('has a folder in the way of its file', async () => {
    const path = newPath();
    mkdirSync(path, { recursive: true });
    await expect(openSqliteJournal(path)).rejects.toMatchObject({ name: 'JournalError' });
  });

  it('has a file in the way of its folder', async () => {
    const path = newPath();
    mkdirSync(join(path, '..', '..'), { recursive: true });
    writeFileSync(join(path, '..'), '');
    const refused = { name: 'JournalError', message: expect.stringMatching(/there is a file of that name/) };
    await expect(openSqliteJournal(path)).rejects.toMatchObject(refused);
  });

  it.each([
    [5, 'locked'],
    [261, 'locked'],
    [8, 'read-only'],
    [1032, 'read-only'],
    [10, 'io'],
    [11, 'corrupt'],
    [13, 'full'],
    [14, 'not-permitted'],
    [1555, 'exists'],
    [1, undefined],
  ] as const)('SQLite’s %i is %s, and has a sentence', (errcode, kind) => {
    expect(SQLITE_ENGINE.failureKind(Object.assign(new Error('x'), { errcode }), 'j.db')).toBe(kind);
    if (kind !== undefined)
      expect(journalFailure(SQLITE_ENGINE, kind, 'j.db', null).message).toContain('j.db');
  });
});
