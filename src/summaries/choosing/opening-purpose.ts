import { finds } from '../../languages/phrases.ts';
import { ABOUT_POST, NAMING_POST, SEVERAL_THINGS } from '../../languages/purposes.ts';
import { danglesAt, leansBack } from './context-bound.ts';
import { isTellable } from './is-tellable.ts';
import { isToldBy } from './is-told-by.ts';
import type { OpeningContext } from './opening-context.ts';
import { isTakenBack } from './opening-flow.ts';
import { isShortEnough, lengthOf } from './opening-length.ts';
import { saysAgain } from './opening-start.ts';
import { isPurpose } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import { stemsOf, wordCount } from './words.ts';

/** How far below the longest passage that an opening may tell the words may be that say what its post is for. */
const WITHIN = 4;
/** The fewest words of a sentence that says it: `Pictures of lamps :)` */
const FEWEST_WORDS = 5;
/** The fewest sentences of a scene that are told above it. */
const FEWEST = 2;
/** So many meaningful words of a purpose are in the paragraph above it, or in the title, where something is left out. */
const SHARED = 2;
/**
 * Returns an opening with the sentence that says what its post is for, where that stands just below all that an opening may tell:
 * with as much of the scene as there is room for.
 */
export function withPurpose(
  told: readonly PostSentence[],
  longest: readonly PostSentence[],
  context: OpeningContext,
): readonly PostSentence[] {
  const { sentences, candidates, language, size } = context;
  const last = told.at(-1);
  const end = longest.at(-1);
  if (last === undefined || end === undefined) return told;
  if (told.some(({ text }) => isPurpose(text) || finds(ABOUT_POST, text))) return told;
  const purpose = sentences
    .slice(end.index + 1, end.index + 1 + WITHIN)
    .find(
      (one) =>
        one.section === last.section &&
        !one.inItem &&
        isTellable(one) &&
        isPurpose(one.text) &&
        wordCount(one.text) >= FEWEST_WORDS &&
        !saysAgain(one, candidates) &&
        !isToldBy(told, one, candidates),
    );
  if (purpose === undefined || lengthOf([purpose], size) > 1) return told;
  // If the purpose is the next sentence, the summary tells what it leans on.
  const isNext = purpose.index === last.index + 1 && isShortEnough([...told, purpose], context);
  if (!isNext && POINTS_BACK.test(purpose.text)) return withGround(told, purpose, context);
  if (!isNext && !standsAlone(purpose, context)) return told;
  // Rather less of the scene than no purpose.
  for (let length = told.length; length >= FEWEST; length -= 1) {
    const kept = told.slice(0, length);
    if (length < told.length && (isTakenBack(told[length], language) || !joins(kept, purpose, context)))
      continue;
    if (isShortEnough([...kept, purpose], context)) return [...kept, purpose];
  }
  return told;
}

/** `This guide is trying to change that!`: what it is about is said above it. */
const POINTS_BACK = /(?<!\p{L})(?:that|this|these|those)[.!]*$/iu;

/** Returns an opening, a purpose, and the sentences between them from the last gap on; the opening alone if these lean back or are too long. */
function withGround(
  told: readonly PostSentence[],
  purpose: PostSentence,
  context: OpeningContext,
): readonly PostSentence[] {
  const { sentences, language } = context;
  const between = sentences.slice((told.at(-1)?.index ?? -1) + 1, purpose.index);
  const from = between.findLastIndex((one) => !isTellable(one)) + 1;
  const ground = between.slice(from);
  const [first] = ground;
  if (first === undefined || first.inItem || first.place > 0) return told;
  if (danglesAt(first.text, language) !== undefined || leansBack(first.text, language)) return told;
  const whole = [...told, ...ground, purpose];
  return isShortEnough(whole, context) ? whole : told;
}

/** Returns a purpose without the words for the post itself with which it begins: `In this article, …` */
const withoutPost = (text: string): string => text.replace(NAMING_POST.pattern, '');

/** Whether a purpose speaks of what the paragraph above it or the title does: else what was left out led from one to the other. */
function joins(
  kept: readonly PostSentence[],
  purpose: PostSentence,
  { candidates }: OpeningContext,
): boolean {
  const paragraph = kept.at(-1)?.paragraph;
  const above = kept.filter((one) => one.paragraph === paragraph).flatMap(({ text }) => stemsOf(text));
  const own = new Set(stemsOf(withoutPost(purpose.text)));
  return [...own].filter((stem) => above.includes(stem) || candidates.title.has(stem)).length >= SHARED;
}

/** Whether a purpose names nothing but what readers know. */
function standsAlone({ text }: PostSentence, { language }: OpeningContext): boolean {
  const rest = withoutPost(text);
  return (
    !leansBack(rest, language) &&
    !finds(SEVERAL_THINGS, rest) &&
    (rest === text || danglesAt(rest, language) === undefined)
  );
}
