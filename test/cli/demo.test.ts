import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');

let folder: string;
let temporary: string;
const usual = process.env['TMPDIR'];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'));
  temporary = mkdtempSync(join(tmpdir(), 'demo-'));
  process.env['TMPDIR'] = temporary;
});
afterEach(() => {
  if (usual === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usual;
  for (const made of [folder, temporary]) rmSync(made, { recursive: true });
});

async function demo(cwd: string): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd });
  const code = await run(['demo'], io);
  return { code, out: io.out(), err: io.err() };
}

describe('the demo', () => {
  it('previews every draft in posts/, publishes one, reads it back, and ends', async () => {
    const { code, out, err } = await demo(REPOSITORY);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of readdirSync(join(REPOSITORY, 'posts')).filter((file) => file.endsWith('.md'))) {
      if (name !== 'README.md') expect(out).toContain(join('posts', name));
    }
    expect(out).toMatch(/2\/\d+ {2}outcome unknown/);
    expect(out).toMatch(/2\/\d+ {2}http:\/\/127\.0\.0\.1:\d+\/demo\/status\/\d+ {2}\(already published\)/);
    expect(out).toMatch(
      /All there: \d+ posts on X, \d+ posts on Bluesky, \d+ posts on Mastodon; each once, in order, each a reply to the one before\./,
    );
  });

  it('leaves nothing behind', async () => {
    const before = readdirSync(join(REPOSITORY, 'posts'));
    await demo(REPOSITORY);
    expect(readdirSync(join(REPOSITORY, 'posts'))).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('shows the drafts that come along where there are none', async () => {
    const { code, out } = await demo(folder);
    expect(code).toBe(0);
    expect(out).toContain('All there:');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('speaks of no second post where the draft has one', async () => {
    mkdirSync(join(folder, 'posts'));
    writeFileSync(join(folder, 'posts/mine.md'), 'The river rose.\n');
    const { code, out } = await demo(folder);
    expect(code).toBe(0);
    expect(out).toContain('X takes the post, but its answer is lost');
    expect(out).toMatch(/outcome unknown/);
    expect(out).toMatch(/All there: 1 post on X, 1 post on Bluesky, 1 post on Mastodon; each once\.\n/);
    expect(out).not.toMatch(/second post|reply to the one before/);
  });

  it('goes on with the examples where the drafts are still those of init', async () => {
    expect(await run(['init', '--yes'], fakeIo({ cwd: folder }))).toBe(0);
    const { code, out } = await demo(folder);
    expect(code).toBe(0);
    expect(out).toContain('my-first-thread.md');
    expect(out).toContain('This is still the template, which is never published.');
    expect(out).toMatch(/All there: \d+ posts on X/);
  });

  it('shows the person’s own drafts, and says so where none can be published', async () => {
    mkdirSync(join(folder, 'posts'));
    writeFileSync(join(folder, 'posts/mine.md'), '---\nkind: nonsense\n---\n\nMine.\n');
    const { code, out, err } = await demo(folder);
    expect(code).toBe(1);
    expect(out).toContain('posts/mine.md');
    expect(err).toContain('None of the drafts can be published');
  });
});
