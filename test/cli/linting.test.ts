import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { excerpt } from '../../src/cli/lines/excerpt.ts';
import { run } from '../../src/cli/process/run.ts';
import { makeSheet } from '../../src/preview/sheet.ts';
import { type FakeIo, fakeIo } from './fake-io.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, content: string): void => writeFileSync(join(folder, path), content);
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

async function lint(...argv: string[]): Promise<FakeIo & { code: number }> {
  const io = fakeIo({ cwd: folder });
  return { ...io, code: await run(['lint', ...argv], io) };
}

describe('lint', () => {
  it('says that there is no problems found, and ends with 0', async () => {
    put('a.md', 'A plain thought.\n');
    const { code, out } = await lint('a.md');
    expect([code, out()]).toEqual([0, 'a.md: no problems found\n']);
  });

  it('shows each finding with its place, its line and a caret, and ends with 1 on errors', async () => {
    put('a.md', 'See README.md for more.\n\n![A curve](no.png)\n');
    const { code, out } = await lint('a.md');
    expect(code).toBe(1);
    expect(out()).toMatchInlineSnapshot(`
      "a.md: 1 error, 1 warning
        warning 1:5 \`README.md\` will become a link: it counts as 23 characters and may
          cost $0.185 more; word it differently, or accept it with \`silence:
          [accidental-link]\` (accidental-link)
          1 │ See README.md for more.
            │     ^
        error 3:1 there is no image no.png; it was looked up beside the draft
          (media-missing)
          3 │ ![A curve](no.png)
            │ ^
      "
    `);
  });

  it('says once what is lost in many lines, and keeps every place in --json', async () => {
    put('a.md', Array.from({ length: 12 }, (_, at) => `Line ${at} caf\ufffd and th\ufffd.`).join('\n'));
    const text = (await lint('a.md')).out().replace(/\s+/g, ' ');
    expect(text.match(/letters are lost/g)).toHaveLength(1);
    expect(text).toContain('(12 times, lines 1, 2, 3, 4, 5, 6, 7, 8 and 4 more)');
    const { findings } = JSON.parse((await lint('a.md', '--json')).out());
    const lines = findings.map(({ line }: { readonly line: number }) => line);
    expect(lines).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  });

  it('leaves out what the author has silenced', async () => {
    put('a.md', '---\nsilence: [accidental-link]\n---\n\nSee README.md for more.\n');
    expect((await lint('a.md')).out()).toBe('a.md: no problems found\n');
  });

  it('ends with 0 on warnings alone, and sums several files up', async () => {
    put('a.md', 'See README.md.');
    put('b.md', 'Fine.');
    const { code, out } = await lint('a.md', 'b.md');
    expect(code).toBe(0);
    expect(out().split('\n').slice(-3)).toEqual(['b.md: no problems found', '2 drafts: 1 warning', '']);
  });

  it('gives an object for one file and an array for several', async () => {
    put('a.md', 'See README.md.');
    put('empty.md', '');
    const one: unknown = JSON.parse((await lint('a.md', '--json')).out());
    expect(one).toMatchObject({ draft: 'a.md', findings: [{ code: 'accidental-link', line: 1, column: 5 }] });
    const two: unknown = JSON.parse((await lint('a.md', 'empty.md', '--json')).out());
    expect(two).toMatchObject([
      { draft: 'a.md' },
      { draft: 'empty.md', findings: [{ code: 'draft-empty' }] },
    ]);
  });

  it('names a file that can’t be read, and goes on with the others', async () => {
    put('a.md', 'Fine.');
    const { code, out, err } = await lint('no.md', 'a.md');
    expect([code, out(), err()]).toEqual([
      1,
      'a.md: no problems found\n',
      'error: no.md can’t be read: there is no such file.\n',
    ]);
  });
});

describe('lint --fix', () => {
  it('repairs in place, tells what it repaired, and keeps the mode', async () => {
    put('a.md', '\uFEFFWarm â€” and\nkept so.\n');
    chmodSync(join(folder, 'a.md'), 0o640);
    const { code, out, err } = await lint('--fix', 'a.md');
    expect(code).toBe(0);
    expect(read('a.md')).toBe('Warm — and\nkept so.\n');
    expect(statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o640);
    expect(err()).toContain('a.md: 2 repairs\n');
    expect(err()).toContain('  repaired 1:6 `â€”` became `—`\n');
    expect(out()).toBe('a.md: no problems found\n');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it.skipIf(process.getuid?.() === 0)('tells of a file that is write-protected, and goes on', async () => {
    put('a.md', 'Warm â€” and');
    put('b.md', 'Warm â€” too');
    chmodSync(join(folder, 'a.md'), 0o444);
    const { code, err } = await lint('--fix', 'a.md', 'b.md');
    expect(code).toBe(1);
    expect(err()).toContain('error: a.md can’t be repaired: permission was denied. It stays as it was.\n');
    expect(read('b.md')).toBe('Warm — too');
  });

  it('leaves a file alone in which there is nothing to repair', async () => {
    put('a.md', 'Fine.\r\nSo.');
    const before = statSync(join(folder, 'a.md')).ino;
    expect((await lint('--fix', 'a.md')).err()).toBe('');
    expect(read('a.md')).toBe('Fine.\r\nSo.');
    expect(statSync(join(folder, 'a.md')).ino).toBe(before);
  });

  it('refuses standard input', async () => {
    expect((await lint('--fix', '-')).code).toBe(2);
  });
});

describe('an excerpt', () => {
  const at = (column: number, line = 1) =>
    ({ code: 'c', severity: 'info', message: '', line, column }) as const;
  const show = async (line: string, column: number, width = 40): Promise<string[]> =>
    excerpt([line], at(column), await makeSheet(width, false, [line]));

  it.each([
    ['under the column', 'one two', 5, '    1 │ one two', '      │     ^'],
    ['behind wide characters', '缓存 two', 4, '    1 │ 缓存 two', '      │      ^'],
    ['behind a tab', '\ttwo', 2, '    1 │     two', '      │     ^'],
    ['behind the end of the line', 'one', 9, '    1 │ one', '      │   ^'],
  ])('puts the caret %s', async (_where, line, column, shown, caret) => {
    expect(await show(line, column)).toEqual([shown, caret]);
  });

  it('cuts a long line around its column, and fits', async () => {
    const lines = await show(`${'word '.repeat(50)}HERE ${'word '.repeat(50)}`, 251);
    expect(lines[0]).toContain('HERE');
    expect(lines[0]?.indexOf('HERE')).toBe(lines[1]?.indexOf('^'));
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(40);
  });

  it('shows nothing for a place that has no line', async () => {
    expect(excerpt(['a'], at(1, 7), await makeSheet(40, false, []))).toEqual([]);
  });

  it('lets no control character through', async () => {
    expect((await show('a\u001b[2Jb', 1))[0]).toBe('    1 │ a␛[2Jb');
  });
});
