import { describe, expect, it } from 'vitest';
import { stemVectors } from '../../src/summaries/choosing/centrality.ts';
import { HOOK_FEATURES, type HookContext, hookEnd, hookScore } from '../../src/summaries/choosing/hook.ts';
import type { PostSentence } from '../../src/summaries/choosing/post-sentences.ts';
import { stemsOf } from '../../src/summaries/choosing/words.ts';
import { sentenceOf } from './sentence-of.ts';

/** A post of twenty sentences, the first of which is `text`. */
function contextOf(text: string, title: string): HookContext {
  const [own = new Map(), ofTitle = new Map()] = stemVectors([text, title].map(stemsOf));
  return { language: 'en', title: ofTitle, vectors: [own], sentences: Array(20).fill(sentenceOf(text)) };
}

const TITLE = 'The brass lamp';
const PLAIN = 'Nobody on the coast knew why.';

/** The features in the order of their table. */
const NAMES = [
  'early',
  'first',
  'titled',
  'defining',
  'occasion',
  'turning',
  'supposing',
  'shouting',
  'leaning',
  'item',
] as const;

type Values = Partial<Record<(typeof NAMES)[number], number>>;

/** The features that a sentence has, and how much of each. */
const valuesOf = (text: string, facts: Partial<PostSentence> = {}, title = TITLE): Values =>
  Object.fromEntries(
    HOOK_FEATURES.map(({ value }, at) => [
      NAMES[at],
      value(sentenceOf(text, facts), contextOf(text, title)),
    ]).filter(([, value]) => value !== 0),
  );

const START: Values = { early: 1, first: 1 };

describe('what makes a sentence open a summary', () => {
  it.each<[string, Partial<PostSentence>, Values]>([
    [PLAIN, {}, START],
    [PLAIN, { index: 1 }, { early: 0.75 }],
    [PLAIN, { index: 3 }, { early: 0.25 }],
    ['We filled the brass lamp.', {}, { ...START, titled: 1 }],
    ['We have filled the lamp.', {}, { ...START, titled: 0.5 }],
    ['A lamp is a vessel that holds oil.', {}, { ...START, titled: 0.5, defining: 1 }],
    ['A pump is a vessel that holds oil.', {}, START],
    ['Last spring we replaced the lid of the old well with one of oak.', {}, { ...START, occasion: 1 }],
    ['Our mistake was to trim the wick.', {}, { ...START, turning: 1 }],
    ['Suppose you had a wick on a shelf.', {}, { ...START, supposing: 1 }],
    ['A big party!', {}, { ...START, shouting: 1 }],
    ['A very big party!', {}, START],
    ['We have never asked her.', {}, { ...START, leaning: 1 }],
    [PLAIN, { inItem: true }, { ...START, item: 1 }],
  ])('“%s” %j', (text, facts, expected) => {
    expect(valuesOf(text, facts)).toEqual(expected);
  });

  it('is not the title where there is none', () => {
    expect(valuesOf(PLAIN, {}, '')).toEqual(START);
  });

  it('counts for it or against it', () => {
    const against = NAMES.filter((_, at) => (HOOK_FEATURES[at]?.weight ?? 0) < 0);
    expect(against).toEqual(['supposing', 'shouting', 'leaning', 'item']);
    expect(HOOK_FEATURES).toHaveLength(NAMES.length);
  });

  it('is looked for in the first fifth of a post, and in four to ten sentences', () => {
    expect([1, 20, 30, 50, 400].map(hookEnd)).toEqual([4, 4, 6, 10, 10]);
  });

  it('adds up, with most of what makes it a point', () => {
    const context = contextOf(PLAIN, TITLE);
    const point = { sentences: [sentenceOf(PLAIN)], doubt: 0, needs: new Set<string>(), isFiller: false };
    const [early, first] = HOOK_FEATURES.map(({ weight }) => weight);
    expect(hookScore({ ...point, score: 0 }, context)).toBeCloseTo((early ?? 0) + (first ?? 0));
    expect(hookScore({ ...point, score: 1 }, context)).toBeCloseTo((early ?? 0) + (first ?? 0) + 0.7);
    expect(hookScore({ ...point, score: 1, sentences: [] }, context)).toBe(Number.NEGATIVE_INFINITY);
  });
});
