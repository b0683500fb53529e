import { describe, expect, it } from 'vitest';
import { stemVectors } from '../../src/summaries/choosing/centrality.ts';
import {
  doubtOf,
  FEATURES,
  type FeatureContext,
  type FeatureName,
  featuresOf,
  scoreOf,
  WEIGHTS,
} from '../../src/summaries/choosing/features.ts';
import type { PostSentence } from '../../src/summaries/choosing/post-sentences.ts';
import { SHORTEST_POST } from '../../src/summaries/choosing/post-size.ts';
import { stemsOf } from '../../src/summaries/choosing/words.ts';
import { sentenceOf } from './sentence-of.ts';

/** A post of one sentence, called “The brass lamp”, below the heading “Oil and wicks”. */
function contextOf(text: string): FeatureContext {
  const [own = new Map(), title = new Map(), heading = new Map()] = stemVectors(
    [text, 'The brass lamp', 'Oil and wicks'].map(stemsOf),
  );
  return {
    language: 'en',
    size: SHORTEST_POST,
    openings: new Set([3]),
    lastParagraph: 9,
    centrality: [0.25],
    vectors: [own],
    topics: [new Map(), heading],
    title,
  };
}

const featureOf = (name: FeatureName, text: string, facts: Partial<PostSentence> = {}): number =>
  featuresOf(sentenceOf(text, facts), contextOf(text))[name];

const words = (count: number): string => `${'lamp '.repeat(count - 1)}lamp.`;
const MANY = words(12);

/** A feature, a sentence, and how much of it the sentence has. */
const VALUES: readonly (readonly [FeatureName, string, Partial<PostSentence>, number])[] = [
  ['centrality', MANY, {}, 0.25],
  ['centrality', MANY, { index: 1 }, 0],
  ['length', words(8), {}, 0],
  ['length', words(16), {}, 0.5],
  ['length', words(30), {}, 1],
  ['short', words(3), {}, 1],
  ['short', words(7), {}, 0.5],
  ['short', words(10), {}, 0],
  ['rambling', words(32), {}, 0],
  ['rambling', words(39), {}, 0.5],
  ['rambling', words(50), {}, 1],
  ['nested', MANY, {}, 0],
  [
    'nested',
    'It burns when it rains, which is when we know that we sleep, because if it rains, it burns.',
    {},
    1,
  ],
  ['alone', MANY, {}, 1],
  ['alone', MANY, { of: 2 }, 0],
  ['alone', MANY, { inItem: true }, 0],
  ['number', 'It burns 12 hours.', {}, 1],
  ['number', 'It burns a hundred hours.', {}, 1],
  ['number', 'It burns for hours.', {}, 0],
  ['recollection', 'I remember the lamp.', {}, 1],
  ['recollection', MANY, {}, 0],
  ['definition', 'The lamp is a vessel of brass that holds oil.', {}, 1],
  ['definition', MANY, {}, 0],
  ['occasion', 'Last spring we replaced the lid of the old well with one of oak.', {}, 1],
  ['occasion', MANY, {}, 0],
  ['turn', 'Our mistake was to trim the wick.', {}, 1],
  ['turn', MANY, {}, 0],
  ['advice', 'You should trim the wick.', {}, 1],
  ['advice', MANY, {}, 0],
  ['supposition', 'Suppose you had a lamp on a shelf.', {}, 1],
  ['supposition', MANY, {}, 0],
  ['step', MANY, { isStep: true }, 1],
  ['step', MANY, {}, 0],
  ['code', 'x'.repeat(100), {}, 0],
  ['code', 'x'.repeat(100), { code: [{ start: 10, end: 21 }] }, 0.5],
  [
    'code',
    'x'.repeat(100),
    {
      code: [
        { start: 10, end: 15 },
        { start: 20, end: 26 },
      ],
    },
    0.5,
  ],
  ['code', 'x'.repeat(100), { code: [{ start: 10, end: 50 }] }, 1],
  ['besideCode', MANY, { shown: 'beside' }, 1],
  ['besideCode', MANY, { shown: 'section' }, 0.5],
  ['besideCode', MANY, {}, 0],
  ['overlong', 'x'.repeat(260), {}, 0],
  ['overlong', 'x'.repeat(280), {}, 0.5],
  ['overlong', 'x'.repeat(300), {}, 1],
  ['opensParagraph', MANY, {}, 1],
  ['opensParagraph', MANY, { place: 1, of: 3 }, 0],
  ['closesParagraph', MANY, {}, 0],
  ['closesParagraph', MANY, { place: 1, of: 2 }, 1],
  ['closesParagraph', MANY, { place: 0, of: 2 }, 0],
  ['opensSection', MANY, { paragraph: 3 }, 1],
  ['opensSection', MANY, { paragraph: 3, place: 1, of: 4 }, 1],
  ['opensSection', MANY, { paragraph: 3, place: 2, of: 4 }, 0],
  ['opensSection', MANY, { paragraph: 4 }, 0],
  ['closesPost', MANY, { paragraph: 9 }, 1],
  ['closesPost', MANY, {}, 0],
  ['onTopic', 'The brass lamp', {}, 1],
  ['onTopic', 'Nobody knew why', {}, 0],
  ['onTopic', 'Oil and wicks', {}, 0],
  ['onTopic', 'Oil and wicks', { section: 1 }, 1],
  ['onTopic', 'The brass lamp', { section: 7 }, 1],
  ['onTopic', 'The brass lamp', { index: 4 }, 0],
  ['general', 'Nobody ever trims every wick.', {}, 1],
  ['general', 'We trim it.', {}, 0],
  ['emphasised', MANY, { emphasised: true }, 1],
  ['emphasised', MANY, {}, 0],
  ['inItem', MANY, { inItem: true }, 1],
  ['inItem', MANY, {}, 0],
  ['question', 'Who trims it?', {}, 1],
  ['question', 'Who trims it？”)', {}, 1],
  ['question', 'Who? We trim it.', {}, 0],
  ['speech', MANY, {}, 0],
  ['speech', `“${'x'.repeat(35)}”${'y'.repeat(63)}`, {}, 0.489],
  ['speech', `“${MANY}”`, {}, 1],
  ['leansBack', 'We trim it.', {}, 1],
  ['leansBack', MANY, {}, 0],
];

