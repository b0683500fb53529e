import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import { fakeIo } from './fake-io.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  server = await startPostgres();
}, 90_000);
afterAll(() => server.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-command-'));
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  const account = '{ network: x, base_url: "http://127.0.0.1:9" }';
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `defaults: { account: me }\naccounts: { me: ${account} }\n`,
  );
  for (const name of ['a', 'b']) writeFileSync(join(folder, `posts/${name}.md`), `About ${name}.\n`);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function call(argv: readonly string[], env: Record<string, string> = {}) {
  const io = fakeIo({ cwd: folder, env: { THREADMILL_ME_TOKEN: 'user-me-secret', ...env } });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

const queue = async (env?: Record<string, string>): Promise<unknown> =>
  JSON.parse((await call(['queue', '--json'], env)).out);

describe('journal', () => {
  it('moves everything to PostgreSQL and back, where DATABASE_URL alone says which one is used', async () => {
    for (const name of ['a', 'b']) await call(['schedule', `posts/${name}.md`, '--at', '2036-07-01 09:00']);
    const before = await queue();
    expect(before).toHaveLength(2);
    expect((await call(['journal', 'export', 'out.jsonl'])).code).toBe(0);
    expect((statSync(join(folder, 'out.jsonl')).mode & 0o777).toString(8)).toBe('600');

    const there = { DATABASE_URL: server.url };
    expect(await call(['journal', 'import', 'out.jsonl'], there)).toMatchObject({
      code: 0,
      err: 'Imported 2 publications into the journal.\n',
    });
    expect(await queue(there)).toEqual(before);
    // What happens there is learned here, from the frozen file.
    expect((await call(['queue', 'cancel', 'posts/b.md'], there)).code).toBe(0);
    expect(await queue()).toHaveLength(1);

    rmSync(join(folder, '.threadmill'), { recursive: true });
    await call(['journal', 'export', 'back.jsonl'], there);
    expect((await call(['journal', 'import', 'back.jsonl'])).code).toBe(0);
    expect(await queue()).toEqual(await queue(there));
    expect(await queue()).toHaveLength(1);
  });

  it('takes nobody’s place: no file’s, and no journal’s that holds something', async () => {
    await call(['schedule', 'posts/a.md', '--at', '2036-07-01 09:00']);
    writeFileSync(join(folder, 'precious.txt'), 'precious');
    expect(await call(['journal', 'export', 'precious.txt'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('already exists'),
    });
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('precious');
    await call(['journal', 'export', 'out.jsonl']);
    expect(await call(['journal', 'import', 'out.jsonl'])).toMatchObject({
      code: 4,
      err: expect.stringContaining('not empty'),
    });
    for (const [args, why] of [
      [['import', 'missing.jsonl'], 'missing.jsonl can’t be read: there is no such file.'],
      [['export', 'nowhere/out.jsonl'], 'Can’t create nowhere/out.jsonl: there is no such folder.'],
    ] as const)
      expect(await call(['journal', ...args])).toMatchObject({ code: 2, err: expect.stringContaining(why) });
    expect((await call(['journal', 'import', 'precious.txt'])).code).not.toBe(0);
  });

  it('is seen to be worked on by several workers, and not moved away under them', async () => {
    const env = { DATABASE_URL: server.url };
    const workers = [1, 2].map(() =>
      spawn(process.execPath, [MAIN, 'run'], {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: 'ignore',
      }),
    );
    const ended = workers.map((child) => once(child, 'exit'));
    const ids = async (): Promise<unknown[]> =>
      (JSON.parse((await call(['status', '--json'], env)).out) as { workers: unknown[] }).workers;
    await vi.waitFor(async () => expect(await ids()).toHaveLength(2), { timeout: 15_000 });
    expect((await call(['status'], env)).out).toMatch(/^worker: process \d+ on .*, process \d+ on /);
    const { err } = await call(['schedule', 'posts/a.md', '--at', '2036-07-01 09:00'], env);
    expect(err).not.toContain('No worker');
    expect((await call(['journal', 'export', 'out.jsonl'], env)).code).toBe(4);
    for (const child of workers) child.kill('SIGTERM');
    expect(await Promise.all(ended)).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(await ids()).toEqual([]);
  });

  it('leaves no half of an export behind where a worker is at work', async () => {
    await call(['schedule', 'posts/a.md', '--at', '2036-07-01 09:00']);
    const path = join(folder, '.threadmill/threadmill.db');
    const journal = await openSqliteJournal(path);
    const lease = { account: '#worker', token: 't', owner: 'p', expiresAt: Date.now() + 60_000 };
    await journal.takeLease(lease, Date.now());
    expect(await call(['journal', 'export', 'out.jsonl'])).toMatchObject({
      code: 4,
      err: expect.stringContaining('Stop every worker'),
    });
    expect(existsSync(join(folder, 'out.jsonl'))).toBe(false);
    await journal.dropLease(lease);
    await journal.close();
    expect((await call(['journal', 'export', 'out.jsonl'])).code).toBe(0);
  });
});
