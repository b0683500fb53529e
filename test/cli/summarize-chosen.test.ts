import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';

const POST = `---
title: The kettle
description: Why a kettle boils early.
canonical: https://example.org/kettle
---

The kettle in our lab boils at ninety-three degrees. Nobody asked why. It was a year.

## Two causes

Because of:

- the \`gauge\` on the roof. It is old.
- the weather.

> It was the lid, they said.

The {{ device.name }} is new. We **drew** the pressure, see [the plot](https://example.org/plot).
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config/threadmill.yaml'), 'accounts: {}\n');
  writeFileSync(join(folder, 'kettle.md'), POST);
});
afterEach(() => rmSync(folder, { recursive: true }));

const summarize = async (...args: string[]) => {
  const io = fakeIo({ cwd: folder });
  const code = await run(['summarize', ...args], io);
  return { code, out: io.out(), err: io.err() };
};
const bodyOf = (draft: string): string => draft.replace(/^---\n[\s\S]*?\n---\n\n/, '');

describe('summarize --sentences', () => {
  it('numbers what can be chosen, below its headings, and marks what the summary tells', async () => {
    const { code, out } = await summarize('kettle.md', '--sentences');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'The kettle',
        '* 0  Why a kettle boils early.',
        '',
        '* 1  The kettle in our lab boils at ninety-three degrees.',
        '* 2  Nobody asked why.',
        '* 3  It was a year.',
        '',
        'Two causes',
        '  4  Because of:',
        '  5  - the gauge on the roof.',
        '  6    It is old.',
        '  7  - the weather.',
        '  9  We drew the pressure, see the plot.',
        '',
      ].join('\n'),
    );
  });

  it('prints them as JSON, and writes no draft', async () => {
    const { out } = await summarize('kettle.md', '--sentences', '--json');
    const sentences: unknown = JSON.parse(out);
    expect(sentences).toContainEqual({
      number: 5,
      text: 'the gauge on the roof.',
      heading: 'Two causes',
      item: true,
      told: false,
    });
    expect(() => readFileSync(join(folder, 'posts'))).toThrow('ENOENT');
  });

  it.each([
    ['a folder', ['.']],
    ['two posts', ['kettle.md', 'kettle.md']],
    ['a draft to make', ['kettle.md', '--choose', '1']],
    ['a draft to send', ['kettle.md', '--publish']],
  ])('refuses %s', async (_, args) => {
    const { code, err } = await summarize(...args, '--sentences');
    expect(code).toBe(2);
    expect(err).toContain('--sentences');
  });

  it('says what is wrong with the post', async () => {
    writeFileSync(join(folder, 'lid.md'), '---\ntitle: [a\n---\n\nThe lid is of tin.\n');
    const { out, err } = await summarize('lid.md', '--sentences');
    expect(out).toContain('1  The lid is of tin.');
    expect(err).toContain('(front-matter-yaml)');
  });

  it('says that a file is missing', async () => {
    const { code, err } = await summarize('lid.md', '--sentences');
    expect(code).toBe(1);
    expect(err).toContain('lid.md');
  });
});

describe('a post on standard input', () => {
  const piped = async (...args: string[]) => {
    const io = fakeIo({ cwd: folder, stdin: POST });
    return { code: await run(['summarize', '-', ...args], io), out: io.out() };
  };

  it.each([
    ['summarised', ['--stdout'], 'Nobody asked why.'],
    ['numbered', ['--sentences'], '* 2  Nobody asked why.'],
    ['told by numbers', ['--stdout', '--choose', '2'], 'Nobody asked why.'],
  ])('is %s', async (_, args, words) => {
    const { code, out } = await piped(...args);
    expect(code).toBe(0);
    expect(out).toContain(words);
  });
});

describe('summarize --choose', () => {
  it('tells the chosen sentences, in the order of the post, a list as a list', async () => {
    const { code, out } = await summarize('kettle.md', '--choose', '9,4-5,7,1,3', '--stdout');
    expect(code).toBe(0);
    expect(bodyOf(out)).toBe(
      [
        '# The kettle',
        'The kettle in our lab boils at ninety-three degrees. It was a year.',
        'Because of:',
        '- the `gauge` on the roof.\n- the weather.',
        'We drew the pressure, see the plot.',
        'https://example.org/kettle\n',
      ].join('\n\n'),
    );
  });

  it('tells the description only if 0 is chosen', async () => {
    const { out } = await summarize('kettle.md', '--choose', '0, 2', '--stdout');
    expect(bodyOf(out)).toContain('Why a kettle boils early.\n\nNobody asked why.\n');
    expect((await summarize('kettle.md', '--choose', '2', '--stdout')).out).not.toContain('boils early');
  });

  it('writes the draft where a summary goes', async () => {
    const { out } = await summarize('kettle.md', '--choose', '1');
    expect(readFileSync(join(folder, out.trim()), 'utf8')).toContain('ninety-three degrees.');
  });

  it.each([
    ['a number that no sentence has', ['--choose', '77'], 'no sentence of the post has the number 77'],
    ['a sentence that words can’t show', ['--choose', '8'], 'has the number 8'],
    ['words', ['--choose', 'all'], 'not ‘all’'],
    ['half a range', ['--choose', '4-'], 'not ‘4-’'],
    ['a range that goes back', ['--choose', '6-4'], 'not ‘6-4’'],
    ['a huge range', ['--choose', '1-999999'], 'such as 1,4-6'],
    ['nothing', ['--choose', ''], 'such as 1,4-6'],
    ['a length', ['--choose', '1', '--length', 'short'], 'Use either --choose or --length'],
    ['a number of posts', ['--choose', '1', '--posts', '3'], 'Use either --choose or --length'],
    ['another post', ['kettle.md', '--choose', '1'], 'sentences of one post'],
    ['a folder', ['.', '--choose', '1'], 'sentences of one post'],
    ['a round-up', ['--choose', '1', '--round-up'], 'sentences of one post'],
    ['a program’s words', ['--choose', '1', '--propose'], '--propose'],
  ])('refuses %s, and writes nothing', async (_, args, why) => {
    const { code, err } = await summarize('kettle.md', ...args);
    expect(code).toBeGreaterThan(1);
    expect(err).toContain(why);
    expect(() => readFileSync(join(folder, 'posts'))).toThrow('ENOENT');
  });
});
