import { expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { SIZES } from './sizes.ts';

const texts = (source: string): string[] =>
  summarise(readPost(source, { path: 'a.md', canonical: 'https://example.org/a' }), {
    size: SIZES.x,
    length: 'medium',
  }).paragraphs.map(({ text }) => text);

it.each([
  ['without a space', '蓋が要る。二つあればもっといい。'],
  ['with a space', '蓋が要る。 二つあればもっといい。'],
])('keeps neighbours as far apart as their author left them: %s', (_, pair) => {
  expect(texts(`古いボイラーは五月に外された。\n\n${pair}\n`)).toContain(pair);
});

it('puts no space between a question and its answer in a script that has none', () => {
  const question = 'なぜ水は低い温度で沸くのか？';
  const answer = 'それは気圧が低いからだと古い教科書に書いてある。';
  expect(texts(`${question}\n\n${answer}\n`)).toEqual([question + answer]);
});
