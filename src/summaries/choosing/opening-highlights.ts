import { finds } from '../../languages/phrases.ts';
import { HIGHLIGHTS } from '../../languages/purposes.ts';
import { isTellable } from './is-tellable.ts';
import { asItem, isFitItem } from './lead-in-lines.ts';
import type { OpeningContext } from './opening-context.ts';
import { isShortEnough, lengthOf, OPENING } from './opening-length.ts';
import { type Point, paragraphsOf } from './points.ts';
import { leadsAway } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import { OPEN_END } from './unfit-sentences.ts';
import { wordCount } from './words.ts';

/** An opening that fills less of a post says less than its author does below such a heading. */
const LITTLE = 0.5;
/** The most items that are shown. */
const MOST_ITEMS = 5;

/**
 * Returns an opening with what its author says in short below the next heading (`Highlights`, `TL;DR`), if it says little itself:
 * sentences as they stand, or whole items of a list.
 */
export function withHighlights(opening: Point[], context: OpeningContext): Point[] {
  const { sentences, headings, described, isRelease, size, fits } = context;
  const told = opening.flatMap((point) => point.sentences);
  const length = described + lengthOf(told, size);
  const from = told.at(-1)?.section ?? 0;
  const section = from + 1;
  if (length >= LITTLE || !HIGHLIGHTS.some((rule) => finds(rule, headings[section] ?? ''))) return opening;
  let shown: readonly Point[] = [];
  const own = sentences.filter((one) => one.section === section);
  // Words below it that say what is new: see `withRelease`.
  if (isRelease && own[0]?.inItem !== true) return opening;
  for (const point of paragraphsOf(wholeItems(own, context))) {
    const all = [...shown, point];
    const added = all.flatMap((one) => one.sentences);
    if (
      length + lengthOf(added, size) > OPENING.sure ||
      all.length > MOST_ITEMS ||
      !fits([...opening, ...all])
    )
      break;
    shown = all;
  }
  return shown.length > 0 ? [...opening, ...shown] : opening;
}

/** Returns the items of the list with which a section begins, or its first paragraph, up to the first that can't be told. */
function wholeItems(own: readonly PostSentence[], { language }: OpeningContext): readonly PostSentence[] {
  const [first] = own;
  if (first === undefined) return [];
  const block = own.filter((one) => one.block === first.block);
  const isFit = (one: PostSentence): boolean =>
    (first.inItem ? isFitItem(one) : one.unfit === undefined) && leadsAway(one.text, language) === undefined;
  const bad = block.find((one) => !isFit(one));
  const whole = bad === undefined ? block : block.filter(({ paragraph }) => paragraph < bad.paragraph);
  return first.inItem ? whole.map(asItem) : whole;
}

/** How a paragraph begins in which an author says in short what the post tells. */
const IN_SHORT = /^TL;?\s?DR\b/iu;
/** It is one of so many sentences, … */
const SHORT_WITHIN = 8;
/** … and of so many words: `TL;DR: No.` says less than what follows it. */
const FEWEST_IN_SHORT = 8;
/** `TL;DR: skip to the end.` */
const ON = /\b(?:skip|scroll|jump|go) (?:\p{L}+ )?to\b/iu;

/** Returns the paragraph in which the author says in short what the post tells, if a summary may show it; empty otherwise. */
export function inShort(context: OpeningContext): Point[] {
  const { sentences, language } = context;
  const first = sentences
    .slice(0, SHORT_WITHIN)
    .find(({ place, inItem, text }) => place === 0 && !inItem && IN_SHORT.test(text));
  if (first === undefined || first.section > (sentences[0]?.section ?? 0)) return [];
  // The sentences above it are told with it, except labels.
  const above = sentences.slice(0, first.index).filter((one) => one.unfit !== 'fragment');
  const short = sentences.slice(first.index, first.index + first.of);
  const own = above.every(isTellable) ? [...above, ...short] : short;
  // It may end without a full stop.
  const mayTell = (one: PostSentence): boolean =>
    (isTellable(one) || (one.unfit === 'fragment' && !OPEN_END.test(one.text))) &&
    leadsAway(one.text, language) === undefined;
  return wordCount(first.text) >= FEWEST_IN_SHORT &&
    !ON.test(first.text) &&
    own.every(mayTell) &&
    isShortEnough(own, context)
    ? paragraphsOf(own)
    : [];
}
