import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type FakeWorld, fakeIo } from './fake-io.ts';

type Json = Record<string, unknown>;
let folder: string;
let sandbox: Sandbox;

async function call(
  argv: readonly string[],
  world: FakeWorld = {},
): Promise<{ code: number; out: string; err: string }> {
  const env = {
    THREADMILL_ME_TOKEN: 'user-me-secret',
    THREADMILL_NOTIFY_WEBHOOK: 'http://127.0.0.1:9/secret-hook',
  };
  const io = fakeIo({ cwd: folder, env, ...world });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

const logOf = (out: string): Json[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
const status = async (): Promise<Json> => JSON.parse((await call(['status', '--json'])).out) as Json;
const posted = async (): Promise<string[]> => {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: { text: string }[] };
  return state.posts.map(({ text }) => text);
};
/** Schedules a draft and makes it due now. */
async function due(draft: string, ...more: string[]): Promise<void> {
  // The keys of `mute` are there when it is scheduled, and gone when it is sent.
  const env = { THREADMILL_ME_TOKEN: 'user-me-secret', THREADMILL_MUTE_TOKEN: 'user-mute-secret' };
  const { err } = await call(['schedule', draft, '--at', 'in 2h', ...more], { env });
  expect(err).toContain('No worker');
  expect((await call(['queue', 'retry', draft])).code).toBe(0);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'running-'));
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  sandbox = await startSandbox({});
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `defaults: { account: me }
accounts:
  me: { network: x, base_url: "${sandbox.url}", find_delays_ms: [1, 2], monthly_cap_usd: 5 }
  mute: { network: x, base_url: "${sandbox.url}" }
`,
  );
  writeFileSync(join(folder, 'posts/a.md'), 'One.\n\n---\n\nTwo.\n\n---\n\nThree.\n');
  writeFileSync(join(folder, 'posts/b.md'), 'Another.\n');
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

describe('a DATABASE_URL that names no PostgreSQL', () => {
  it.each(['mysql://db/app', 'postgress://db/app'])('%s is told by the worker and by status', async (url) => {
    await due('posts/a.md');
    const env = { THREADMILL_ME_TOKEN: 'user-me-secret', DATABASE_URL: url };
    const { code, out } = await call(['run', '--once'], { env });
    expect(code).toBe(0);
    const note = 'DATABASE_URL is not a PostgreSQL address, so the journal stays in its file';
    expect(logOf(out)[0]).toMatchObject({ level: 'warn', msg: note });
    expect(await posted()).toHaveLength(3);
    const shown = await call(['status'], { env });
    expect(shown.err).toContain(note);
    expect(shown.out).toContain('1 published');
    expect(shown.err + shown.out + out).not.toContain('db/app');
  });
});

