import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import type { Candidate } from './candidates.ts';
import { needsNext } from './context-bound.ts';
import { doubtOf, type FeatureName, scoreOf } from './features.ts';
import type { PostSentence } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import { answerTo, isAsked } from './question-answer.ts';

/** A point of a summary: one sentence, or two neighbours if the second needs the first; in the post's order. */
export type Point = {
  readonly sentences: readonly PostSentence[];
  readonly score: number;
  /** How likely it depends on the rest of its post, from 0. */
  readonly doubt: number;
  /** Whether it is a line of a log. */
  readonly isFiller: boolean;
};

/** Returns where a point is in its post. */
export const startOf = (point: Point): number => point.sentences[0]?.index ?? 0;

/** The penalty for a point that needs its neighbour. */
const HELP = 0.8;

/** Returns the sentences that stand alone, and those that don't with the neighbour that they need, if that one does. */
export function pointsOf(
  candidates: readonly Candidate[],
  sentences: readonly PostSentence[],
  weights: Readonly<Record<FeatureName, number>>,
  { language, size }: { readonly language: PhraseLanguage; readonly size: PostSize },
): Point[] {
  const byIndex = new Map(candidates.map((candidate) => [candidate.sentence.index, candidate]));
  const isHalf = ({ text, index, paragraph }: PostSentence): boolean => {
    const next = sentences[index + 1];
    return next?.paragraph === paragraph && needsNext(text, next.text, language);
  };
  return candidates.flatMap(({ sentence, values, dangles, isFiller }): Point[] => {
    const score = scoreOf(values, weights);
    const doubt = doubtOf(values, weights);
    if (isAsked(sentence, sentences)) {
      const answer = byIndex.get(answerTo(sentence, sentences, size)?.index ?? -1);
      if (answer === undefined || dangles !== undefined) return [];
      const both = (score + scoreOf(answer.values, weights)) / 2;
      return [{ sentences: [sentence, answer.sentence], score: both, doubt, isFiller }];
    }
    const alone: Point[] =
      dangles === undefined && !isHalf(sentence) ? [{ sentences: [sentence], score, doubt, isFiller }] : [];
    const first = byIndex.get(sentence.index - 1);
    if (first?.sentence.paragraph !== sentence.paragraph || first.dangles !== undefined) return alone;
    const scoreOfFirst = scoreOf(first.values, weights);
    const pair = [first.sentence, sentence];
    if (isHalf(first.sentence)) return [...alone, { sentences: pair, score: scoreOfFirst, doubt, isFiller }];
    if (dangles === undefined) return alone;
    return [
      {
        sentences: pair,
        score: (score + scoreOfFirst) / 2 - HELP,
        doubt: doubtOf(first.values, weights),
        isFiller,
      },
    ];
  });
}
