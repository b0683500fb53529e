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
 * Returns an opening with what its author says in short below such a line of the introduction or the next heading (`Highlights`,
 * `TL;DR`), if it says little itself: sentences as they stand, or whole items of a list.
 */
export function withHighlights(opening: Point[], context: OpeningContext): Point[] {
  const { sentences, headings, described, isRelease, size } = context;
  const told = opening.flatMap((point) => point.sentences);
  const length = described + lengthOf(told, size);
  if (length >= LITTLE) return opening;
  const labelled = belowLine(context);
  if (labelled.length > 0) {
    const isTold = told.some(({ block }) => block === labelled[0]?.block);
    return isTold ? opening : [...opening, ...shownOf(labelled, opening, context)];
  }
  const from = told.at(-1)?.section ?? 0;
  const section = from + 1;
  if (!HIGHLIGHTS.some((rule) => finds(rule, headings[section] ?? ''))) return opening;
  const own = sentences.filter((one) => one.section === section);
  // Words below it that say what is new: see `withRelease`.
  if (isRelease && own[0]?.inItem !== true) return opening;
  return [...opening, ...shownOf(own, opening, context)];
}

/** An item of fewer words is a name: most of a table of contents are. */
const FEWEST_WORDS = 3;

/** A line above such a list is one of so many sentences. */
const LINE_WITHIN = 16;

/** Returns the items of a list below a line of the introduction that says that it is the post in short: `**TL;DR**`. */
function belowLine({ sentences }: OpeningContext): readonly PostSentence[] {
  const [first] = sentences;
  const line = sentences
    .slice(0, LINE_WITHIN)
    .find(
      ({ text, of, inItem, section }) =>
        of === 1 && !inItem && section === first?.section && HIGHLIGHTS.some((rule) => finds(rule, text)),
    );
  if (line === undefined) return [];
  const items = sentences.filter(({ block, inItem }) => inItem && block === line.block + 1);
  const names = items.filter(({ text, of }) => of === 1 && wordCount(text) < FEWEST_WORDS);
  return names.length < items.length / 2 ? items : [];
}

/** Returns as many items or paragraphs of what is said in short as there is room for below an opening. */
function shownOf(
  own: readonly PostSentence[],
  opening: readonly Point[],
  context: OpeningContext,
): readonly Point[] {
  const { described, size, fits } = context;
  const length =
    described +
    lengthOf(
      opening.flatMap((point) => point.sentences),
      size,
    );
  let shown: readonly Point[] = [];
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
  return shown;
}

/** Returns the items of the list with which a section begins that can be told, or its first paragraph up to what can't. */
function wholeItems(own: readonly PostSentence[], { language }: OpeningContext): readonly PostSentence[] {
  const [first] = own;
  if (first === undefined) return [];
  const block = own.filter((one) => one.block === first.block);
  const isFit = (one: PostSentence): boolean =>
    (first.inItem ? isFitItem(one) : one.unfit === undefined) && leadsAway(one.text, language) === undefined;
  const bad = block.filter((one) => !isFit(one)).map(({ paragraph }) => paragraph);
  const [end = Number.POSITIVE_INFINITY] = bad;
  if (!first.inItem) return block.filter(({ paragraph }) => paragraph < end);
  // An item leans on no other one, so the rest stay. If the first one can't be told, the list is of another kind.
  return end === first.paragraph ? [] : block.filter(({ paragraph }) => !bad.includes(paragraph)).map(asItem);
}

/** How a paragraph begins in which an author says in short what the post tells. */
const IN_SHORT = /^TL;?\s?DR\b/iu;
/** It is one of so many sentences, … */
const SHORT_WITHIN = 8;
/** … and of so many words: `TL;DR: No.` says less than what follows it. */
const FEWEST_IN_SHORT = 8;
/** `TL;DR: skip to the end.` */
const ON = /\b(?:skip|scroll|jump|go) (?:\p{L}+ )?to\b/iu;

/** The fewest items of a list that says all of a post. */
const FEWEST_ITEMS = 2;

/** Returns the list below a post's first line, where that says that it is the post in short: `3行要約`. */
function belowLabel(context: OpeningContext): readonly Point[] {
  const [label] = context.sentences;
  const own = belowLine(context);
  if (label === undefined || own[0]?.index !== label.index + 1) return [];
  const shown = shownOf(own, [], context);
  return shown.length < FEWEST_ITEMS ? [] : shown;
}

/**
 * Returns the paragraph, or the list below a first line, in which the author says in short what the post tells, if a summary may show it;
 * empty otherwise.
 */
export function inShort(context: OpeningContext): readonly Point[] {
  const listed = belowLabel(context);
  if (listed.length > 0) return listed;
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