describe('run', () => {
  it('sends what is due with --once, logs JSON lines, and leaves the rest', async () => {
    await due('posts/a.md');
    await call(['schedule', 'posts/b.md', '--at', 'in 2h']);
    const { code, out } = await call(['run', '--once']);
    expect(code).toBe(0);
    expect(await posted()).toEqual(['One.', 'Two.', 'Three.']);
    expect(logOf(out).map(({ msg }) => msg)).toEqual([
      'worker started',
      'its time has come',
      'sent 1/3',
      'sent 2/3',
      'sent 3/3',
      'published',
      'nothing more is due',
    ]);
    expect(await status()).toMatchObject({
      worker: null,
      kill_switch: null,
      counts: [
        { state: 'published', reason: null, count: 1 },
        { state: 'scheduled', reason: null, count: 1 },
      ],
      accounts: [{ name: 'me', spent_usd: 0.055, monthly_cap_usd: 5, sent_last_hour: 3 }, { name: 'mute' }],
    });
    // What the answers told of the windows, the preview and the queue know.
    const left = /(\d+) left today; ends /.exec((await call(['preview', 'posts/b.md'])).out)?.[1];
    expect(Number(left)).toBeGreaterThan(0);
    expect((await call(['queue'])).out).toContain(`me: 1 post; ${left} left today; ends `);
    const month = new Date().toISOString().slice(0, 7);
    expect((await call(['history'])).out).toContain(`spent  me  ${month}  $0.055`);
    expect(JSON.parse((await call(['history', '--spending', '--json'])).out)).toEqual([
      { account: 'me', month, usd: 0.055 },
    ]);
    expect((await call(['history', '--spending', '--account', 'mute'])).out).toContain('Nothing was spent');
  });

  it('talks to people at a terminal', async () => {
    await due('posts/b.md');
    const { out } = await call(['run', '--once'], { isTTY: true });
    expect(out).toMatch(/^\d\d:\d\d:\d\d {2}info {3}posts\/b\.md → me {2}sent 1\/1 {2}post=1 url=http:/m);
    expect(out).not.toContain('{');
  });

  it('tells what stands still by its exit code and its log, and never a secret', async () => {
    await due('posts/b.md', '--account', 'mute');
    const { code, out } = await call(['run', '--once']);
    expect(code).toBe(4);
    const lines = logOf(out);
    expect(lines.find(({ level, state }) => level === 'warn' && state === 'paused')).toMatchObject({
      reason: 'auth',
      account: 'mute',
    });
    expect(lines.find(({ msg }) => String(msg).includes('webhook'))).toBeDefined();
    expect(out).not.toMatch(/secret-hook|me-secret/);
    const shown = await call(['status']);
    expect(shown.out).toContain('needs you:');
    expect(shown.out).toContain('posts/b.md → mute');
    expect(((await status())['standing'] as Json[])[0]).toMatchObject({ account: 'mute', reason: 'auth' });
  });

  it('sends nothing while stop is on, says so everywhere, and goes on after', async () => {
    await due('posts/b.md');
    expect((await call(['stop'])).out).toContain('nothing is sent while');
    expect(existsSync(join(folder, '.threadmill/STOP'))).toBe(true);
    const { code, out } = await call(['run', '--once']);
    expect(code).toBe(4);
    const said = logOf(out).map(({ msg }) => msg);
    expect(said).toContain('all sending is forbidden');
    expect(said.at(-1)).toMatch(
      /^something is due, but sending is stopped: .*STOP exists\. To allow it again: threadmill stop --end$/,
    );
    expect(await posted()).toEqual([]);
    expect((await call(['status'])).out).toContain('sending: stopped by');
    expect((await call(['queue'])).out).toContain('Sending is stopped');
    expect((await call(['stop', '--end'])).out).toContain('allowed again');
    expect((await call(['stop', '--end'])).out).toContain('was not stopped');
    await call(['run', '--once']);
    expect(await posted()).toEqual(['Another.']);
  });

  it('refuses to be a second worker, which the status shows', async () => {
    await due('posts/b.md');
    const journal = await openSqliteJournal(join(folder, '.threadmill/threadmill.db'));
    const now = Date.now();
    const lease = {
      account: '#worker',
      token: 't',
      owner: 'process 1 on elsewhere #x',
      expiresAt: now + 60_000,
    };
    await journal.takeLease(lease, now);
    const { code, err } = await call(['run', '--once']);
    expect(code).toBe(4);
    expect(err).toContain('Another worker (process 1 on elsewhere) is already running');
    expect(err).toContain('--wait');
    expect((await status())['worker']).toBe('process 1 on elsewhere');
    await journal.dropLease(lease);
    await journal.close();
    expect((await call(['run', '--once', '--wait'])).code).toBe(0);
    expect(await posted()).toEqual(['Another.']);
  });

  it('serves metrics while it is at work, and ends in good order when it is stopped', async () => {
    await due('posts/b.md');
    const stop = new AbortController();
    const env = { THREADMILL_ME_TOKEN: 'user-me' };
    const io = fakeIo({ cwd: folder, env, signal: stop.signal });
    const ended = run(['run', '--metrics', '0'], io);
    const until = async (text: string): Promise<void> => {
      while (!io.out().includes(text)) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await until('"msg":"published"');
    const url = /metrics at (http:\/\/127\.0\.0\.1:\d+)/.exec(io.out())?.[1] ?? '';
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      'threadmill_posts_sent_total{account="me",network="x"} 1',
    );
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    stop.abort();
    expect(await ended).toBe(0);
    expect(io.out()).toContain('stopped, nothing in flight');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    expect((await status())['worker']).toBeNull();
  });

  it.each([
    [['run', '--metrics', 'many'], 2, '--metrics takes a whole number'],
    [['run', '--log-level', 'loud'], 2, 'Allowed choices'],
  ])('refuses %s', async (args, code, says) => {
    const result = await call(args);
    expect(result.err).toContain(says);
    expect(result.code).toBe(code);
  });
});
