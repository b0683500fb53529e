import { describe, expect, it } from 'vitest';
import { SHORTEST_POST } from '../../src/summaries/choosing/post-size.ts';
import { answerTo, isAsked } from '../../src/summaries/choosing/question-answer.ts';
import { sentenceOf } from './sentence-of.ts';

describe('a question that its own paragraph does not answer', () => {
  it.each([
    ['Why does it burn?', true],
    ['为什么？', true],
    ['“Why does it burn?”', true],
    ['**Why does it burn?**', true],
    ['Why? It burns', false],
    ['It burns.', false],
    ['Is it old? yes', false],
  ])('alone: “%s” %s', (text, asked) => {
    const sentence = sentenceOf(text);
    expect(isAsked(sentence, [sentence])).toBe(asked);
  });

  it.each([
    ['Q: Why does it burn?', true],
    ['Ada: Why does it burn?', true],
    ['Ada Byron: Why does it burn?', true],
    ['Ada B. O’Byron-Berg: Why does it burn?', true],
    ['Ada Maria Byron Berg: Why does it burn?', false],
    ['Once more: Why does it burn?', false],
    ['ada: Why does it burn?', false],
    ['it is Ada: Why does it burn?', false],
    ['Ada:why does it burn?', false],
    ['At 10: Why does it burn?', false],
    ['The lamp burns, but why?', false],
  ])('before other sentences: “%s” %s', (text, asked) => {
    const sentence = sentenceOf(text, { of: 3 });
    expect(isAsked(sentence, [sentence])).toBe(asked);
  });

  it('may have a label before it, and is no item', () => {
    const text = 'Why does it burn?';
    const labelled = sentenceOf(text, { of: 2, place: 1, index: 1, label: 'Lamps.' });
    expect(isAsked(labelled, [sentenceOf('Lamps.', { of: 2 }), labelled])).toBe(true);
    const alone = sentenceOf(text, { label: 'Lamps.' });
    expect(isAsked(alone, [alone])).toBe(false);
    const item = sentenceOf(text, { inItem: true });
    expect(isAsked(item, [item])).toBe(false);
  });

  it('ends a paragraph that is marked throughout', () => {
    const paragraph = (...marked: readonly boolean[]) =>
      marked.map((emphasised, at) =>
        sentenceOf(at === 0 ? 'It burns.' : 'Why?', {
          emphasised,
          index: at + 1,
          place: at,
          of: marked.length,
        }),
      );
    const asked = (place: number, ...marked: readonly boolean[]): boolean => {
      const sentences = [sentenceOf('It burns.'), ...paragraph(...marked), sentenceOf('It smokes.')];
      return isAsked(sentences[place + 1] ?? sentenceOf(''), sentences);
    };
    expect(asked(2, true, true, true)).toBe(true);
    expect(asked(1, true, true, true)).toBe(false);
    expect(asked(2, false, true, true)).toBe(false);
    expect(asked(2, true, false, true)).toBe(false);
    expect(asked(2, true, true, false)).toBe(false);
  });

  it('stands among questions only', () => {
    const asked = (first: string): boolean => {
      const sentences = [
        sentenceOf(first, { of: 2 }),
        sentenceOf('Why?', { index: 1, place: 1, of: 2 }),
        sentenceOf('It smokes.', { index: 2 }),
      ];
      return isAsked(sentences[1] ?? sentenceOf(''), sentences);
    };
    expect(asked('When?')).toBe(true);
    expect(asked('It burns.')).toBe(false);
  });

  it('stands among a few questions: a page of them is not one question', () => {
    const among = (count: number): boolean => {
      const questions = Array.from({ length: count }, (_, place) =>
        sentenceOf('Why?', { index: place, place, of: count }),
      );
      return isAsked(questions[0] ?? sentenceOf(''), questions);
    };
    expect([2, 5, 6].map(among)).toEqual([true, true, false]);
  });
});

describe('the answer to a question', () => {
  const question = sentenceOf('Why does it burn?', { block: 3 });
  it.each([
    ['the next sentence', sentenceOf('Oil burns.', { index: 1, block: 3 }), true],
    ['the next block', sentenceOf('Oil burns.', { index: 1, block: 4 }), true],
    ['a block later', sentenceOf('Oil burns.', { index: 1, block: 5 }), false],
    ['an item', sentenceOf('Oil burns.', { index: 1, block: 4, inItem: true }), false],
    ['another question', sentenceOf('Who knows?', { index: 1, block: 4 }), false],
    ['one that just fits beside it', sentenceOf('x'.repeat(262), { index: 1, block: 4 }), true],
    ['one that does not', sentenceOf('x'.repeat(263), { index: 1, block: 4 }), false],
  ])('may be %s', (_, next, is) => {
    expect(answerTo(question, [question, next], SHORTEST_POST)).toBe(is ? next : undefined);
  });

  it('is missing at the end of a post', () => {
    expect(answerTo(question, [question], SHORTEST_POST)).toBeUndefined();
  });
});
