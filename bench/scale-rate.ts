import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresJournal } from '../src/journal/postgres-journal.ts';
import { startPostgres } from '../test/postgres/server.ts';

/** What a number of workers came to. */
export type Rate = {
  readonly workers: number;
  readonly publications: number;
  readonly seconds: number;
  readonly wrong: number;
};

const SANDBOX = join(import.meta.dirname, '../src/cli/main.ts');
const WORKER = join(import.meta.dirname, 'scale-worker.ts');

async function sandbox(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(SANDBOX, ['sandbox', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`The sandbox did not start: ${said}`);
}

/** Sends `publications` posts of as many accounts through `workers` processes that share one PostgreSQL. */
export async function measureRate(workers: number, publications: number): Promise<Rate> {
  const folder = mkdtempSync(join(tmpdir(), 'rate-'));
  mkdirSync(join(folder, 'posts'));
  const server = await startPostgres({ durable: true });
  const { child: site, url } = await sandbox(folder);
  const journal = await openPostgresJournal(server.url);
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
        textHash: String(n).padStart(64, '0'),
        posts: [{ index: 1, text: `Post ${n}.`, urls: [], costMicroUsd: 15_000, media: [] }],
      },
      now,
    );
  }
  const children = await Promise.all(
    Array.from({ length: workers }, async () => {
      const child = fork(WORKER, [folder, server.url, url], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      await once(child, 'message');
      return child;
    }),
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
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  // Each exactly once, on the network and in the journal.
  const wrong =
    Math.abs(publications - texts.size) +
    Math.abs(state.posts.length - texts.size) +
    (publications - published);
  return { workers, publications, seconds, wrong };
}
