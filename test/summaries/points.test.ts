import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/summaries/choosing/candidates.ts';
import { FEATURE_NAMES, type FeatureName } from '../../src/summaries/choosing/features.ts';
import { pointsOf, startOf } from '../../src/summaries/choosing/points.ts';
import type { PostSentence } from '../../src/summaries/choosing/post-sentences.ts';
import { SHORTEST_POST } from '../../src/summaries/choosing/post-size.ts';
import { sentenceOf } from './sentence-of.ts';

type Values = Readonly<Record<FeatureName, number>>;

const NO_VALUES = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as Values;
/** A sentence's score is its `general`, less 2 if it leans back. */
const WEIGHTS: Values = { ...NO_VALUES, general: 1, leansBack: -2 };

type Told = Partial<Pick<PostSentence, 'paragraph' | 'block'>> & {
  readonly text?: string;
  readonly score?: number;
  readonly leans?: true;
  readonly dangles?: true;
  readonly needs?: string;
  readonly tells?: string;
  readonly isFiller?: true;
  /** Whether it can't be in a summary. */
  readonly unfit?: true;
};

/** The points of a paragraph: `0+1` for the first two sentences together, with score, doubt and what they need. */
function points(...told: readonly Told[]): string[] {
  const sentences = told.map(({ text = 'Lamps burn.', paragraph = 0, block = 0 }, index) =>
    sentenceOf(text, { index, paragraph, block, of: told.length, place: index }),
  );
  const all = told.flatMap(({ score = 1, leans, dangles, needs, isFiller, unfit }, index): Candidate[] =>
    unfit
      ? []
      : [
          {
            sentence: sentences[index] ?? sentenceOf(''),
            values: { ...NO_VALUES, general: score, leansBack: leans ? 1 : 0 },
            dangles: dangles ? 'it refers back' : undefined,
            needs: new Set(needs === undefined ? [] : [needs]),
            leansBack: leans === true,
            isAbout: false,
            isFiller: isFiller === true,
          },
        ],
  );
  const vectors = told.map(({ tells }) => new Map(tells === undefined ? [] : [[tells, 1]]));
  const nothing = new Map<string, number>();
  return pointsOf(
    {
      all,
      tellableAt: (index) => all.find((one) => one.sentence.index === index),
      vectors,
      title: nothing,
      hook: nothing,
      opener: 0,
    },
    sentences,
    WEIGHTS,
    {
      language: 'en',
      size: SHORTEST_POST,
    },
  ).map((point) => {
    const facts = [
      `score ${Number(point.score.toFixed(2))}`,
      ...(point.doubt === 0 ? [] : [`doubt ${point.doubt}`]),
      ...[...point.needs].map((need) => `needs ${need}`),
      ...(point.isFiller ? ['filler'] : []),
    ];
    expect(startOf(point)).toBe(point.sentences[0]?.index);
    return `${point.sentences.map(({ index }) => index).join('+')}: ${facts.join(', ')}`;
  });
}

const LONG = `Lamps burn ${'x'.repeat(256)}.`;

describe('a point', () => {
  it('is a sentence that stands alone', () => {
    expect(points({}, { score: 3 })).toEqual(['0: score 1', '1: score 3']);
    expect(points({ isFiller: true })).toEqual(['0: score 1, filler']);
  });

  it('is a sentence with those that it refers to, for a price', () => {
    expect(points({}, { score: 4, dangles: true })).toEqual(['0: score 1', '0+1: score 1.7']);
    expect(points({}, { dangles: true }, { dangles: true })).toEqual([
      '0: score 1',
      '0+1: score 0.2',
      '0+1+2: score -0.6',
    ]);
    expect(points({}, { dangles: true }, { dangles: true }, { dangles: true })).toHaveLength(3);
    expect(points({}, { dangles: true, isFiller: true })).toEqual(['0: score 1', '0+1: score 0.2, filler']);
    expect(points({ isFiller: true }, { dangles: true })[1]).toBe('0+1: score 0.2');
  });

  it('is nothing where they are missing, elsewhere or too long', () => {
    expect(points({ dangles: true })).toEqual([]);
    expect(points({ unfit: true }, { dangles: true })).toEqual([]);
    expect(points({}, { paragraph: 1, dangles: true })).toEqual(['0: score 1']);
    expect(points({}, { text: LONG, dangles: true })).toEqual(['0: score 1', '0+1: score 0.2']);
    expect(points({}, { text: `x${LONG}`, dangles: true })).toEqual(['0: score 1']);
  });

  it('that could stand alone may bring along what it names as known', () => {
    expect(points({ tells: 'lamp' }, { score: 3, needs: 'lamp' })).toEqual([
      '0: score 1',
      '1: score 3, needs lamp',
      '0+1: score 2.2',
    ]);
    expect(points({}, { score: 3, needs: 'lamp' })[2]).toBe('0+1: score 2.2, needs lamp');
    expect(points({ needs: 'lamp' }, { score: 3, needs: 'lamp' })).toEqual([
      '0: score 1, needs lamp',
      '1: score 3, needs lamp',
    ]);
    expect(points({ paragraph: 1 }, { needs: 'lamp' })).toEqual(['0: score 1', '1: score 1, needs lamp']);
  });

  it('that could stand alone may bring along what its pronouns refer to', () => {
    expect(points({}, { score: 3, leans: true })).toEqual([
      '0: score 1',
      '1: score 1, doubt 2',
      '0+1: score 2.2',
    ]);
    expect(points({ leans: true }, { score: 3, leans: true })).toEqual([
      '0: score -1, doubt 2',
      '1: score 1, doubt 2',
    ]);
    expect(points({}, { leans: true }, { dangles: true }).at(-1)).toBe('0+1+2: score -1.27');
    expect(points({ leans: true }, { dangles: true })).toEqual(['0: score -1, doubt 2']);
  });

  it('is a question with its answer', () => {
    const question: Told = { text: 'Q: Why do they burn?', score: 3 };
    expect(points(question, {})).toEqual(['0+1: score 2', '1: score 1']);
    expect(points({ ...question, dangles: true }, {})).toEqual(['1: score 1']);
    expect(points(question, { unfit: true })).toEqual([]);
    expect(points({}, question)).toEqual(['0: score 1']);
  });

  it('is a denial with what is true instead', () => {
    const denial: Told = { text: 'The trouble is not that it rains.', score: 3 };
    const truth: Told = { text: 'It is that the roof leaks.' };
    expect(points(denial, truth)).toEqual(['1: score 1', '0+1: score 3']);
    expect(points(denial, { ...truth, dangles: true })).toEqual(['0+1: score 3']);
    expect(points(denial, { ...truth, paragraph: 1 })).toEqual(['0: score 3', '1: score 1']);
    expect(points({ ...denial, dangles: true }, truth)).toEqual(['1: score 1']);
    expect(points(truth, denial)).toEqual(['0: score 1', '1: score 3']);
    expect(points(denial, { text: 'Lamps burn.' })).toEqual(['0: score 3', '1: score 1']);
  });
});
