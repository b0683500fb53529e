import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseFault, type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli/main.ts');
const ACCOUNTS = ['a', 'b', 'c', 'd'];
const POSTS = 12;

const folder = mkdtempSync(join(tmpdir(), 'lost-database-'));
let sandbox: Sandbox;
let server: PostgresServer;

type Process = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly ended: Promise<number | null>;
};

function start(...args: string[]): Process {
  const env = { ...process.env, DATABASE_URL: server.url };
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
  return { child, out: () => out, ended: once(child, 'close').then(([code]) => code as number | null) };
}

async function call(...args: string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  const one = start(...args);
  const code = await one.ended;
  return { code, out: one.out() };
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 240_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited too long until ${what}.`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const textsOf = (name: string): string[] =>
  Array.from({ length: POSTS }, (_, index) => `${name}, post ${index + 1}.`);

type Post = { readonly id: string; readonly text: string; readonly parentId: string | null };

async function posts(): Promise<readonly Post[]> {
  return ((await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: Post[] }).posts;
}

async function fill(round: string): Promise<string[]> {
  const names = ACCOUNTS.map((account) => `${round}-${account}`);
  for (const [index, name] of names.entries()) {
    const path = `posts/${name}.md`;
    writeFileSync(join(folder, path), textsOf(name).join('\n\n---\n\n'));
    const scheduled = await call('schedule', path, '--account', ACCOUNTS[index] ?? '', '--at', 'in 1h');
    expect(scheduled).toMatchObject({ code: 0 });
    expect(await call('queue', 'retry', path)).toMatchObject({ code: 0 });
  }
  return names;
}

async function expectOnceEach(names: readonly string[]): Promise<void> {
  const all = await posts();
  for (const name of names) {
    const own = all.filter(({ text }) => text.startsWith(`${name},`));
    expect(own.map(({ text }) => text)).toEqual(textsOf(name));
    expect(own.map(({ parentId }) => parentId)).toEqual([null, ...own.slice(0, -1).map(({ id }) => id)]);
  }
}

/** Ends every connection to the database but this one, again and again, while `isOn`. How many were ended. */
async function terminate(isOn: () => boolean): Promise<number> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  let ended = 0;
  while (isOn()) {
    const { rowCount } = await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
    );
    ended += rowCount ?? 0;
    await new Promise((done) => setTimeout(done, 40 + Math.random() * 400));
  }
  await client.end();
  return ended;
}

beforeAll(async () => {
  sandbox = await startSandbox({ faults: [parseFault('delay:120')] });
  server = await startPostgres();
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  const account = (name: string): string =>
    `  ${name}: { network: x, base_url: "${sandbox.url}", find_delays_ms: [40, 80] }\n`;
  writeFileSync(join(folder, 'config/threadmill.yaml'), `accounts:\n${ACCOUNTS.map(account).join('')}`);
  const token = (name: string): string => `THREADMILL_${name.toUpperCase()}_TOKEN=user-${name}\n`;
  writeFileSync(join(folder, '.env'), ACCOUNTS.map(token).join(''), { mode: 0o600 });
});

afterAll(async () => {
  await sandbox.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

it('keeps two workers alive while PostgreSQL ends their connections and restarts, and sends each post once', async () => {
  const names = await fill('ended');
  const workers = [start('run'), start('run')];
  const codes: (number | null)[] = [];
  for (const { ended } of workers) void ended.then((code) => codes.push(code));
  await until('some posts are out', async () => (await posts()).length >= 3);
  const end = Date.now() + 8_000;
  const killed = await terminate(() => Date.now() < end);
  expect(killed).toBeGreaterThan(20);
  await server.restart(1_500);
  const isOut = async (): Promise<boolean> => (await posts()).length >= names.length * POSTS;
  await until('all posts are out', isOut);
  await until('both know it', async () => {
    const { out } = await call('history', '--json');
    return (out.match(/"state":\s*"published"/g)?.length ?? 0) >= names.length;
  });
  await expectOnceEach(names);
  expect(codes).toEqual([]);
  const said = workers.map(({ out }) => out()).join('');
  expect(said).not.toMatch(/bug|\bat .*\.ts:\d+/);
  expect(said).toContain('ended the connection');
  for (const { child, ended } of workers) {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }
});
