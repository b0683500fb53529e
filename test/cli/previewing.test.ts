import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Io } from '../../src/cli/process/io.ts';
import { run } from '../../src/cli/process/run.ts';
import { type FakeIo, type FakeWorld, fakeIo } from './fake-io.ts';

const span = { start: z.int().min(0), end: z.int().min(0) };
/** The documented shape: a key more or less than there is a failure. */
const previewShape = z.strictObject({
  draft: z.string(),
  kind: z.enum(['update', 'paper', 'links', 'article', 'post']),
  title: z.string().nullable(),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string(),
      line: z.int().min(1),
      column: z.int().min(1),
    }),
  ),
  threads: z.array(
    z.strictObject({
      network: z.enum(['x', 'bluesky', 'mastodon']),
      account: z.string().nullable(),
      limit: z.int(),
      unit: z.enum(['weighted', 'graphemes']),
      cost_usd: z.number(),
      ends_at: z.iso.datetime().nullable(),
      posts: z.array(
        z.strictObject({
          index: z.int().min(1),
          text: z.string(),
          length: z.int(),
          bytes: z.int(),
          links: z.array(z.strictObject({ url: z.string(), ...span })),
          facets: z
            .array(z.strictObject({ url: z.string(), byte_start: z.int(), byte_end: z.int() }))
            .optional(),
          media: z.array(z.strictObject({ path: z.string(), alt: z.string() })),
          added: z.array(
            z.strictObject({ ...span, what: z.enum(['number', 'mark', 'source', 'bullet', 'title']) }),
          ),
        }),
      ),
    }),
  ),
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, content: string | Uint8Array): void => writeFileSync(join(folder, path), content);

async function preview(argv: readonly string[], world: FakeWorld = {}): Promise<FakeIo & { code: number }> {
  const io = fakeIo({ cwd: folder, ...world });
  return { ...io, code: await run(['preview', ...argv], io) };
}

