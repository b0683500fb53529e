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
/** The words for the post itself with which its purpose begins. */
const OPENS =
  /^(?:[^,、]{0,30}?(?<!\p{L})(?:post|article|tutorial|guide|essay|entry|instal?lment|issue|episode|series|beitrag|artikel|blogpost|text|billet|artículo|entrada|guía)(?!\p{L}),?\s*|[^、。]{0,12}では、?)/iu;
/** What speaks of the post itself: it has said what it is for. */
const SPEAKS =
  /^(?:this|the following|today['’]s) (?:\p{L}+ )?(?:post|article|series|entry|tutorial|guide|essay|issue|episode)\b/iu;
/** Words for several things that were named before. */
const SEVERAL = /\b(?:both|each|all of|exactly that|the same)\b(?! \p{L}+s\b)/iu;

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
  if (told.some(({ text }) => isPurpose(text) || SPEAKS.test(text))) return told;
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
  if (purpose === undefined || lengthOf([purpose], size) > 1 || !standsAlone(purpose, context)) return told;
  // Rather less of the scene than no purpose.
  for (let length = told.length; length >= FEWEST; length -= 1) {
    const kept = told.slice(0, length);
    if (length < told.length && (isTakenBack(told[length], language) || !joins(kept, purpose, context)))
      continue;
    if (isShortEnough([...kept, purpose], context)) return [...kept, purpose];
  }
  return told;
}

/** Whether a purpose speaks of what the paragraph above it or the title does: else what was left out led from one to the other. */
function joins(
  kept: readonly PostSentence[],
  purpose: PostSentence,
  { candidates }: OpeningContext,
): boolean {
  const paragraph = kept.at(-1)?.paragraph;
  const above = kept.filter((one) => one.paragraph === paragraph).flatMap(({ text }) => stemsOf(text));
  const own = new Set(stemsOf(purpose.text.replace(OPENS, '')));
  return [...own].filter((stem) => above.includes(stem) || candidates.title.has(stem)).length >= SHARED;
}

/** Whether a purpose names nothing but what readers know. */
function standsAlone({ text }: PostSentence, { language }: OpeningContext): boolean {
  const rest = text.replace(OPENS, '');
  return (
    !leansBack(rest, language) &&
    !SEVERAL.test(rest) &&
    (rest === text || danglesAt(rest, language) === undefined)
  );
}
