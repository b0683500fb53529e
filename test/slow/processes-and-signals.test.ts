import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'signals-'));
let sandbox: Sandbox;

type Ended = { readonly code: number | null; readonly out: string };

const textsOf = (name: string): string[] => Array.from({ length: 12 }, (_, index) => `${name} ${index + 1}.`);

/** A draft of twelve posts, and what the sandbox holds of it. */
function draft(name: string): { readonly path: string; readonly posted: () => Promise<string[]> } {
  const path = `posts/${name}.md`;
  writeFileSync(join(folder, path), textsOf(name).join('\n\n---\n\n'));
  return {
    path,
    posted: async () => {
      const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
        posts: { text: string }[];
      };
      return state.posts.map(({ text }) => text).filter((text) => text.startsWith(name));
    },
  };
}

function publish(
  path: string,
  account: string,
  onOutput?: (out: string, child: ChildProcess) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, 'publish', path, '--account', account, '--yes'], {
    cwd: folder,
  });
  let out = '';
  const read = (chunk: Buffer): void => {
    out += chunk.toString();
    onOutput?.(out, child);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return once(child, 'close').then(([code]) => ({ code: code as number | null, out }));
}

beforeAll(async () => {
  sandbox = await startSandbox();
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  const names = ['a', 'b', 'c'];
  const account = (name: string): string =>
    `  ${name}: { network: x, base_url: "${sandbox.url}", find_delays_ms: [40, 80] }\n`;
  writeFileSync(join(folder, 'config/threadmill.yaml'), `accounts:\n${names.map(account).join('')}`);
  const token = (name: string): string => `THREADMILL_${name.toUpperCase()}_TOKEN=user-${name}\n`;
  writeFileSync(join(folder, '.env'), names.map(token).join(''), { mode: 0o600 });
});

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

it('sends a draft once, though four processes publish it at the same moment', async () => {
  const { path, posted } = draft('together');
  const ended = await Promise.all(Array.from({ length: 4 }, () => publish(path, 'a')));
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 4, 4, 4]);
  expect(await posted()).toEqual(textsOf('together'));
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  'on %s ends after the request in flight, tells how to go on, and goes on',
  async (signal) => {
    const account = signal === 'SIGINT' ? 'b' : 'c';
    const { path, posted } = draft(signal);
    const first = await publish(path, account, (out, child) => {
      // Once: a second one ends a process at once, as it must.
      if (/^ *3\/12/m.test(out) && !child.killed) child.kill(signal);
    });
    expect(first.code).toBe(5);
    expect(first.out).toMatch(/Continue with: threadmill resume \w{12}/);
    const before = await posted();
    expect(before.length).toBeGreaterThanOrEqual(3);
    expect(before.length).toBeLessThan(12);
    // Whatever was sent was also told: nothing was cut off in the middle.
    expect(first.out.match(/^ *\d+\/12 {2}http/gm)).toHaveLength(before.length);
    expect((await publish(path, account)).code).toBe(0);
    expect(await posted()).toEqual(textsOf(signal));
  },
);
