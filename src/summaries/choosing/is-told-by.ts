import type { Candidates } from './candidates.ts';
import type { PostSentence } from './post-sentences.ts';
import { stemsOf } from './words.ts';

/** From this share of its words in what was told, a sentence tells no news: `Ada announces that the lamp is out.` */
const SAME = 0.8;
/** Words that announce, and say nothing about what is announced. */
const ANNOUNCING: ReadonlySet<string> = new Set(
  stemsOf(
    'team excited pleased happy thrilled proud delighted glad announce share introduce present publish',
  ),
);

/** Whether a sentence says no more than what was told. */
export function isToldBy(
  told: readonly PostSentence[],
  { index }: PostSentence,
  { vectors }: Candidates,
): boolean {
  const own = [...(vectors[index]?.keys() ?? [])].filter((stem) => !ANNOUNCING.has(stem));
  const known = own.filter((stem) => told.some((one) => vectors[one.index]?.has(stem) === true));
  return known.length >= own.length * SAME;
}
