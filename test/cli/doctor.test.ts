import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type FakeWorld, fakeIo } from './fake-io.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  mkdirSync(join(folder, 'config'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const configure = (text: string): void => writeFileSync(join(folder, 'config/threadmill.yaml'), text);

async function doctor(world: FakeWorld = {}): Promise<{ code: number; lines: string[] }> {
  const io = fakeIo({ cwd: folder, ...world });
  const code = await run(['doctor'], io);
  return { code, lines: io.out().split('\n') };
}

async function listen(
  headers: Readonly<Record<string, string>> = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer((_request, response) => response.writeHead(404, headers).end());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

describe('doctor', () => {
  it('is content with a project that is complete, and never shows a secret', async () => {
    configure('accounts: { me: { network: x } }\nsite: { public_dir: config }');
    const keys = ['API_KEY', 'API_SECRET', 'ACCESS_TOKEN', 'ACCESS_SECRET'];
    const lines4 = keys.map((end) => `THREADMILL_ME_${end}=open-sesame\n`).join('');
    writeFileSync(join(folder, '.env'), lines4, { mode: 0o600 });
    const { code, lines } = await doctor();
    expect(code).toBe(0);
    expect(lines.slice(1)).toEqual([
      'ok    configuration: config/threadmill.yaml',
      'ok    site.public_dir: config is there',
      'ok    account me: has four keys for x',
      'ok    .env: is private',
      'ok    .threadmill/threadmill.db: not there yet: the first publish creates it',
      '',
    ]);
    expect(lines.join('\n')).not.toContain('sesame');
  });

  it('names the kill switch', async () => {
    mkdirSync(join(folder, '.threadmill'));
    writeFileSync(join(folder, '.threadmill/STOP'), '');
    expect((await doctor()).lines).toContain(
      'warn  .threadmill/STOP: stops all sending; to allow it again: threadmill stop --end',
    );
  });

  it.skipIf(process.getuid?.() === 0)('names folders that can’t be written', async () => {
    mkdirSync(join(folder, 'posts'), { mode: 0o555 });
    chmodSync(folder, 0o555);
    const { code, lines } = await doctor();
    chmodSync(folder, 0o755);
    expect(code).toBe(3);
    for (const name of ['.', 'posts'])
      expect(lines).toContain(`FAIL  ${name}/: you may not write there, and publishing has to write there`);
  });

  it.each([
    [
      'a missing secret by its name',
      () => configure('accounts: { me: { network: x } }'),
      'FAIL  account me: lacks THREADMILL_ME_API_KEY, THREADMILL_ME_API_SECRET, THREADMILL_ME_ACCESS_TOKEN, THREADMILL_ME_ACCESS_SECRET: put them in .env or the environment',
    ],
    [
      'a .env that others can read',
      () => {
        writeFileSync(join(folder, '.env'), '');
        chmodSync(join(folder, '.env'), 0o644);
      },
      'FAIL  .env: other users can read it (mode 0644): chmod 600 .env',
    ],
    [
      'a public_dir that is not there',
      () => configure('site: { public_dir: nowhere }'),
      'FAIL  site.public_dir: nowhere is not a folder in ',
    ],
    ['a mistake in the configuration', () => configure('acounts: {}'), 'FAIL  configuration: '],
    [
      'a journal that is no database',
      () => {
        mkdirSync(join(folder, '.threadmill'));
        writeFileSync(join(folder, '.threadmill/threadmill.db'), 'x'.repeat(5000), { mode: 0o600 });
      },
      'FAIL  .threadmill/threadmill.db: The journal',
    ],
  ])('names %s, and ends with 3', async (_what, prepare, message) => {
    prepare();
    const { code, lines } = await doctor();
    expect(code).toBe(3);
    expect(lines.filter((line) => line.startsWith(message))).toHaveLength(1);
  });

  it('says that a journal opens', async () => {
    mkdirSync(join(folder, '.threadmill'));
    const path = join(folder, '.threadmill/threadmill.db');
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE a (b)');
    database.close();
    chmodSync(path, 0o600);
    const { lines } = await doctor();
    expect(lines).toContain('ok    .threadmill/threadmill.db: opens and is sound');
  });

  it('asks the database that DATABASE_URL names, and shows no password', async () => {
    const { code, lines } = await doctor({
      env: { DATABASE_URL: 'postgres://me:hushhush@127.0.0.1:1/mine' },
    });
    expect(code).toBe(3);
    expect(lines.join('\n')).toMatch(
      /FAIL {2}journal: The journal postgres:\/\/127\.0\.0\.1:1\/mine can't be reached/,
    );
    expect(lines.join('\n')).not.toMatch(/hushhush|threadmill\.db/);
  });

  it('says that a DATABASE_URL of another kind is not used', async () => {
    const { code, lines } = await doctor({ env: { DATABASE_URL: 'mysql://127.0.0.1/mine' } });
    expect(code).toBe(0);
    expect(lines).toContain(
      'warn  journal: DATABASE_URL is not a PostgreSQL address, so the journal stays in its file',
    );
  });

  it('says whether the server of a base_url answers', async () => {
    const env = { THREADMILL_ME_TOKEN: 'open-sesame' };
    const running = await listen();
    configure(`accounts: { me: { network: x, base_url: "${running.url}" } }`);
    expect((await doctor({ env })).lines).toContain(`ok    account me: ${running.url} responds`);
    await running.close();

    const gone = await listen();
    await gone.close();
    configure(`accounts: { me: { network: x, base_url: "${gone.url}" } }`);
    const { code, lines } = await doctor({ env });
    expect(code).toBe(0);
    expect(lines).toContain(
      `warn  account me: ${gone.url} doesn’t respond (ECONNREFUSED); is the sandbox running?`,
    );
  });

  it('says that a token of X ends, and where keys that last come from', async () => {
    configure('accounts: { me: { network: x } }');
    const { code, lines } = await doctor({ env: { THREADMILL_ME_TOKEN: 'open-sesame' } });
    expect(code).toBe(0);
    expect(lines).toContain(
      'warn  account me: has a token for x, which expires after 2 hours; publishing then stops',
    );
    expect(lines).toContain('      fix: threadmill accounts add x me');
  });

  it('asks the server of several accounts once', async () => {
    const running = await listen();
    const account = `network: x, base_url: "${running.url}"`;
    configure(`accounts: { me: { ${account} }, you: { ${account} } }`);
    const { lines } = await doctor({ env: {} });
    expect(lines.filter((line) => line.includes('responds'))).toEqual([
      `ok    accounts me, you: ${running.url} responds`,
    ]);
    await running.close();
  });

  it('compares the clock with the server’s', async () => {
    const late = await listen({ date: new Date(Date.now() - 3_600_000).toUTCString() });
    configure(`accounts: { me: { network: x, base_url: "${late.url}" } }`);
    const { lines } = await doctor({ env: { THREADMILL_ME_TOKEN: 'open-sesame' } });
    expect(lines.join('\n')).toMatch(
      /warn {2}clock: this machine is (59|60|61) min ahead of http.*\n {6}fix: set the clock/,
    );
    await late.close();
  });

  it.each([
    ['empty', '', 'TZ is empty: times without a zone are read as UTC'],
    ['unknown', 'Mars/Olympus', 'TZ is ‘Mars/Olympus’, which is not a time zone: times'],
  ])('names a time zone that is %s', async (_what, TZ, message) => {
    configure('');
    const { code, lines } = await doctor({ env: { TZ } });
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith(`warn  time zone: ${message}`))).toHaveLength(1);
    expect((await doctor({ env: { TZ: ':Europe/Berlin' } })).lines.join('\n')).not.toContain('time zone:');
  });

  it('fails where git would take .env, or has it already', async () => {
    configure('');
    const git = (...args: string[]): void => void execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
    git('init', '-q');
    const open = await doctor();
    expect(open.code).toBe(3);
    expect(open.lines.join('\n')).toMatch(/FAIL {2}git: does not ignore \.env.*\n {6}fix: threadmill init/);
    writeFileSync(join(folder, '.gitignore'), '.env*\n');
    expect((await doctor()).lines).toContain('ok    git: ignores .env');
    writeFileSync(join(folder, '.env'), 'A=1\n', { mode: 0o600 });
    git('add', '-f', '.env');
    const tracked = await doctor();
    expect(tracked.code).toBe(3);
    expect(tracked.lines.join('\n')).toContain('git rm --cached .env');
  });

  it('names variables of accounts that don’t exist, and shows no value', async () => {
    configure('accounts: { me: { network: x, base_url: "http://127.0.0.1:1" } }');
    const { lines } = await doctor({
      env: { THREADMILL_MEE_TOKEN: 'open-sesame-to-all', THREADMILL_ME_TOKEN: 'x' },
    });
    expect(lines.join('\n')).toContain(
      'warn  .env: THREADMILL_MEE_TOKEN: no account of that name (the accounts are: me)',
    );
    expect(lines.join('\n')).not.toContain('open-sesame');
  });

  it('names a frozen file that can’t be read', async () => {
    configure('');
    mkdirSync(join(folder, 'posts'));
    writeFileSync(join(folder, 'posts/a.thread.json'), '{ "threadmill": 1');
    const { code, lines } = await doctor();
    expect(code).toBe(3);
    expect(lines.join('\n')).toMatch(/FAIL {2}posts\/a\.thread\.json: [^\n]+\n {6}fix: restore it from git/);
  });

  it.each([
    [
      'ExecStart=/gone/node /gone/cli.js run\nWorkingDirectory=FOLDER',
      'FAIL',
      'needs /gone/node, which does not exist',
    ],
    ['ExecStart=threadmill run', 'FAIL', 'starts ‘threadmill’, which is not an absolute path'],
    ['ExecStart=NODE FOLDER/threadmill.js run\nWorkingDirectory=/tmp', 'FAIL', 'which does not exist'],
    ['ExecStart=NODE /tmp --threadmill\nWorkingDirectory=/tmp', 'warn', 'works in /tmp, not in this project'],
    [
      'ExecStart=NODE /tmp --threadmill\nWorkingDirectory=FOLDER',
      'ok  ',
      'its programs and its folder exist',
    ],
  ])('looks at the service that runs it: %s', async (unit, status, message) => {
    configure('');
    const place = join(folder, '.config/systemd/user');
    mkdirSync(place, { recursive: true });
    const text = unit.replaceAll('FOLDER', folder).replaceAll('NODE', process.execPath);
    writeFileSync(join(place, 'threadmill.service'), `[Service]\n${text}\n`);
    const { lines } = await doctor({ env: { HOME: folder } });
    const [line = ''] = lines.filter((one) => one.includes('threadmill.service'));
    expect(line.startsWith(status)).toBe(true);
    expect(line).toContain(message);
  });

  it('gives JSON', async () => {
    const io = fakeIo({ cwd: folder });
    expect(await run(['doctor', '--json'], io)).toBe(0);
    expect(JSON.parse(io.out())).toContainEqual({
      status: 'warn',
      about: 'accounts',
      message: 'none yet: previews work, publishing needs one',
      fix: 'threadmill accounts add x, or sandbox to try it',
    });
  });
});
