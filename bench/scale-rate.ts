import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresJournal } from '../src/journal/postgres/postgres-journal.ts';
import { openSqliteJournal } from '../src/journal/sqlite/sqlite-journal.ts';
import { startPostgres } from '../test/postgres/server.ts';

/** Who sends, and to where. */
export type Crew = {
  readonly engine: 'sqlite' | 'postgres';
  readonly workers: number;
  /** How long the network takes for each answer, besides its own work. */
  readonly answerMs: number;
};

/** What a crew came to. */
export type Rate = {
  readonly publications: number;
  readonly seconds: number;
  readonly wrong: number;
};

const SANDBOX = join(import.meta.dirname, 'scale-sandbox.ts');
const WORKER = join(import.meta.dirname, 'scale-worker.ts');

/** Starts a program of this folder, and gives back the first thing that it says. */
async function start(program: string, args: readonly string[] = []): Promise<[ChildProcess, unknown]> {
  const child = fork(program, [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [said]: unknown[] = await once(child, 'message');
  return [child, said];
}

/**
 * Sends `publications` posts of as many accounts: through `workers` processes that share one PostgreSQL, or through one
 * with a file.
 */
export async function measureRate({ engine, workers, answerMs }: Crew, publications: number): Promise<Rate> {
  const folder = mkdtempSync(join(tmpdir(), 'rate-'));
  mkdirSync(join(folder, 'posts'));
  const server = engine === 'postgres' ? await startPostgres({ durable: true }) : undefined;
  const file = join(folder, 'threadmill.db');
  const [site, url] = await start(SANDBOX, [String(answerMs)]);
  const journal = await (server === undefined ? openSqliteJournal(file) : openPostgresJournal(server.url));
  const now = Date.now();
  for (let n = 0; n < publications; n += 1) {
    const id = `rate${n}`;
    await journal.create(
      {
        id,
        account: `a${n}`,
        network: 'x',
        draft: `posts/${n}.md`,
        frozenAt: now,
        draftHash: 'd'.repeat(64),
        hashVersion: 2,
        textHash: String(n).padStart(64, '0'),
        posts: [{ index: 1, text: `Post ${n}.`, urls: [], costMicroUsd: 15_000, media: [] }],
      },
      now,
    );
  }
  const args = [folder, file, server?.url ?? '', String(url)];
  const children = await Promise.all(
    Array.from({ length: workers }, async () => (await start(WORKER, args))[0]),
  );
  const began = performance.now();
  const ends = children.map((child) => once(child, 'exit'));
  for (const child of children) child.send('go');
  await Promise.all(ends);
  const seconds = (performance.now() - began) / 1_000;
  const state = (await (await fetch(`${url}/sandbox/state`)).json()) as { posts: { text: string }[] };
  const texts = new Set(state.posts.map(({ text }) => text));
  const published = (await journal.publications({ states: ['published'] })).length;
  await journal.close();
  site.kill();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  // Each exactly once, on the network and in the journal.
  const wrong =
    Math.abs(publications - texts.size) +
    Math.abs(state.posts.length - texts.size) +
    (publications - published);
  return { publications, seconds, wrong };
}
