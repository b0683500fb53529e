import { describe, expect, it } from 'vitest';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { walkthroughSentences } from '../../src/summaries/choosing/walkthrough.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';

const read = (source: string) => readPost(source, { path: 'a.md', canonical: 'https://example.org/a' });
const found = (source: string): string[] => {
  const text = postText(read(source).blocks);
  const between = walkthroughSentences(text, 'en');
  return text.sentences.filter(({ index }) => between.has(index)).map((sentence) => sentence.text);
};
const CODE = '```js\nlamp();\n```';

describe('a walkthrough', () => {
  it('explains code between its first piece and its last', () => {
    const post = ['Before.', CODE, 'Between one.', 'Between two.', CODE, CODE, 'After.', 'Far after.'];
    expect(found(post.join('\n\n'))).toEqual(['Between one.', 'Between two.', 'After.']);
  });

  it('opens its sections away from code with what they are about', () => {
    const post = [
      CODE,
      '## Oil',
      'Oil is dear.',
      'Pour it.',
      CODE,
      '## Wick',
      CODE,
      'The wick is gone.',
      CODE,
    ];
    expect(found(post.join('\n\n'))).toEqual(['Pour it.', 'The wick is gone.']);
  });

  it('may show tables and formulas', () => {
    const table = '| a | b |\n|---|---|\n| 1 | 2 |';
    expect(found([table, 'Between.', '$$\nx\n$$', table].join('\n\n'))).toEqual(['Between.']);
  });

  it('has three pieces or more', () => {
    expect(found([CODE, 'Between.', CODE].join('\n\n'))).toEqual([]);
  });
});

it('summarises a walkthrough by what it says before and after its code', () => {
  const before = [
    'Our lamps burn petroleum, which is dear, and so we wrote a small program that counts every hour of it.',
    'Most harbours on the coast count their petroleum by hand and lose a barrel of it in every single year.',
  ];
  const between =
    'The counter starts at zero whenever a lamp is lit, and every lamp has a counter of its own for that.';
  const after =
    'Counting the hours of every lamp has saved our harbour two barrels of petroleum since the spring.';
  const post = [
    '# Counting lamps',
    ...before,
    CODE,
    between,
    CODE,
    between.replace('starts', 'stops'),
    CODE,
    '## What we saved',
    after,
  ];
  const told = summarise(read(post.join('\n\n')), { length: 'medium' }).paragraphs.map(({ text }) => text);
  expect(told).toEqual(expect.arrayContaining([...before, after]));
  expect(told.join(' ')).not.toContain('counter');
});

describe('a summary that has hardly any points', () => {
  const hookOf = (source: string): string | undefined =>
    summarise(read(source), { length: 'medium' }).paragraphs.find(({ role }) => role === 'hook')?.text;
  const STEPS = [
    '1. Add the petroleum.',
    '2. Open the tap of the lamp.',
    '3. Remove the old wick.',
    '4. Light it.',
  ].join('\n');

  it('goes on with the hook’s paragraph, as far as it fits a post', () => {
    const intro =
      'A petroleum lamp is easy to light. It burns for eleven hours. It is the one in the tower. It is old.';
    expect(hookOf(`# A petroleum lamp\n\n${intro}\n\n${STEPS}\n`)).toBe(intro.replace(' It is old.', ''));
    const long = `A petroleum lamp is easy to light. It burns ${'for eleven hours and '.repeat(12)}more.`;
    expect(hookOf(`# A petroleum lamp\n\n${long}\n\n${STEPS}\n`)).toBe('A petroleum lamp is easy to light.');
  });

  it('never goes on in the next paragraph', () => {
    const intro = 'A petroleum lamp is easy to light.\n\nIt burns for eleven hours.';
    expect(hookOf(`# A petroleum lamp\n\n${intro}\n\n${STEPS}\n`)).toBe('A petroleum lamp is easy to light.');
  });
});
