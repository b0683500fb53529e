import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintThreadCount, startLintThreads } from '../../src/cli/process/lint-threads.ts';
import { openProject } from '../../src/cli/process/open-project.ts';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from '../cli/fake-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'lint-threads-'));
const names = Array.from({ length: 520 }, (_, at) => `${at}.md`);

beforeAll(() => {
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config/threadmill.yaml'), 'accounts: {}\n');
  for (const [at, name] of names.entries())
    writeFileSync(join(folder, name), at % 3 === 0 ? `See README.md, part ${at}.\n` : `Thought ${at}.\n`);
  writeFileSync(join(folder, '7.md'), Buffer.from([0, 1, 2, 0, 255]));
  writeFileSync(join(folder, '8.md'), '---\ntargets: [x\n---\n\nBroken.\n');
  writeFileSync(join(folder, '9.md'), 'My key: sk-abc123-very-secret\n');
  writeFileSync(join(folder, '.env'), 'X_API_KEY=sk-abc123-very-secret\n');
  rmSync(join(folder, '10.md'));
  writeFileSync(join(folder, 'README.md'), 'Not a draft.\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

type Outcome = { readonly code: number; readonly out: string; readonly err: string };

/** What one thread finds, from lists that are too short to share. */
async function alone(...argv: readonly string[]): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const part of [names.slice(0, 260), names.slice(260)]) {
    const io = fakeIo({ cwd: folder });
    outcomes.push({ code: await run(['lint', ...argv, ...part], io), out: io.out(), err: io.err() });
  }
  return {
    code: Math.max(...outcomes.map(({ code }) => code)),
    out: outcomes.map(({ out }) => out).join(''),
    err: outcomes.map(({ err }) => err).join(''),
  };
}

describe('lint of many drafts', () => {
  it('shares them among threads, where there are enough drafts and cores', () => {
    expect([3, 499, 500, 999, 1000, 5000].map((drafts) => lintThreadCount(drafts, 8))).toEqual([
      1, 1, 2, 3, 4, 4,
    ]);
    expect(lintThreadCount(5000, 1)).toBe(1);
  });

  it('finds the same on several threads, in the order of the files', async () => {
    const io = fakeIo({ cwd: folder });
    const code = await run(['lint', ...names], io);
    const lines = (text: string): string[] => text.split('\n').filter((line) => !/^\d+ drafts: /.test(line));
    const expected = await alone();
    expect(code).toBe(expected.code);
    expect(lines(io.out())).toEqual(lines(expected.out));
    expect(io.err()).toBe(expected.err);
  });

  it('skips a README, and names each file that can’t be read', async () => {
    const io = fakeIo({ cwd: folder });
    expect(await run(['lint', ...names, 'README.md', '--json'], io)).toBe(1);
    expect(JSON.parse(io.out())).toHaveLength(names.length - 1);
    expect(io.err()).toContain('10.md can’t be read');
    expect(io.err()).toContain('README.md');
    expect(io.out()).not.toContain('sk-abc123');
  });

  it('fails if a thread fails, and does not wait for the others', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(join(broken, 'config'), { recursive: true });
    writeFileSync(join(broken, 'config/threadmill.yaml'), 'accounts: [\n');
    const project = await openProject(fakeIo({ cwd: folder }));
    const around = { ...project.around, cwd: broken };
    const threads = startLintThreads(names, { ...project, around }, 1);
    await expect(threads.examine('0.md')).rejects.toThrow('threadmill.yaml');
    await threads.stop();
  });
});
