import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slugOf } from '../../src/app/drafts/slug.ts';
import { TEMPLATES } from '../../src/app/drafts/templates.ts';
import { run } from '../../src/cli/process/run.ts';
import { KINDS } from '../../src/drafts/kind.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { TEMPLATE_LINES } from '../../src/drafts/template-lines.ts';
import { fakeIo } from './fake-io.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const noon = (): number => new Date(2026, 1, 3, 12).getTime();

describe('new', () => {
  it.each(KINDS)('starts a draft of kind %s that is one, and can’t be published as it is', async (kind) => {
    const io = fakeIo({ cwd: folder, now: noon });
    expect(await run(['new', kind, "It's", 'a "draft": one'], io)).toBe(0);
    expect(io.out()).toBe('posts/2026-02-03-its-a-draft-one.md\n');
    const source = readFileSync(join(folder, 'posts/2026-02-03-its-a-draft-one.md'), 'utf8');
    const draft = parseDraft(source, { path: 'a.md' });
    expect(draft.kind).toBe(kind);
    expect(draft.title).toBe(`It's a "draft": one`);
    expect(draft.settings.date).toBe('2026-02-03');
    const codes = draft.findings.map(({ code }) => code).filter((code) => code !== 'title-opens');
    expect(new Set(codes)).toEqual(new Set(['template-text']));
  });

  it.each([
    ['[ML Grind] Week 47', '\n[ML Grind] Week 47\n'],
    ['Week 47', '\n[Week 47]\n'],
    ['[ML Grind]', '\n[ML Grind]\n'],
  ])('opens an update called %s with one label', async (title, opening) => {
    const io = fakeIo({ cwd: folder, now: noon });
    expect(await run(['new', 'update', title], io)).toBe(0);
    const source = readFileSync(join(folder, io.out().trim()), 'utf8');
    expect(source).toContain(opening);
    expect(parseDraft(source, { path: 'a.md' }).title).toBe(title);
  });

  it.each(KINDS)('finds every line that a draft of kind %s still has of its template', (kind) => {
    const source = TEMPLATES[kind]({ title: 'A title', date: '2026-02-03' });
    const prose = source
      .split('\n')
      .filter((line) => Object.values(TEMPLATE_LINES).some((own) => line.endsWith(own)));
    expect(prose.length).toBeGreaterThan(0);
    for (const left of prose) {
      const rest = prose.filter((line) => line !== left);
      const edited = source
        .split('\n')
        .map((line) => (rest.includes(line) ? 'A line of mine.' : line))
        .join('\r\n');
      const { findings } = parseDraft(edited, { path: 'a.md' });
      const found = findings.filter(({ code }) => code === 'template-text');
      expect(found.map(({ line }) => line)).toEqual([source.split('\n').indexOf(left) + 1]);
    }
    const done = source
      .split('\n')
      .map((line) => (prose.includes(line) ? 'A line of mine.' : line))
      .join('\n');
    expect(
      parseDraft(done, { path: 'a.md' }).findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it('takes no control character from the title', async () => {
    const io = fakeIo({ cwd: folder, now: noon });
    expect(await run(['new', 'post', 'One\u001b[31m\u0007\ntwo'], io)).toBe(0);
    const source = readFileSync(join(folder, io.out().trim()), 'utf8');
    expect(source).toContain("title: 'One [31m two'");
  });

  it('never overwrites', async () => {
    mkdirSync(join(folder, 'posts'));
    writeFileSync(join(folder, 'posts/2026-02-03-mine.md'), 'mine');
    const io = fakeIo({ cwd: folder, now: noon });
    expect(await run(['new', 'post', 'Mine'], io)).toBe(2);
    expect(io.err()).toContain('posts/2026-02-03-mine.md already exists');
    expect(readFileSync(join(folder, 'posts/2026-02-03-mine.md'), 'utf8')).toBe('mine');
  });

  it('writes into the posts of the project, from a folder inside it', async () => {
    mkdirSync(join(folder, 'config'));
    mkdirSync(join(folder, 'deep/down'), { recursive: true });
    writeFileSync(join(folder, 'config/threadmill.yaml'), '');
    const io = fakeIo({ cwd: join(folder, 'deep/down'), now: noon });
    expect(await run(['new', 'links'], io)).toBe(0);
    expect(io.out()).toBe('../../posts/2026-02-03-links.md\n');
    expect(readdirSync(join(folder, 'posts'))).toEqual(['2026-02-03-links.md']);
  });

  it('can’t be led out of posts/ by a title', async () => {
    await run(['new', 'post', '../../etc/passwd'], fakeIo({ cwd: folder, now: noon }));
    expect(readdirSync(join(folder, 'posts'))).toEqual(['2026-02-03-etc-passwd.md']);
  });

  it.each([
    ['Ünïcode & Ärger', 'unicode-arger'],
    ['日本語', ''],
    ["It's fine", 'its-fine'],
    ['x'.repeat(80), 'x'.repeat(60)],
  ])('names the file of %s by %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('makes a draft of each update of a file with --split, and overwrites none', async () => {
    writeFileSync(join(folder, 'stream.md'), '[Log]\nOne.\n\n[Log] Two\nThree.\n');
    const io = fakeIo({ cwd: folder, now: noon });
    expect(await run(['new', '--split', 'stream.md'], io)).toBe(0);
    expect(io.out()).toBe('stream-1-log.md\nstream-2-log-two.md\n');
    expect(readFileSync(join(folder, 'stream-2-log-two.md'), 'utf8')).toBe('[Log] Two\nThree.\n');
    expect(await run(['new', '--split', 'stream.md'], fakeIo({ cwd: folder, now: noon }))).toBe(2);
    expect(await run(['new', '--split', 'stream-1-log.md'], fakeIo({ cwd: folder, now: noon }))).toBe(2);
    expect(await run(['new', 'post', '--split', 'stream.md'], fakeIo({ cwd: folder, now: noon }))).toBe(2);
    expect(await run(['new'], fakeIo({ cwd: folder, now: noon }))).toBe(2);
  });
});
