import { describe, expect, it } from 'vitest';
import { loneSteps } from '../../src/summaries/choosing/lone-steps.ts';
import type { PostSentence } from '../../src/summaries/choosing/post-sentences.ts';
import { shownBlocks } from '../../src/summaries/choosing/shown-blocks.ts';
import { walkthroughSentences } from '../../src/summaries/choosing/walkthrough.ts';
import { sentenceOf } from './sentence-of.ts';

type Facts = Partial<PostSentence>;

/** Sentences, one in each block, with their indexes. */
const post = (...texts: readonly (readonly [string, Facts?])[]): PostSentence[] =>
  texts.map(([text, facts], index) => sentenceOf(text, { index, block: index, ...facts }));

const plain = (count: number): [string][] => Array.from({ length: count }, () => ['The lamp is old.']);

describe('a step that says only what to do next', () => {
  const found = (step: readonly [string, Facts?], others = 3): number[] => [
    ...loneSteps(post(...plain(others), [step[0], { isStep: true, ...step[1] }])),
  ];
  it('is one short sentence', () => {
    expect(found(['Trim the wick.'])).toEqual([3]);
    expect(found(['Trim the wick.', { isStep: false }])).toEqual([]);
    expect(found(['Trim the wick.', { of: 2 }])).toEqual([]);
    expect(found(['Trim the wick.', { emphasised: true }])).toEqual([]);
    expect(found(['wick '.repeat(19)])).toEqual([3]);
    expect(found(['wick '.repeat(20)])).toEqual([]);
  });

  it('is an ordinary point where steps are most of the post', () => {
    const steps = (count: number, others: number): number =>
      loneSteps(post(...plain(others), ...Array<[string, Facts]>(count).fill(['Trim it.', { isStep: true }])))
        .size;
    expect(steps(2, 3)).toBe(2);
    expect(steps(3, 4)).toBe(0);
  });
});

describe('a walkthrough of steps', () => {
  const STEP: [string] = ['Open the lid.'];
  const found = (sentences: PostSentence[], pieces: readonly number[] = []): number[] => [
    ...walkthroughSentences(
      { sentences, headings: ['', ''], pieces, blocks: shownBlocks([]), teaser: 0 },
      'en',
    ),
  ];

  it('goes from its first step to the paragraph below its last', () => {
    expect(found(post(...plain(2), STEP, ...plain(1), STEP, STEP, ...plain(3)))).toEqual([2, 3, 4, 5, 6]);
  });

  it('has three steps or more, and enough for its length', () => {
    expect(found(post(STEP, STEP, ...plain(4)))).toEqual([]);
    expect(found(post(STEP, STEP, STEP, ...plain(17)))).toEqual([0, 1, 2, 3]);
    expect(found(post(STEP, STEP, STEP, ...plain(18)))).toEqual([]);
  });

  it('says something besides its steps', () => {
    expect(found(post(STEP, STEP, STEP, ...plain(1)))).toEqual([0, 1, 2, 3]);
    expect(found(post(STEP, STEP, STEP, STEP, ...plain(1)))).toEqual([]);
  });

  it('takes all numbered items for steps if one of them is', () => {
    const numbered: [string, Facts] = ['The lamp is old.', { isStep: true }];
    const first: [string, Facts] = ['Open the lid.', { isStep: true }];
    expect(found(post(numbered, ...plain(1), first, STEP, STEP, ...plain(3)))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(found(post(numbered, ...plain(1), STEP, STEP, STEP, ...plain(3)))).toEqual([2, 3, 4, 5]);
  });

  it('begins with code where that comes first, and then opens no section', () => {
    const sectioned = post(...plain(2), STEP, STEP, STEP, ['The lamp is old.', { section: 1 }], ...plain(2));
    expect(found(sectioned)).toEqual([2, 3, 4, 5]);
    expect(found(sectioned, [0])).toEqual([1, 2, 3, 4, 5]);
    expect(found(sectioned, [7])).toEqual([2, 3, 4, 5, 6, 7]);
  });
});

describe('a walkthrough of code', () => {
  const pieces = [1, 3, 5];
  const found = (facts: Facts): boolean => {
    const sentences = post(...plain(4), ['The lamp is old.', { section: 1, ...facts }], ...plain(3));
    return walkthroughSentences(
      { sentences, headings: ['', ''], pieces, blocks: shownBlocks([]), teaser: 0 },
      'en',
    ).has(4);
  };

  it('leaves what opens a section away from code', () => {
    expect(found({})).toBe(false);
    expect(found({ section: 0 })).toBe(true);
    expect(found({ place: 1, of: 2 })).toBe(true);
    expect(found({ shown: 'beside' })).toBe(true);
    expect(found({ block: 1 })).toBe(false);
    expect(found({ section: 0, block: 1 })).toBe(false);
    expect(found({ section: 0, block: 6 })).toBe(true);
    expect(found({ section: 0, block: 7 })).toBe(false);
  });
});
