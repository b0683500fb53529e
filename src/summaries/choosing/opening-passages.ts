import type { Candidates } from './candidates.ts';
import { isSaidBy } from './context-bound.ts';
import { leadOf, quoteAbove } from './lead-in-lines.ts';
import type { OpeningContext } from './opening-context.ts';
import { follows } from './opening-flow.ts';
import { isShortEnough, OPENING } from './opening-length.ts';
import { saysAgain, startAfter } from './opening-start.ts';
import type { PostSentence } from './post-sentences.ts';

/**
 * Returns what an opening may tell: every passage of a post's first sentences that begins with the one that can open, goes on with
 * all that follow it, and is short enough; from the shortest to the longest. It goes on below what can't be told. Empty if none of
 * the first sentences can open.
 */
export function passagesOf(context: OpeningContext): readonly (readonly PostSentence[])[] {
  const passages: (readonly PostSentence[])[] = [];
  for (;;) {
    const told = passages.at(-1) ?? [];
    const before = passages.length;
    for (const run of runsAfter(told, context)) {
      const all = [...told, ...run];
      if (!isShortEnough(all, context)) return passages;
      passages.push(all);
    }
    if (passages.length === before) return passages;
  }
}

/** Yields the sentences that follow each other below what was told: the first of them, the first two, and so on. */
function* runsAfter(
  told: readonly PostSentence[],
  context: OpeningContext,
): Generator<readonly PostSentence[]> {
  const { sentences, candidates, isDescribed, language } = context;
  const start = startAfter(told, context);
  // Below words of its author, a transcript of a talk is another text.
  if (start === undefined || (told.length > 0 && isSaidBy(start.text))) return;
  const above = told.length === 0 ? quoteAbove(start, context) : undefined;
  let run: readonly PostSentence[] = above === undefined ? [] : [above];
  for (const next of sentences.slice(start.index)) {
    const before = run.at(-1);
    // Items of a list that was shown whole.
    if (next.index <= (before?.index ?? -1)) continue;
    const shown = leadOf(next, context);
    if (next !== start && !follows(next, before, shown !== undefined, language)) return;
    if (told.length + run.length > 0 && isDescribed && repeats(next, candidates)) return;
    if (told.length + run.length >= OPENING.sentences && isStep(next, context)) return;
    run = [...run, next, ...(shown ?? [])];
    yield run;
  }
}

/** The fewest words of a sentence that says a description again: fewer are alike by chance. */
const FEWEST_AGAIN = 4;

const repeats = (one: PostSentence, candidates: Candidates): boolean =>
  (candidates.vectors[one.index]?.size ?? 0) >= FEWEST_AGAIN && saysAgain(one, candidates);

const isStep = ({ index }: PostSentence, { candidates }: OpeningContext): boolean =>
  candidates.tellableAt(index)?.isFiller === true;