describe('preview', () => {
  it('shows a draft without any configuration', async () => {
    put('a.md', 'A thought [with a link](https://example.org/a).\n');
    const { code, out, err } = await preview(['a.md']);
    expect({ code, err: err() }).toEqual({ code: 0, err: '' });
    expect(out()).toContain('│+A thought with a link [1].');
    expect(out()).toContain('│+[1] https://example.org/a');
    expect(out()).toContain('1 post · $0.20 · about 1 s to send');
  });

  it('shows what it can of a draft with errors, names them in place, and ends with 1', async () => {
    put('a.md', 'Words.\n\n![A curve](no.png)\n');
    const { code, out } = await preview(['a.md']);
    expect(code).toBe(1);
    expect(out()).toMatch(/│ Words\.[\s\S]*▣ no\.png[\s\S]*error 3:1 there is no image no\.png/);
    expect(out()).toContain('1 error: it can’t be published like this');
  });

  it('takes standard input', async () => {
    const { code, out } = await preview(['-', '--json'], { stdin: 'Hello.' });
    expect(code).toBe(0);
    expect(previewShape.parse(JSON.parse(out()))).toMatchObject({ draft: '-' });
  });

  it('prints one object for one file, and an array for several, of the documented shape', async () => {
    put(
      'a.md',
      '---\ntitle: A\npublish_at: 2026-03-09T09:00:00+01:00\n---\n\nSee README.md → and https://example.org/x.',
    );
    put('b.md', '[Paper Reading: B]\n\nText [0].\n\n[0] B: https://example.org/b\n');
    const one = await preview(['a.md', '--json']);
    const shape = previewShape.parse(JSON.parse(one.out()));
    expect(shape).toMatchObject({
      draft: 'a.md',
      title: 'A',
      findings: [{ code: 'accidental-link', line: 6, column: 5 }],
      threads: [{ network: 'x', account: null, limit: 280, ends_at: '2026-03-09T08:00:01.000Z' }],
    });
    const [post] = shape.threads[0]?.posts ?? [];
    for (const { start, end, url } of post?.links ?? [])
      expect(url.endsWith(post?.text.slice(start, end) ?? '?')).toBe(true);
    const two = await preview(['a.md', 'b.md', '--json']);
    expect(
      z
        .array(previewShape)
        .parse(JSON.parse(two.out()))
        .map(({ kind }) => kind),
    ).toEqual(['post', 'paper']);
  });

  it('has documentation with an example of that shape, whose offsets are right', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../docs/json.md'), 'utf8');
    const [, sample = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const shape = previewShape.parse(JSON.parse(sample));
    const [post] = shape.threads[0]?.posts ?? [];
    expect(post?.links.map(({ start, end }) => post.text.slice(start, end))).toEqual([
      'https://example.org/tail',
    ]);
    expect(post?.added.map(({ start, end }) => post.text.slice(start, end))).toEqual([
      ' [1]',
      '[1] https://example.org/tail',
    ]);
  });

  it('keeps characters that steer a terminal out of JSON too, without changing the data', async () => {
    put('a.md', 'Before \u009b31m after \u202E.');
    const { out } = await preview(['a.md', '--json']);
    expect(out()).not.toMatch(/[\u0080-\u009f\u202e]/);
    expect(out()).toContain('\\u009b');
  });

  describe('with input that can’t be read', () => {
    beforeEach(() => {
      put('good.md', 'Good.');
      put('empty.md', '');
      put('blank.md', ' \n\n');
      put('binary.md', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]));
      put('latin.md', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]));
      put('utf16.md', Uint8Array.from([0xff, 0xfe, 0x41, 0x00]));
      put('big.md', '');
      truncateSync(join(folder, 'big.md'), 50 * 1024 * 1024);
      mkdirSync(join(folder, 'dir'));
    });

    it.each([
      ['missing.md', 'missing.md can’t be read: there is no such file.'],
      ['dir', 'dir can’t be read: it is a folder; name the drafts in it.'],
      ['big.md', 'big.md can’t be read: it is 50 MB; a draft may have up to 16 MB.'],
      ['empty.md', 'empty.md:1:1 the draft is empty'],
      ['blank.md', 'blank.md:1:1 the draft is empty'],
      ['binary.md', 'binary.md:1:5 the file contains a NUL byte'],
      ['latin.md', 'latin.md:1:4 the byte 0xe9 is not UTF-8'],
      ['utf16.md', 'utf16.md:1:1 the file is UTF-16'],
    ])('says of %s what is wrong, in one line, and ends with 1', async (file, message) => {
      const { code, out, err } = await preview([file]);
      expect({ code, out: out() }).toEqual({ code: 1, out: '' });
      expect(err()).toContain(`error: ${message}`);
      expect(err().split('\n')).toHaveLength(2);
    });

    it('shows the others all the same', async () => {
      const { code, out, err } = await preview(['missing.md', 'good.md', 'binary.md']);
      expect(code).toBe(1);
      expect(out()).toContain('│ Good.');
      expect(err().split('\n')).toHaveLength(3);
      const json = await preview(['missing.md', 'good.md', '--json']);
      expect(JSON.parse(json.out())).toMatchObject([{ draft: 'good.md' }]);
    });
  });

  it.each([
    ['invalid YAML', '---\ntitle: [a\n---\n\nText.', 'front-matter-yaml'],
    ['front matter that is code', '---js\nglobalThis.ran = true\n---\n\nText.', 'front-matter-language'],
    ['a wrong value', '---\nfootnotes: below\n---\n\nText.', 'setting-value'],
    ['an unknown network', '---\nnetworks: [myspace]\n---\n\nText.', 'setting-value'],
  ])('reports %s as a finding, and shows the rest', async (_what, source, code) => {
    put('a.md', source);
    const result = await preview(['a.md', '--json']);
    const shape = previewShape.parse(JSON.parse(result.out()));
    expect(result.code).toBe(1);
    expect(shape.findings).toContainEqual(expect.objectContaining({ code, severity: 'error' }));
    expect(shape.threads[0]?.posts[0]?.text).toContain('Text.');
    expect('ran' in globalThis).toBe(false);
  });

  it('ends with 3 and the line when the configuration is wrong', async () => {
    mkdirSync(join(folder, 'config'));
    put('config/threadmill.yaml', 'acounts: {}');
    put('a.md', 'Text.');
    const { code, err } = await preview(['a.md']);
    expect(code).toBe(3);
    expect(err()).toContain('config/threadmill.yaml:1:1 acounts: unknown key. Did you mean ‘accounts’?');
  });

  describe('with accounts', () => {
    beforeEach(() => {
      mkdirSync(join(folder, 'config'));
      put(
        'config/threadmill.yaml',
        'accounts:\n  me: { network: x }\n  long: { network: x, premium: true }\nprices: { x: { post: 0.5 } }',
      );
      put('a.md', `${'Word after word. '.repeat(40)}\n`);
    });

    const threads = async (...argv: string[]) => {
      const result = await preview(['a.md', '--json', ...argv]);
      const shape = previewShape.parse(JSON.parse(result.out()));
      return { ...result, threads: shape.threads, findings: shape.findings };
    };

    it('builds for the one that is named, by its limit and the configured prices, with what reading it first costs', async () => {
      const { threads: found } = await threads('--account', 'long');
      expect(found).toMatchObject([{ account: 'long', limit: 25_000, cost_usd: 0.515 }]);
      expect(found[0]?.posts).toHaveLength(1);
    });

    it('names none where there are several and no default', async () => {
      expect((await threads()).threads).toMatchObject([{ account: null, limit: 280 }]);
    });

    it('builds for those that the draft names', async () => {
      put('a.md', '---\naccounts: [long, me]\n---\n\nText.');
      expect((await threads()).threads.map(({ account }) => account)).toEqual(['long', 'me']);
    });

    it('reports an account of the draft that does not exist, and shows the usual thread', async () => {
      put('a.md', '---\ntitle: A\naccounts: [you]\n---\n\nText.');
      const { code, threads: found, findings } = await threads();
      expect(code).toBe(1);
      expect(found).toHaveLength(1);
      expect(findings).toEqual([
        {
          code: 'unknown-account',
          severity: 'error',
          message: 'no account is named `you` in config/threadmill.yaml; the accounts are: `me`, `long`',
          line: 3,
          column: 11,
        },
      ]);
    });

    it('refuses an account of the command line that does not exist, with 2', async () => {
      const { code, err } = await preview(['a.md', '--account', 'you']);
      expect(code).toBe(2);
      expect(err()).toBe('error: No account is named ‘you’; the accounts are: me, long.\n');
    });
  });

  it('shows a draft again after each change with --watch, until it is stopped', async () => {
    put('a.md', 'First words.');
    const stop = new AbortController();
    const fake = fakeIo({ cwd: folder, signal: stop.signal });
    const io: Io = {
      ...fake,
      stdout: {
        ...fake.stdout,
        writeDraft: (text) => {
          fake.stdout.writeDraft(text);
          // The watch begins right after the first preview; the change must come after that.
          if (text.includes('First words.'))
            setImmediate(() => setImmediate(() => put('a.md', 'Second words.')));
          if (text.includes('Second words.')) stop.abort();
        },
      },
    };
    expect(await run(['preview', 'a.md', '--watch'], io)).toBe(0);
    expect(fake.out()).toContain('First words.');
    expect(fake.out()).toContain('Second words.');
  });
});
