import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Posts of the account that Threadmill did not send. */
async function postByHand(n: number): Promise<void> {
  for (let at = 0; at < n; at += 1)
    await fetch(`${sandbox.url}/2/tweets`, {
      method: 'POST',
      headers: { authorization: 'Bearer user-me-secret', 'content-type': 'application/json' },
      body: JSON.stringify({ text: `By hand ${at}` }),
    });
}

it('quotes for 12 posts what is billed and booked: at the first use $0.015 more than the posts, later nothing more', async () => {
  await postByHand(20);
  const before = await billed();
  const quotedAtFirst = await publishSingles(12, 'first');
  const first = (await billed()) - before;
  expect(first).toBe(12 * 15 + 15);
  expect(quotedAtFirst).toBe(first);
  expect(await booked()).toBe(first);
  const quoted = await publishSingles(12, 'second');
  const second = (await billed()) - before - first;
  process.stdout.write(
    `12 posts, first use: quoted $${quotedAtFirst / 1_000}, billed $${first / 1_000}; known account: quoted $${quoted / 1_000}, billed $${second / 1_000}\n`,
  );
  expect(second).toBe(12 * 15);
  expect(quoted).toBe(second);
  expect(await booked()).toBe(first + second);
}, 120_000);

it('quotes of an account without posts at most the five that it would have read', async () => {
  const quoted = await publishSingles(2, 'new');
  expect(await billed()).toBe(2 * 15 + 10);
  expect(quoted).toBe((await billed()) + 5);
  expect(await booked()).toBe(await billed());
});

it('says in preview, offer and queue what the first use costs, and not again once the account is known', async () => {
  writeFileSync(join(folder, 'posts/a.md'), 'A first post.\n');
  const first = 'up to $0.015 more to read the account for the first time';
  expect((await call('preview', 'posts/a.md')).out).toContain(`1 post · $0.015 · ${first}`);
  expect((await call('publish', 'posts/a.md', '--dry-run')).out).toContain(first);
  expect((await call('schedule', 'posts/a.md', '--at', 'in 1h')).code).toBe(0);
  // Scheduling asked whose account it is: that is known now, and booked.
  expect([await booked(), await billed()]).toEqual([10, 10]);
  expect((await call('queue')).out).toMatch(/me: 1 post; ends .*; costs \$0\.02/);
  expect((await call('preview', 'posts/a.md')).out).toContain('up to $0.005 more to read the account');
  expect((await call('publish', 'posts/a.md', '--yes', '--now')).code).toBe(0);
  expect(await booked()).toBe(await billed());
  expect((await call('preview', 'posts/a.md')).out).not.toContain('to read the account');
}, 60_000);

it('counts logins in the cap: checks, and the account that is added', async () => {
  for (let at = 0; at < 3; at += 1) expect((await call('accounts', 'check', 'me')).code).toBe(0);
  expect([await booked(), await billed()]).toEqual([30, 30]);
  const env = Object.fromEntries(
    ['API_KEY', 'API_SECRET', 'ACCESS_TOKEN', 'ACCESS_SECRET'].map((end) => [
      `THREADMILL_NEW_${end}`,
      `new-${end}`,
    ]),
  );
  const io = fakeIo({ cwd: folder, env });
  expect(await run(['accounts', 'add', 'x', 'new', '--server', sandbox.url], io)).toBe(0);
  expect([await booked(), await billed()]).toEqual([40, 40]);
  writeFileSync(join(folder, 'posts/a.md'), 'By the new account.\n');
  expect((await call('publish', 'posts/a.md', '--yes', '--account', 'new')).err).toBe('');
  // Adding it asked whose it is: that is not asked again.
  expect(await booked()).toBe(40 + 15);
  expect(await billed()).toBe(40 + 15);
  const settings = readFileSync(join(folder, 'config/threadmill.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    settings.replace(/ {2}me: \{/, '  me: { monthly_cap_usd: 0.04,'),
  );
  writeFileSync(join(folder, 'posts/b.md'), 'One too many.\n');
  const { code, out, err } = await call('publish', 'posts/b.md', '--yes');
  expect(code).toBe(4);
  expect(out + err).toContain('may spend this month');
}, 60_000);

it('books a login whose response was lost: the network bills it all the same', async () => {
  const faults = JSON.stringify({ faults: ['drop-response@1'] });
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: faults });
  await call('accounts', 'check', 'me');
  expect(await booked()).toBe(await billed());
});

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
  await postByHand(20);
  const byHand = (await billed()) - before;
  expect(byHand).toBe(300);
  await publishSingles(1, 'after');
  // The post, and the twenty that are new: then nothing is new any more.
  expect((await billed()) - before - byHand).toBe(15 + 20);
  await publishSingles(1, 'later');
  expect((await billed()) - before - byHand).toBe(15 + 20 + 15);
  expect(await booked()).toBe((await billed()) - byHand);
}, 60_000);
