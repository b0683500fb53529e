import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseFault, type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli/main.ts');
const ACCOUNTS = ['a', 'b', 'c'];
const POSTS = 20;

const folder = mkdtempSync(join(tmpdir(), 'workers-'));
let sandbox: Sandbox;

type Worker = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly ended: Promise<number | null>;
};

function start(...args: string[]): Worker {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
  return { child, out: () => out, ended: once(child, 'close').then(([code]) => code as number | null) };
}

async function call(...args: string[]): Promise<string> {
  const worker = start(...args);
  await worker.ended;
  return worker.out();
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited too long until ${what}.`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

const textsOf = (name: string): string[] =>
  Array.from({ length: POSTS }, (_, index) => `${name}, post ${index + 1}.`);

async function postsOf(name: string): Promise<{ id: string; text: string; parentId: string | null }[]> {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
    posts: { id: string; text: string; parentId: string | null }[];
  };
  return state.posts.filter(({ text }) => text.startsWith(`${name},`));
}

/** Schedules a thread on each account, and makes it due. */
async function fill(round: string): Promise<string[]> {
  const names = ACCOUNTS.map((account) => `${round}-${account}`);
  for (const [index, name] of names.entries()) {
    const path = `posts/${name}.md`;
    writeFileSync(join(folder, path), textsOf(name).join('\n\n---\n\n'));
    await call('schedule', path, '--account', ACCOUNTS[index] ?? '', '--at', 'in 1h');
    await call('queue', 'retry', path);
  }
  return names;
}

async function expectOnceEach(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const posts = await postsOf(name);
    expect(posts.map(({ text }) => text)).toEqual(textsOf(name));
    expect(posts.map(({ parentId }) => parentId)).toEqual([null, ...posts.slice(0, -1).map(({ id }) => id)]);
  }
}

beforeAll(async () => {
  sandbox = await startSandbox({ faults: [parseFault('delay:150')] });
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
  rmSync(folder, { recursive: true });
});

it('lets one of two workers work, and the other take over when it is killed with kill -9', async () => {
  const names = await fill('killed');
  const first = start('run');
  await until('the first is at work', () => first.out().includes('worker started'));
  const second = start('run', '--wait');
  await until('the second stands by', () => second.out().includes('waiting while'));
  const third = start('run');
  expect(await third.ended).toBe(4);
  expect(third.out()).toContain('Another worker');

  await until('some posts are out', async () => (await postsOf(names[0] ?? '')).length >= 3);
  first.child.kill('SIGKILL');
  await first.ended;
  const before = (await Promise.all(names.map(postsOf))).map(({ length }) => length);
  // The test is worth something only if the first died in the middle.
  expect(Math.min(...before)).toBeLessThan(POSTS);
  await until(
    'all is published',
    () => (second.out().match(/"msg":"published"/g)?.length ?? 0) >= names.length,
  );
  await expectOnceEach(names);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(second.out()).toContain('stopped, nothing in flight');
});

it('ends after the request in flight on SIGTERM, and the next worker goes on where it stopped', async () => {
  const names = await fill('stopped');
  const first = start('run');
  await until('some posts are out', async () => (await postsOf(names[0] ?? '')).length >= 2);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  const sent = (first.out().match(/"msg":"sent \d+\/20"/g) ?? []).length;
  const out = (await Promise.all(names.map(postsOf))).flat().length;
  // Whatever was sent was also kept: nothing was cut off in the middle.
  expect(sent).toBe(out);
  expect(out).toBeLessThan(names.length * POSTS);
  const second = start('run', '--once');
  expect(await second.ended).toBe(0);
  await expectOnceEach(names);
});
