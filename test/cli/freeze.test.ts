import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

let top: string;
let here: string;
let there: string;
let sandbox: Sandbox;

async function call(
  cwd: string,
  argv: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd, env });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

const KEYS = { THREADMILL_ME_TOKEN: 'user-me.a-token-of-the-sandbox' };

const posted = async (): Promise<string[]> => {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: { text: string }[] };
  return state.posts.map(({ text }) => text);
};

const frozen = (): string => readFileSync(join(here, 'posts/a.thread.json'), 'utf8');

beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'freeze-'));
  here = join(top, 'here');
  there = join(top, 'there');
  for (const folder of ['config', 'posts']) mkdirSync(join(here, folder), { recursive: true });
  sandbox = await startSandbox({});
  writeFileSync(
    join(here, 'config/threadmill.yaml'),
    `accounts:\n  me: { network: x, base_url: "${sandbox.url}", find_delays_ms: [1, 2] }\n`,
  );
  writeFileSync(join(here, 'posts/a.md'), 'One.\n\n---\n\nTwo.\n');
});

afterEach(async () => {
  await sandbox.close();
  rmSync(top, { recursive: true });
});

describe('freeze', () => {
  it('writes the frozen file and nothing else, without keys', async () => {
    const { code, out, err } = await call(here, ['freeze', 'posts/a.md']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('frozen: posts/a.md → me (x), 2 posts, $0.03');
    expect(JSON.parse(frozen())).toMatchObject({
      draft: 'a.md',
      publications: [
        { account: 'me', late: 'post', started_at: null, posts: [{ text: 'One.' }, { text: 'Two.' }] },
      ],
    });
    expect(existsSync(join(here, '.threadmill'))).toBe(false);
    expect(await posted()).toEqual([]);
  });

  it('is sent once by a fresh checkout that has the keys', async () => {
    await call(here, ['freeze', 'posts/a.md']);
    cpSync(here, there, { recursive: true });
    expect((await call(there, ['run', '--once'], KEYS)).code).toBe(0);
    expect(await posted()).toEqual(['One.', 'Two.']);
    await call(there, ['run', '--once'], KEYS);
    expect(await posted()).toHaveLength(2);
  });

  it('is what schedule names where the account has no keys, before anything is scheduled', async () => {
    const { code, err } = await call(here, ['schedule', 'posts/a.md', '--at', '2036-07-01T09:00Z']);
    expect(code).toBe(3);
    expect(err).toContain('THREADMILL_ME_');
    expect(err).toContain('threadmill freeze posts/a.md');
    expect(existsSync(join(here, 'posts/a.thread.json'))).toBe(false);
  });

  it('keeps the time that is named', async () => {
    await call(here, ['freeze', 'posts/a.md', '--at', '2036-07-01T09:00Z']);
    expect(JSON.parse(frozen())).toMatchObject({
      publications: [{ publish_at: '2036-07-01T09:00:00.000Z' }],
    });
    expect(frozen()).not.toContain('"late"');
  });

  it('freezes the same draft once, and an edited one with --refreeze', async () => {
    await call(here, ['freeze', 'posts/a.md']);
    await call(here, ['freeze', 'posts/a.md']);
    expect((JSON.parse(frozen()) as { publications: unknown[] }).publications).toHaveLength(1);
    writeFileSync(join(here, 'posts/a.md'), 'Three.\n');
    expect((await call(here, ['freeze', 'posts/a.md'])).code).toBe(4);
    expect((await call(here, ['freeze', 'posts/a.md', '--refreeze'])).code).toBe(0);
    const open = (
      JSON.parse(frozen()) as { publications: { cancelled: boolean; posts: { text: string }[] }[] }
    ).publications.filter(({ cancelled }) => !cancelled);
    expect(open.map(({ posts }) => posts.map(({ text }) => text))).toEqual([['Three.']]);
  });
});
