import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPostgresJournal, postgresFailure } from '../../src/journal/postgres/postgres-journal.ts';
import { systemClock } from '../../src/machine/system-clock.ts';
import type { Ports } from '../../src/publishing/ports.ts';
import type { PublicationRecord } from '../../src/publishing/publication.ts';
import { sha256 } from '../../src/publishing/sha256.ts';
import { workThroughPgBoss } from '../../src/worker/pg-boss-queue.ts';
import { threadFor } from '../journal/contract.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import { FakeNetwork } from '../publishing/fake-network.ts';
import { MemoryFiles } from '../publishing/memory-files.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 90_000);
afterAll(() => server.stop());

it('brings out what is due by two workers, each post once and one publication at a time per account', async () => {
  const accounts = ['ann', 'ben', 'cho', 'dee', 'eve'];
  const now = Date.now();
  const journals = await Promise.all([1, 2].map(() => openPostgresJournal(server.url, { poolSize: 4 })));
  const [journal] = journals;
  if (journal === undefined) throw new Error('no journal');
  const networks = new Map(accounts.map((account) => [account, new FakeNetwork(systemClock)]));
  for (const account of accounts) {
    for (const part of [1, 2]) {
      const text = (n: number): string => `${account} ${part}, post ${n}`;
      const posts = [1, 2].map((index) => ({
        index,
        text: text(index),
        urls: [],
        costMicroUsd: 1,
        media: [],
      }));
      const id = `${account}${part}`;
      await journal.create(
        threadFor(id, { account, draft: `${id}.md`, textHash: sha256(id), posts }),
        now - 3 + part,
      );
    }
  }
  const far = threadFor('far1', { account: 'fay', draft: 'far.md', textHash: sha256('far') });
  await journal.create(far, now + 24 * 3_600_000);
  const stop = new AbortController();
  const left: PublicationRecord[] = [];
  const bugs: unknown[] = [];
  const files = new MemoryFiles();
  const work = journals.map((own, at) => {
    const ports: Ports = {
      journal: own,
      files,
      clock: systemClock,
      owner: { name: `worker ${at}`, isDead: () => false },
      killSwitch: async () => undefined,
    };
    return workThroughPgBoss(ports, {
      databaseUrl: server.url,
      failureOf: postgresFailure(server.url),
      stop: stop.signal,
      late: 'post',
      gapMs: () => 0,
      handOverEveryMs: 500,
      tell: (event) => {
        if (event.type === 'bug' || event.type === 'trouble') bugs.push(event.error);
        if (event.type !== 'left') return;
        left.push(event.record);
        if (left.filter(({ state }) => state === 'published').length === 10) stop.abort();
      },
      publisherFor: async ({ account }) => {
        const client = networks.get(account);
        if (client === undefined) return { ok: false, why: 'unknown' };
        const media = { perPost: 4, altLength: 1_000, imageBytes: 5_000_000 };
        const facts = { name: account, network: 'x', media, refusesRepeatsForMs: 0 } as const;
        return { ok: true, publisher: { account: facts, client } };
      },
    });
  });
  await Promise.all(work);
  expect(bugs).toEqual([]);
  for (const account of accounts) {
    const texts = networks.get(account)?.posts.map(({ text }) => text);
    const wanted = [1, 2].flatMap((part) => [1, 2].map((n) => `${account} ${part}, post ${n}`));
    expect(texts).toEqual(wanted);
  }
  expect((await journal.publication('far1'))?.state).toBe('scheduled');
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const jobs = await client.query("select data->>'account' as account from threadmill_queue.job");
  await client.end();
  // What is due tomorrow stays in the journal.
  expect(jobs.rows).not.toContainEqual({ account: 'fay' });
  for (const own of journals) await own.close();
}, 90_000);
