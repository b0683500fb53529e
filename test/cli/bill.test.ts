import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

type Bill = { readonly bill: { readonly totalUsd: number } };
let folder: string;
let sandbox: Sandbox;

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd: folder, env: { THREADMILL_ME_TOKEN: 'user-me-secret' } });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

/** What the server billed so far, by its own price list, in thousandths of a dollar. */
const billed = async (): Promise<number> =>
  Math.round(((await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as Bill).bill.totalUsd * 1_000);

/** What the journal booked, likewise. */
const booked = async (): Promise<number> =>
  (JSON.parse((await call('history', '--spending', '--json')).out) as { usd: number }[]).reduce(
    (sum, { usd }) => sum + Math.round(usd * 1_000),
    0,
  );

/** Writes and publishes `n` drafts of one post, one command each; what the previews quoted, in thousandths. */
async function publishSingles(n: number, name: string): Promise<number> {
  let quoted = 0;
  for (let at = 1; at <= n; at += 1) {
    const file = `posts/${name}-${at}.md`;
    writeFileSync(join(folder, file), `Post ${at} of ${n}, named ${name}.\n`);
    const preview = JSON.parse((await call('preview', file, '--json')).out) as {
      threads: { cost_usd: number }[];
    };
    quoted += Math.round((preview.threads[0]?.cost_usd ?? 0) * 1_000);
    const { code, err } = await call('publish', file, '--yes');
    expect([code, err]).toEqual([0, '']);
  }
  return quoted;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bill-'));
  for (const name of ['config', 'posts']) mkdirSync(join(folder, name));
  sandbox = await startSandbox({});
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `defaults: { account: me }\naccounts:\n  me: { network: x, base_url: "${sandbox.url}", find_delays_ms: [1, 2] }\n`,
  );
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

it('quotes for 12 posts what is billed: on a known account exactly, on a new one up to $0.015 less', async () => {
  const quotedAtFirst = await publishSingles(12, 'first');
  const first = await billed();
  expect(first - quotedAtFirst).toBeLessThanOrEqual(15);
  const quoted = await publishSingles(12, 'second');
  const second = (await billed()) - first;
  process.stdout.write(
    `12 posts, first use: quoted $${quotedAtFirst / 1_000}, billed $${first / 1_000}; known account: quoted $${quoted / 1_000}, billed $${second / 1_000}\n`,
  );
  expect(second).toBe(quoted);
  expect(await booked()).toBe(await billed());
}, 120_000);

it('books deletions, the reads before them, and a look for a lost post', async () => {
  await publishSingles(1, 'lost');
  const faults = JSON.stringify({ faults: ['drop-response@1'] });
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: faults });
  writeFileSync(join(folder, 'posts/b.md'), 'One.\n\n---\n\nTwo.\n');
  expect((await call('publish', 'posts/b.md', '--yes')).code).toBe(0);
  expect(await booked()).toBe(await billed());
  expect((await call('undo', 'posts/b.md', '--yes')).code).toBe(0);
  expect(await booked()).toBe(await billed());
}, 60_000);

it('reads of a busy account no more than is new, and books it', async () => {
  await publishSingles(1, 'known');
  const before = await billed();
  for (let at = 0; at < 20; at += 1)
    await fetch(`${sandbox.url}/2/tweets`, {
      method: 'POST',
      headers: { authorization: 'Bearer user-me-secret', 'content-type': 'application/json' },
      body: JSON.stringify({ text: `By hand ${at}` }),
    });
  const byHand = (await billed()) - before;
  expect(byHand).toBe(300);
  await publishSingles(1, 'after');
  // The post, and the twenty that are new: then nothing is new any more.
  expect((await billed()) - before - byHand).toBe(15 + 20);
  await publishSingles(1, 'later');
  expect((await billed()) - before - byHand).toBe(15 + 20 + 15);
  expect(await booked()).toBe((await billed()) - byHand);
}, 60_000);
