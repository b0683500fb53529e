import { describe, expect, it } from 'vitest';
import { mainWords, titleWords } from '../../src/summaries/choosing/main-words.ts';
import { contextOf } from './ends-of.ts';

const wordsOf = (body: string, title = ''): readonly (readonly [string, number])[][] => {
  const { candidates } = contextOf(body, title);
  return [mainWords(candidates), titleWords(candidates)].map((words) =>
    words.map(({ stem, uses }) => [stem, uses] as const),
  );
};
/** A sentence of names, which are stems of themselves. */
const names = (from: number, to: number): string =>
  [...'abcdefghijklmnop']
    .slice(from, to)
    .map((letter) => `B${letter}ko`)
    .join(' ');

describe('the main words of a post', () => {
  it('are those that most sentences use, the first ones first', () => {
    const [main] = wordsOf('Tin and lamps rust. A bell rings. A lamp burns by a bell. Lamps need tin.');
    expect(main).toEqual([
      ['lamp', 3],
      ['tin', 2],
      ['bell', 2],
    ]);
  });

  it('count once a sentence, and are no numbers', () => {
    expect(wordsOf('Bells ring for bells. In 2001 tin rusts. In 2001 wax melts.')[0]).toEqual([]);
  });

  it('are twelve at most', () => {
    const line = (to: number): string => `${names(0, to)} burn.\n\n${names(0, to)} rust.`;
    expect(wordsOf(line(12))[0]).toHaveLength(12);
    expect(wordsOf(line(14))[0]).toHaveLength(12);
  });
});

describe('the words of a title', () => {
  it('are told with the number of sentences that use them', () => {
    const [, title] = wordsOf('A bell rings. Bells need a lamp.', 'The bell, a lamp and a horn');
    expect(title).toEqual([
      ['bell', 2],
      ['lamp', 1],
      ['horn', 0],
    ]);
  });
});
