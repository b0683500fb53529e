import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { startMetricsServer } from '../../src/worker/watching/metrics-server.ts';
import { fakeIo } from './fake-io.ts';

let folder: string;

async function call(...argv: string[]): Promise<{ code: number; said: string }> {
  const io = fakeIo({ cwd: folder, env: { THREADMILL_ME_TOKEN: 'user-me' } });
  const code = await run(argv, io);
  return { code, said: `${io.out()}${io.err()}` };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odd-'));
  for (const name of ['config', 'posts']) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    'accounts:\n  me: { network: x, base_url: "http://127.0.0.1:1" }\n',
  );
  writeFileSync(join(folder, 'posts/a.md'), 'Hello.\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('.threadmill as a link to a folder that is not there', () => {
  it.each([
    [['publish', 'posts/a.md', '--yes'], 4],
    [['schedule', 'posts/a.md', '--at', 'in 1h'], 4],
    [['accounts', 'check'], 3],
    [['run', '--once'], 3],
    [['stop'], 3],
    [['doctor'], 3],
  ])('is said by %j', async (argv, expected) => {
    symlinkSync('/nowhere/at/all', join(folder, '.threadmill'));
    const { code, said } = await call(...argv);
    expect(said).toContain('a link to a folder that is not there');
    expect(said).not.toContain('bug');
    expect(code).toBe(expected);
  });
});

describe('an account named __proto__', () => {
  it.each([
    'accounts: {__proto__: {network: x}}',
    'accounts:\n  me: {network: x}\n  __proto__: {network: x}',
  ])('is refused: %s', async (settings) => {
    writeFileSync(join(folder, 'config/threadmill.yaml'), settings);
    const { code, said } = await call('status');
    expect(said).toContain('accounts.__proto__: no name for an account');
    expect(code).toBe(3);
  });
});

describe('a pipe as a frozen file', () => {
  it.skipIf(process.platform === 'win32').each([
    [['publish', 'posts/a.md', '--yes'], 'no regular file'],
    [['preview', 'posts/a.md'], 'not a regular file'],
    [['freeze', 'posts/a.md'], ''],
    [['status'], ''],
  ])(
    'keeps nobody waiting: %j',
    async (argv, words) => {
      execFileSync('mkfifo', [join(folder, 'posts/a.thread.json')]);
      const { code, said } = await call(...argv);
      expect(said).toContain(words);
      expect(said).not.toContain('bug');
      expect(code).not.toBe(70);
    },
    10_000,
  );
});

describe('the metrics server', () => {
  it.each([
    ['127.0.0.1', 200],
    ['localhost:9464', 200],
    ['[::1]:9464', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example:9464', 403],
    ['localhost@evil.example', 403],
  ])('answers to the Host %s with %s', async (host, status) => {
    const pages = { metrics: async () => 'x 1\n', illness: async () => undefined };
    const server = await startMetricsServer(0, pages);
    const got = await new Promise((resolve, reject) => {
      get(`${server.url}/metrics`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    await server.close();
    expect(got).toBe(status);
  });
});
