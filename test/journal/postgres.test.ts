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
    await expect(reachPostgres(server.url)).resolves.toBeUndefined();
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
    ['28P01', 'not-permitted'],
    ['25006', 'read-only'],
    ['XX001', 'corrupt'],
    ['ECONNRESET', 'io'],
    ['42601', undefined],
  ] as const)('PostgreSQL’s %s is %s, and has a sentence', (code, kind) => {
    expect(POSTGRES_ENGINE.failureKind(Object.assign(new Error('x'), { code }))).toBe(kind);
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
