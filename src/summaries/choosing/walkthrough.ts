import type { PostSentence, PostText } from './post-sentences.ts';

/** The fewest pieces of code, tables and formulas of a post that walks its readers through them. */
const FEWEST_PIECES = 3;

/**
 * Finds the sentences of a walkthrough from its first piece of code to the paragraph below its last: each explains what was just
 * shown, and what the sentences before it did. They are a last resort. What opens a section away from code is an ordinary point,
 * and so is all that comes before the first piece and after the last.
 */
export function walkthroughSentences({ sentences, pieces }: PostText): ReadonlySet<number> {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (pieces.length < FEWEST_PIECES || first === undefined || last === undefined) return new Set();
  const opensSection = ({ section, index, place, shown }: PostSentence): boolean =>
    place === 0 && shown !== 'beside' && sentences[index - 1]?.section !== section;
  return new Set(
    sentences
      .filter(({ block }) => block > first && block <= last + 1)
      .filter((sentence) => !opensSection(sentence))
      .map(({ index }) => index),
  );
}
