import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalFailure } from '../../src/journal/engine.ts';
import { POSTGRES_ENGINE } from '../../src/journal/postgres/postgres-facts.ts';
import {
  openPostgresJournal,
  postgresPlace,
  reachPostgres,
} from '../../src/journal/postgres/postgres-journal.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import { isPassing } from '../../src/publishing/journal-error.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import { journalContract, threadFor } from './contract.ts';
import { recordsContract } from './records-contract.ts';
import { scheduleContract } from './schedule-contract.ts';

let server: PostgresServer;
let made = 0;
beforeAll(async () => {
  server = await startPostgres();
}, 90_000);
afterAll(() => server.stop());

const free: string[] = [];

/** An empty journal: in a new schema, or in one that a test has closed, which is quicker. */
async function open(): Promise<Journal> {
  const known = free.pop();
  made += known === undefined ? 1 : 0;
  const schema = known ?? `journal_${made}`;
  if (known !== undefined) {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const tables = [
      'publications',
      'posts',
      'media',
      'rate_windows',
      'reservations',
      'account_apps',
      'spending',
      'leases',
    ];
    await client.query(`truncate ${tables.map((table) => `${schema}.${table}`).join(', ')}`);
    await client.end();
  }
  const journal = await openPostgresJournal(server.url, { schema, poolSize: 3 });
  const close = async (): Promise<void> => {
    await journal.close();
    free.push(schema);
  };
  return { ...journal, close };
}

journalContract({ name: 'PostgreSQL', open });
scheduleContract({ name: 'PostgreSQL', open });
recordsContract({ name: 'PostgreSQL', open });