describe('what speaks for and against a sentence', () => {
  it.each(VALUES)('%s: “%s” %j', (name, text, facts, value) => {
    expect(featureOf(name, text, facts)).toBeCloseTo(value, 2);
  });

  it('has a sentence that has it, and one that lacks it, for each feature', () => {
    const of = (test: (value: number) => boolean): string[] =>
      [...new Set(VALUES.filter(([, , , value]) => test(value)).map(([name]) => name))].sort();
    expect(of((value) => value > 0)).toEqual(Object.keys(FEATURES).sort());
    expect(of((value) => value === 0)).toEqual(Object.keys(FEATURES).sort());
  });

  it('says what counts against it', () => {
    const against = Object.entries(WEIGHTS).filter(([, weight]) => weight < 0);
    expect(against.map(([name]) => name)).toEqual([
      'short',
      'rambling',
      'nested',
      'recollection',
      'supposition',
      'step',
      'code',
      'besideCode',
      'overlong',
      'closesParagraph',
      'opensSection',
      'inItem',
      'question',
      'speech',
      'leansBack',
    ]);
  });

  it('adds up', () => {
    const values = featuresOf(sentenceOf(MANY), contextOf(MANY));
    const none = Object.fromEntries(Object.keys(values).map((name) => [name, 0])) as typeof values;
    expect(scoreOf(none)).toBe(0);
    expect(scoreOf({ ...none, short: 1, alone: 0.5 })).toBeCloseTo(WEIGHTS.short + WEIGHTS.alone / 2);
    expect(scoreOf({ ...none, short: 1 }, { ...WEIGHTS, short: 3 })).toBe(3);
    expect(doubtOf({ ...none, short: 1, alone: 1 }, WEIGHTS)).toBeCloseTo(0);
    for (const name of ['leansBack', 'supposition', 'recollection', 'code', 'besideCode', 'step'] as const)
      expect(doubtOf({ ...none, [name]: 1 }, WEIGHTS)).toBeCloseTo(-WEIGHTS[name]);
  });
});
