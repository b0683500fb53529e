import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const main = resolve(root, 'src/cli/main.ts');

function start(argv: readonly string[], nodeFlags: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...nodeFlags, main, ...argv], {
    cwd: root,
    env: { PATH: process.env['PATH'] },
    stdio: 'pipe',
  });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the streams are pipes');
  const [out, err, [code]] = await Promise.all([
    stdout.destroyed ? '' : text(stdout),
    text(stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, out, err };
}

const module = (source: string): string => `data:text/javascript,${encodeURIComponent(source)}`;

describe('the process', () => {
  it('says in one line what it needs on an old Node, and ends with 3', async () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' })";
    expect(await ended(start(['preview', 'a.md'], ['--import', module(old)]))).toEqual({
      code: 3,
      out: '',
      err: 'threadmill needs Node 24 or newer; this is Node 20.20.2. Install a newer Node: https://nodejs.org\n',
    });
  });

  it('is not disturbed by a reader that goes away', async () => {
    const child = start(['count', '--network', 'x', '--jsonl']);
    child.stdout?.destroy();
    child.stdin?.on('error', () => undefined);
    child.stdin?.end('"a line"\n'.repeat(200_000));
    expect(await ended(child)).toEqual({ code: 0, out: '', err: '' });
  });

  it.runIf(existsSync('/dev/full'))('says so where its output has no room, and ends with 3', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [main, 'count', 'hi'], {
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    const [err, [code]] = await Promise.all([
      child.stderr === null ? '' : text(child.stderr),
      once(child, 'close'),
    ]);
    expect([code, err]).toEqual([3, 'error: Could not write the output: the disk is full.\n']);
  });

  it('shows a preview in a pipe without colour, at 80 columns', async () => {
    const { code, out } = await ended(start(['preview', 'posts/post-read-it-aloud.md']));
    expect(code).toBe(0);
    expect(out).not.toContain('\u001b');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBe(80);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends a sandbox in good order on %s', async (signal) => {
    const child = start(['sandbox', '--port', '0']);
    child.stdout?.once('data', () => child.kill(signal));
    const { code, err } = await ended(child);
    expect(code).toBe(0);
    expect(err).toContain('The sandbox is running');
  });

  it('calls a failure that nobody waited for a bug, and ends with 70', async () => {
    const bomb = `const fuse = setInterval(() => {
      if (process.listenerCount('uncaughtException') === 0) return;
      clearInterval(fuse);
      throw new Error('unexpected');
    }, 10)`;
    const child = start(['sandbox', '--port', '0'], ['--import', module(bomb)]);
    const { code, err } = await ended(child);
    expect(code).toBe(70);
    expect(err).toContain('bug: Error: unexpected');
    expect(err).toContain('report it');
  });
});
