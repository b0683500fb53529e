import { expect, it } from 'vitest';
import { logLines } from '../../src/summaries/choosing/log-lines.ts';
import { sentenceOf } from './sentence-of.ts';

/** Which of some paragraphs are lines of a log. */
const logged = (...texts: readonly string[]): string[] => {
  const lines = logLines(
    texts.map((text, index) => sentenceOf(text, { index })),
    'en',
  );
  return texts.filter((_, index) => lines.has(index));
};

it.each([
  '10:30 left the house',
  '6.45 am, up again and out of the house',
  '6:45 a.m. – up again',
  '6:45pm: home',
  '6:45 P.M., home',
  '7h30 left the house',
  'lunch: herring roll and a large cup of tea in the harbour',
  'Lunch: herring roll and a large cup of tea in the harbour',
  'grateful for: the rain that fell on all of the roofs',
  'woke up : at the sound of the rain on all of the roofs',
  'lunch：herring roll and a large cup of tea',
  'pages: 12 and 13',
  'Pages:12',
])('a line of a log: “%s”', (text) => {
  expect(logged(text)).toEqual([text]);
});

it.each([
  'At 10:30 we left the house',
  '10:305 of them',
  '10:30',
  'lunch:',
  'a: b',
  'We had lunch: herring roll and a large cup of tea',
  'what we had for lunch: a roll',
  'plan of today: we walk along the harbour',
  'an extraordinarily long label: yes',
])('no line of a log: “%s”', (text) => {
  expect(logged(text)).toEqual([]);
});

it('three different labels are a log', () => {
  const two = ['harbour: full of boats and of gulls', 'sea: quiet, with a bit of fog on it'];
  const third = 'sky: as grey as it was the day before';
  expect(logged(...two)).toEqual([]);
  expect(logged(...two, third)).toEqual([...two, third]);
  expect(logged(...two, 'sea: as grey as it was the day before')).toEqual([]);
  expect(logged(...two, 'Sky: as grey as it was the day before')).toEqual([]);
  expect(logged(...two, 'We left.', third)).toEqual([...two, third]);
});

it('only the first sentence of a paragraph is a line of a log', () => {
  expect([...logLines([sentenceOf('10:30 left the house', { place: 1, of: 2 })], 'en')]).toEqual([]);
});
