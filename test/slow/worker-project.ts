import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { parseFault, startSandbox } from '../../src/sandbox/sandbox.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** A process of the command line; `out` is what it wrote so far, and `ended` resolves to its exit code. */
export type CliProcess = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly ended: Promise<number | null>;
};

type Post = { readonly id: string; readonly text: string; readonly parentId: string | null };

/** Waits until something is so. @throws Error after `waitMs` */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  waitMs = 120_000,
): Promise<void> {
  const end = Date.now() + waitMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited too long until ${what}.`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/**
 * A project with accounts on a sandbox of its own, for tests of real worker processes. `delayMs` is how long the sandbox takes to
 * answer, `posts` the length of each thread, and `env` what the processes get besides the environment of the test.
 */
export async function workerProject(wish: {
  readonly accounts: readonly string[];
  readonly posts: number;
  readonly delayMs: number;
  readonly env?: Readonly<Record<string, string>>;
}) {
  const { accounts, posts: length, delayMs, env = {} } = wish;
  const folder = mkdtempSync(join(tmpdir(), 'workers-'));
  const sandbox = await startSandbox({ faults: [parseFault(`delay:${delayMs}`)] });
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  const account = (name: string): string =>
    `  ${name}: { network: x, base_url: "${sandbox.url}", find_delays_ms: [40, 80] }\n`;
  writeFileSync(join(folder, 'config/threadmill.yaml'), `accounts:\n${accounts.map(account).join('')}`);
  const token = (name: string): string => `THREADMILL_${name.toUpperCase()}_TOKEN=user-${name}\n`;
  writeFileSync(join(folder, '.env'), accounts.map(token).join(''), { mode: 0o600 });

  function start(...args: string[]): CliProcess {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: { ...process.env, ...env } });
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

  const textsOf = (name: string): string[] =>
    Array.from({ length }, (_, index) => `${name}, post ${index + 1}.`);

  async function postsOf(name = ''): Promise<readonly Post[]> {
    const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: Post[] };
    return name === '' ? state.posts : state.posts.filter(({ text }) => text.startsWith(`${name},`));
  }

  return {
    start,
    call,
    postsOf,
    /** Schedules a thread on each account, and makes it due. Returns their names. */
    fill: async (round: string): Promise<string[]> => {
      const names = accounts.map((one) => `${round}-${one}`);
      for (const [index, name] of names.entries()) {
        const path = `posts/${name}.md`;
        writeFileSync(join(folder, path), textsOf(name).join('\n\n---\n\n'));
        const scheduled = await call('schedule', path, '--account', accounts[index] ?? '', '--at', 'in 1h');
        expect(scheduled).toMatchObject({ code: 0 });
        expect(await call('queue', 'retry', path)).toMatchObject({ code: 0 });
      }
      return names;
    },
    /** Expects each thread whole on its account: every post once, in order, below the one before it. */
    expectOnceEach: async (names: readonly string[]): Promise<void> => {
      for (const name of names) {
        const own = await postsOf(name);
        expect(own.map(({ text }) => text)).toEqual(textsOf(name));
        expect(own.map(({ parentId }) => parentId)).toEqual([null, ...own.slice(0, -1).map(({ id }) => id)]);
      }
    },
    close: async (): Promise<void> => {
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}
