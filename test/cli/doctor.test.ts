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

async function listen(): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer((_request, response) => response.writeHead(404).end());
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
    writeFileSync(join(folder, '.env'), 'THREADMILL_ME_TOKEN=open-sesame', { mode: 0o600 });
    const { code, lines } = await doctor();
    expect(code).toBe(0);
    expect(lines.slice(1)).toEqual([
      'ok    configuration: config/threadmill.yaml',
      'ok    site.public_dir: config is there',
      'ok    account me: has a token for x',
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
      expect(lines).toContain(`FAIL  ${name}/: you may not write there, and publishing must`);
  });

  it.each([
    [
      'a missing secret by its name',
      () => configure('accounts: { me: { network: x } }'),
      'FAIL  account me: lacks THREADMILL_ME_TOKEN: put it in .env or the environment',
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
      'FAIL  .threadmill/threadmill.db: can’t be opened: file is not a database',
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

  it('gives JSON', async () => {
    const io = fakeIo({ cwd: folder });
    expect(await run(['doctor', '--json'], io)).toBe(0);
    expect(JSON.parse(io.out())).toContainEqual({
      status: 'warn',
      about: 'accounts',
      message: 'none yet: previews work, publishing needs one',
    });
  });
});
