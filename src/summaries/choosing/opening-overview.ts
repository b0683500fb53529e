import { isTellable } from './is-tellable.ts';
import type { OpeningContext } from './opening-context.ts';
import { isShortEnough } from './opening-length.ts';
import { isOverview } from './overview-words.ts';
import { type Point, paragraphsOf } from './points.ts';
import { leadsAway } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import { wordCount } from './words.ts';

/** An overview is one of so many sentences. */
const WITHIN = 8;
/** The fewest headings of a text that has parts to give an overview of. */
const FEWEST_PARTS = 3;
/** The fewest words of a sentence that is told above it. */
const FEWEST_WORDS = 6;

/**
 * Returns the sentence in which a newsletter says what its issue holds, with the rest of its paragraph and what its author set above
 * it; empty if there is none, or a summary can't show it.
 */
export function overviewOf(context: OpeningContext): Point[] {
  const { sentences, headings, language } = context;
  if (headings.length <= FEWEST_PARTS) return [];
  const [opener] = sentences;
  const first = sentences
    .slice(0, WITHIN)
    .find(
      ({ place, inItem, section, text }) =>
        place === 0 && !inItem && section === opener?.section && isOverview(text),
    );
  if (first === undefined || !isTellable(first)) return [];
  const isFit = (one: PostSentence): boolean =>
    isTellable(one) && leadsAway(one.text, language) === undefined && !one.text.endsWith(':');
  const above = sentences.slice(0, first.index);
  // A paragraph of which something stays out says little, and `Hello, readers!` less.
  const unfit = new Set(
    above
      .filter((one) => !isFit(one) || wordCount(one.text) < FEWEST_WORDS)
      .map(({ paragraph }) => paragraph),
  );
  const rest = sentences.slice(first.index + 1, first.index + first.of);
  const own = rest.every(isFit) ? [first, ...rest] : [first];
  const told = [[...above.filter((one) => !unfit.has(one.paragraph)), ...own], own, [first]];
  return paragraphsOf(told.find((run) => isShortEnough(run, context)) ?? []);
}
