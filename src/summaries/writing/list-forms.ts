import { sentencesOf } from '../../text/sentences.ts';
import { postsFilled } from '../choosing/packing.ts';
import { stemsOf, wordCount } from '../choosing/words.ts';
import { isUnnamed } from './log-items.ts';
import { itemText, lineIn, type RoundUpItem } from './round-up-item.ts';
import {
  lineOf,
  paragraphOfItem,
  type SummaryParagraph,
  type SummaryPlan,
  sourceLine,
} from './summary-paragraph.ts';

/** The most posts of an opening with a whole list and its links. */
const MOST_POSTS = 5;
/** The same of names alone. */
const MOST_OF_NAMES = 4;
/** The fewest items of a list. */
export const FEWEST_ITEMS = 2;
/** A name of so many words says enough by itself. */
export const TITLE_WORDS = 3;

/** What follows the name of a thing and says what it is: the name stands without it. */
const DESCRIBES = /^(?:[-:–—,(]|(?:is|are) (?:an?|the|our|my)(?!\p{L})|(?:by|for|from) )/u;

/** What follows a name in a sentence of which it is the subject. */
const GOES_ON = /^(?!(?:by|for|from|in|on|of|at|with|via|and)(?!\p{L}))\p{Ll}/u;

/** Returns an item by its name alone, or its line, if that is short; `undefined` if neither says what it is. */
function inShort(item: RoundUpItem): RoundUpItem | undefined {
  const { before, words, after } = item;
  const isName = before === '' && !isUnnamed(words);
  const isTitle = wordCount(words) >= TITLE_WORDS && !GOES_ON.test(after);
  if (isName && (isTitle || DESCRIBES.test(after))) return { ...item, after: '', comment: undefined };
  const isLine = (isName && after === '') || lineIn(item).length <= LONGEST_LINE;
  return isLine && !(before === '' && isUnnamed(words)) ? { ...item, comment: undefined } : undefined;
}

/** A line of so many letters is short. */
const LONGEST_LINE = 100;

/** Returns an item with the first sentence of its line alone, if that holds its link. */
function firstSentence(item: RoundUpItem): RoundUpItem {
  const line = lineIn(item);
  const end = sentencesOf(line)[0]?.end ?? line.length;
  const linked = itemText({ ...item, after: '', comment: undefined }).length;
  const after = item.after.slice(0, Math.max(0, item.after.length - (line.length - end)));
  const isWhole = end >= linked && after.split('“').length === after.split('”').length;
  return { ...item, after: isWhole ? after.trim() : item.after, comment: undefined };
}

/** Returns an item as its author wrote it, if a post holds it, else its first sentence, else in short. */
function inFull(item: RoundUpItem, { size }: SummaryPlan): RoundUpItem | undefined {
  const fits = (one: RoundUpItem): boolean => postsFilled([lineOf(paragraphOfItem(one))], 0, size) <= 1;
  const line = { ...item, comment: undefined };
  return [item, line, firstSentence(item)].find(fits) ?? inShort(item);
}

/** From so many items in short on, and so many others, they are told without links: the post itself has these. */
const FEWEST_NAMES = 7;
const FEWEST_UNLINKED = 10;
/** From this share of the items on that a post holds, the list goes without the others. */
const MOST_FIT = 0.75;
/** More names than these say nothing of any. */
const MOST_NAMES = 16;

type Form = {
  readonly tell: (item: RoundUpItem, plan: SummaryPlan) => RoundUpItem | undefined;
  readonly fewestUnlinked: number;
};

/** How the items of a list are told, from the fullest to the shortest form. */
export const FORMS: readonly Form[] = [
  { tell: inFull, fewestUnlinked: FEWEST_UNLINKED },
  {
    tell: (item, plan) => inFull({ ...item, comment: undefined }, plan),
    fewestUnlinked: FEWEST_UNLINKED,
  },
  { tell: inShort, fewestUnlinked: FEWEST_NAMES },
];

/** Returns items in a form: without links, and so without comments, if there are many. */
function listed(
  items: readonly RoundUpItem[],
  { tell, fewestUnlinked }: Form,
  plan: SummaryPlan,
): readonly SummaryParagraph[] {
  const told = items.flatMap((item) => tell(item, plan) ?? []);
  if (items.length < fewestUnlinked) return told.map(paragraphOfItem);
  // An address without its link would be one.
  if (told.some(({ words }) => /^https?:/i.test(words))) return [];
  return told.map(
    (item): SummaryParagraph => ({ text: itemText(item), code: [], role: 'point', form: 'item' }),
  );
}

/** Returns items in the fullest form in which all of them have room. */
export function fitting(
  items: readonly RoundUpItem[],
  opening: readonly SummaryParagraph[],
  plan: SummaryPlan,
  forms = FORMS,
): readonly SummaryParagraph[] | undefined {
  const short = items.filter((item) => inFull(item, plan) !== undefined);
  const fit = short.length < items.length * MOST_FIT ? items : short;
  if (fit.length < FEWEST_ITEMS || fit.length > MOST_NAMES) return undefined;
  for (const form of forms) {
    const list = listed(fit, form, plan);
    if (list.length === fit.length && hasRoom([...opening, ...list], plan)) return list;
  }
  return undefined;
}

/**
 * Returns the items that have most words of the description, else the first ones, in their order, as many as have room; `undefined` if
 * these are not even two.
 */
export function bestOf(
  items: readonly RoundUpItem[],
  described: ReadonlySet<string>,
  opening: readonly SummaryParagraph[],
  plan: SummaryPlan,
): readonly SummaryParagraph[] | undefined {
  const shared = (item: RoundUpItem): number =>
    new Set(stemsOf(lineIn(item)).filter((stem) => described.has(stem))).size;
  const ranked = items
    .flatMap((item, at) => {
      const one = inFull(item, plan);
      return one === undefined ? [] : [{ at, one: paragraphOfItem(one), shared: shared(item) }];
    })
    .sort((one, other) => other.shared - one.shared || one.at - other.at);
  let kept: typeof ranked = [];
  for (const next of ranked) {
    if (kept.length >= plan.points) break;
    const more = [...kept, next].sort((one, other) => one.at - other.at);
    if (hasRoom([...opening, ...more.map(({ one }) => one)], plan, plan.budget)) kept = more;
  }
  return kept.length < FEWEST_ITEMS ? undefined : kept.map(({ one }) => one);
}

function hasRoom(
  paragraphs: readonly SummaryParagraph[],
  { size, budget }: SummaryPlan,
  most = MOST_POSTS,
): boolean {
  const links = paragraphs.filter(({ item }) => item !== undefined).length;
  const filled = postsFilled(paragraphs.map(lineOf), size.linkLine + links * sourceLine(size), size);
  return filled <= Math.min(links === 0 ? MOST_OF_NAMES : most, budget);
}
