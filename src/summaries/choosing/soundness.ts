import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import type { Candidate } from './candidates.ts';
import type { StemVector } from './centrality.ts';
import { doubtOf, type FeatureName } from './features.ts';
import type { Point } from './points.ts';

/** What a point is judged by besides its sentences. */
export type SoundnessContext = {
  readonly language: PhraseLanguage;
  readonly weights: Readonly<Record<FeatureName, number>>;
  /** By the sentence's index. */
  readonly vectors: readonly StemVector[];
  /** The stems of what a reader of the summary has read before it: the title. */
  readonly told: ReadonlySet<string>;
};

type SoundnessRow = {
  readonly weight: number;
  readonly reason: string;
  readonly value: (candidate: Candidate, context: SoundnessContext) => number;
};

/** The fewest stems that the share of told ones is taken of: two words of three say little. */
const FEWEST_STEMS = 4;
/** The most verbs in the present tense that count. */
const MOST_PRESENT = 2;

const marks = (pattern: RegExp | undefined, text: string): number =>
  pattern === undefined ? 0 : (text.match(pattern)?.length ?? 0);

/**
 * What tells a sentence that readers understand without its post from one that they don't, one row per reason. The weights are
 * those of a logistic regression on 1,147 sentences of 183 public posts, which three judges marked who saw only the title, the
 * opening and the sentence; rounded.
 */
export const SOUNDNESS: readonly SoundnessRow[] = [
  {
    weight: 1.6,
    reason: 'its words are those of the title and the opening: a reader knows them',
    value: ({ sentence }, { told, vectors }) => {
      const own = [...(vectors[sentence.index]?.keys() ?? [])];
      return (2 * own.filter((stem) => told.has(stem)).length) / Math.max(FEWEST_STEMS, own.length);
    },
  },
  {
    weight: 0.8,
    reason: 'it shares its words with many sentences: it is about what the post is about',
    value: ({ values }) => values.centrality,
  },
  {
    weight: 0.85,
    reason: 'a longer sentence brings what it speaks of',
    value: ({ values }) => values.length,
  },
  {
    weight: -2,
    reason: 'a very short one leans on its neighbours',
    value: ({ values }) => values.short,
  },
  {
    weight: -0.5,
    reason: 'a step, or a line of a log, is one of several',
    value: ({ isFiller }) => (isFiller ? 1 : 0),
  },
  {
    weight: -0.39,
    reason: 'pronouns, guesses, memories, code: each says that something was told before',
    value: ({ values }, { weights }) => doubtOf(values, weights),
  },
  {
    weight: 0.25,
    reason: 'what is so is worth telling by itself; what happened is a part of its story',
    value: ({ sentence }, { language }) =>
      Math.min(MOST_PRESENT, marks(PHRASES[language].stance?.present, sentence.text)),
  },
  {
    weight: 0.5,
    reason: 'advice and reasons are points',
    value: ({ sentence }, { language }) => Math.min(1, marks(PHRASES[language].stance?.firm, sentence.text)),
  },
  {
    weight: -0.37,
    reason: '`another`, `the second`, `instead`: it is compared with what was told before',
    value: ({ sentence }, { language }) =>
      Math.min(1, marks(PHRASES[language].stance?.comparing, sentence.text)),
  },
];

/** What a sentence without any of these would have. */
const BASE = -1.22;
/** From here on, the judges kept 92 of 100 sentences. */
export const SOUND = 1.5;

/** Returns how likely readers of a summary understand a point: the log odds of its last sentence. */
export function soundnessOf(
  point: Point,
  byIndex: ReadonlyMap<number, Candidate>,
  context: SoundnessContext,
): number {
  const last = byIndex.get(point.sentences.at(-1)?.index ?? -1);
  if (last === undefined) return Number.NEGATIVE_INFINITY;
  return SOUNDNESS.reduce((sum, { weight, value }) => sum + weight * value(last, context), BASE);
}