describe('a journal in PostgreSQL', () => {
  it('is made by eight processes at the same moment, and shared by them', async () => {
    const journals = await Promise.all(
      Array.from({ length: 8 }, () => openPostgresJournal(server.url, { schema: 'shared', poolSize: 2 })),
    );
    await Promise.all(journals.map((journal, at) => journal.create(threadFor(`p${at}`), 1)));
    expect(await journals[0]?.publications({})).toHaveLength(8);
    for (const journal of journals) await journal.close();
  });

  it('gives an account to one of many who ask at once', async () => {
    const journals = await Promise.all(
      Array.from({ length: 6 }, () => openPostgresJournal(server.url, { schema: 'asked', poolSize: 2 })),
    );
    for (let round = 0; round < 20; round += 1) {
      const held = await Promise.all(
        journals.map((journal, at) => {
          const token = `t${at}`;
          return journal.takeLease({ account: `a${round}`, token, owner: token, expiresAt: 99 }, 1);
        }),
      );
      expect(new Set(held.map(({ token }) => token)).size).toBe(1);
    }
    for (const journal of journals) await journal.close();
  });

  it('lets one of many send a post, and counts it once', async () => {
    const journals = await Promise.all(
      Array.from({ length: 4 }, () => openPostgresJournal(server.url, { schema: 'sent', poolSize: 2 })),
    );
    const [first] = journals;
    const lease = { account: 'me', token: 't', owner: 'o', expiresAt: 99 };
    await first?.create(threadFor('p'), 1);
    await first?.takeLease(lease, 1);
    await first?.tellWindows(
      { account: 'me', app: 'me' },
      [{ call: 'publish', name: '15min', lengthMs: 900_000, limit: 9, remaining: 5, resetAt: 50 }],
      1,
    );
    const results = await Promise.allSettled(journals.map((journal) => journal.intend('p', [1], lease, 1)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await first?.windows('me', 1))?.map(({ remaining }) => remaining)).toEqual([4]);
    for (const journal of journals) await journal.close();
  });

  it('whose connections the server ends says so, and goes on with new ones', async () => {
    const journal = await openPostgresJournal(server.url, { schema: 'ended', poolSize: 3 });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const failures: unknown[] = [];
    let rounds = 0;
    const write = async (): Promise<void> => {
      for (let at = 0; at < 150; at += 1) {
        const lease = { account: `a${at}`, token: 't', owner: 'o', expiresAt: 99 };
        const told = journal.tellWindows({ account: `a${at}`, app: 'me' }, [], 1);
        for (const ended of await Promise.allSettled([told, journal.takeLease(lease, 1)]))
          if (ended.status === 'rejected') failures.push(ended.reason);
      }
    };
    const writing = write().finally(() => {
      rounds = -1;
    });
    while (rounds >= 0) {
      rounds += 1;
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
      );
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await writing;
    await client.end();
    // Nothing listens for the process here: an event that nobody hears would fail the run.
    expect(failures).not.toHaveLength(0);
    expect(failures.filter((error) => !isPassing(error))).toEqual([]);
    await expect.poll(() => journal.publications({}).catch(String), { timeout: 5_000 }).toEqual([]);
    await journal.close();
  });

  it('that waits too long inside of a transaction is told as an ended connection', async () => {
    const url = `${server.url}?options=${encodeURIComponent('-c idle_in_transaction_session_timeout=50')}`;
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const client = await pool.connect();
    client.on('error', () => undefined);
    await client.query('begin');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const error: unknown = await client.query('select 1').catch((reason: unknown) => reason);
    client.release(true);
    await pool.end();
    expect(POSTGRES_ENGINE.failureKind(error, 'a server')).toBe('io');
  });

  it('of a newer version is refused', async () => {
    await (await openPostgresJournal(server.url, { schema: 'newer' })).close();
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(
      "insert into newer.kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')",
    );
    await client.end();
    await expect(openPostgresJournal(server.url, { schema: 'newer' })).rejects.toMatchObject({
      reason: 'newer',
    });
  });

  it('can be asked whether it lets us in, and is left as it is', async () => {
    expect(Math.abs((await reachPostgres(server.url)) - Date.now())).toBeLessThan(30_000);
    await expect(reachPostgres(server.url.replace(/\/[^/?]*(?=\?|$)/, '/nowhere'))).rejects.toThrow(
      /refuses the user, the password or the database/,
    );
  });

  it('that can’t be reached says where it should be, and never the password', async () => {
    const url = 'postgres://me:secret@127.0.0.1:1/mine';
    const error: unknown = await openPostgresJournal(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'JournalError', reason: 'io' });
    expect(String(error)).toContain('postgres://127.0.0.1:1/mine');
    expect(String(error)).not.toContain('secret');
    expect(postgresPlace('not a url')).toBe('in PostgreSQL');
  });

  it.each([
    ['23505', 'exists'],
    ['53100', 'full'],
    ['53300', 'locked'],
    ['40P01', 'locked'],
    ['55P03', 'locked'],
    ['08006', 'io'],
    ['57P01', 'io'],
    ['57P03', 'locked'],
    ['57014', 'locked'],
    ['25P03', 'io'],
    ['25P04', 'io'],
    ['28P01', 'not-permitted'],
    ['25006', 'read-only'],
    ['XX001', 'corrupt'],
    ['ECONNRESET', 'io'],
    ['42601', undefined],
  ] as const)('PostgreSQL’s %s is %s, and has a sentence', (code, kind) => {
    expect(POSTGRES_ENGINE.failureKind(Object.assign(new Error('x'), { code }), 'a server')).toBe(kind);
    if (kind !== undefined) expect(journalFailure(POSTGRES_ENGINE, kind, 'j', null).message).toContain('j');
  });

  it('is told as a server’s, not as a disk’s', () => {
    const where = 'postgres://db.example.org/posts';
    expect(journalFailure(POSTGRES_ENGINE, 'io', where, null).message).toBe(
      `The journal ${where} can't be reached, or ended the connection. Check that the server is running and that DATABASE_URL names it, then try again.`,
    );
    expect(journalFailure(POSTGRES_ENGINE, 'not-permitted', where, null).message).toContain(
      'Check DATABASE_URL.',
    );
    expect(journalFailure(POSTGRES_ENGINE, 'full', where, null).message).toContain('Make room');
  });
});
