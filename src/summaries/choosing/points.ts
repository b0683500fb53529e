import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import type { Candidate, Candidates } from './candidates.ts';
import type { StemVector } from './centrality.ts';
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
  /** What it names as known although none of its own sentences introduces it, as stems. */
  readonly needs: ReadonlySet<string>;
  /** Whether it is a line of a log. */
  readonly isFiller: boolean;
};

/** Returns where a point is in its post. */
export const startOf = (point: Point): number => point.sentences[0]?.index ?? 0;

/** The penalty for each sentence that a point needs before its own. */
const HELP = 0.8;
/** The penalty for a point that could stand alone, told with the sentences before it that it refers to. */
const KNOWN = 0.8;
/** The most sentences that a point needs before its own. */
const MOST_HELP = 2;

/**
 * Returns the sentences that stand alone, and those that need the ones before them in their paragraph, with those: up to two, if
 * all fit one post.
 */
export function pointsOf(
  { all, vectors }: Candidates,
  sentences: readonly PostSentence[],
  weights: Readonly<Record<FeatureName, number>>,
  { language, size }: { readonly language: PhraseLanguage; readonly size: PostSize },
): Point[] {
  const byIndex = new Map(all.map((candidate) => [candidate.sentence.index, candidate]));
  const score = ({ values }: Candidate): number => scoreOf(values, weights);
  const isHalf = ({ text, index, paragraph }: PostSentence): boolean => {
    const next = sentences[index + 1];
    return next?.paragraph === paragraph && needsNext(text, next.text, language);
  };
  const pointOf = (run: readonly Candidate[], value: number, doubt: number): Point => ({
    sentences: run.map(({ sentence }) => sentence),
    score: value,
    doubt,
    needs: needsOf(run, vectors),
    isFiller: run.at(-1)?.isFiller === true,
  });
  return all.flatMap((candidate): Point[] => {
    const { sentence, values, dangles, needs } = candidate;
    const doubt = doubtOf(values, weights);
    if (isAsked(sentence, sentences)) {
      const answer = byIndex.get(answerTo(sentence, sentences, size)?.index ?? -1);
      if (answer === undefined || dangles !== undefined) return [];
      return [pointOf([candidate, answer], (score(candidate) + score(answer)) / 2, doubt)];
    }
    const alone = (): Point[] =>
      dangles === undefined && !isHalf(sentence) ? [pointOf([candidate], score(candidate), doubt)] : [];
    const before = byIndex.get(sentence.index - 1);
    if (
      before?.sentence.paragraph === sentence.paragraph &&
      isHalf(before.sentence) &&
      before.dangles === undefined
    )
      return [...alone(), pointOf([before, candidate], score(before), doubt)];
    const leans = values.leansBack > 0;
    const run = dangles === undefined && needs.size === 0 && !leans ? [] : runTo(candidate, byIndex, size);
    const [first] = run;
    if (first === undefined) return alone();
    if (dangles === undefined) {
      const held = leans ? -weights.leansBack : 0;
      return [...alone(), pointOf(run, score(candidate) + held - KNOWN, doubt - held)];
    }
    const value = run.reduce((sum, one) => sum + score(one), 0) / run.length - HELP * (run.length - 1);
    return [pointOf(run, value, doubtOf(first.values, weights))];
  });
}

/** Returns a sentence with those before it in its paragraph that it needs; nothing if they don't make sense or fit a post. */
function runTo(
  last: Candidate,
  byIndex: ReadonlyMap<number, Candidate>,
  { measure, limit }: PostSize,
): readonly Candidate[] {
  let run = [last];
  while (run.length <= MOST_HELP) {
    const [first] = run;
    const before = byIndex.get((first?.sentence.index ?? 0) - 1);
    if (before === undefined || before.sentence.paragraph !== last.sentence.paragraph) return [];
    run = [before, ...run];
    if (measure(run.map(({ sentence }) => sentence.text).join(' ')) > limit) return [];
    if (before.dangles === undefined && before.needs.size === 0 && before.values.leansBack === 0) return run;
  }
  return [];
}

/** Returns what a run names as known, except what its earlier sentences speak of. */
function needsOf(run: readonly Candidate[], vectors: readonly StemVector[]): ReadonlySet<string> {
  const unmet = new Set<string>();
  const told = new Set<string>();
  for (const { sentence, needs } of run) {
    for (const stem of needs) if (!told.has(stem)) unmet.add(stem);
    for (const stem of vectors[sentence.index]?.keys() ?? []) told.add(stem);
  }
  return unmet;
}

/** Makes a point of each paragraph of a run. */
export function paragraphsOf(run: readonly PostSentence[]): Point[] {
  const paragraphs = Map.groupBy(run, ({ paragraph }) => paragraph);
  return [...paragraphs.values()].map((own) => ({
    sentences: own,
    score: 0,
    doubt: 0,
    needs: new Set<string>(),
    isFiller: false,
  }));
}
