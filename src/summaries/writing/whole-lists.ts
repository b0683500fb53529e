import { postsFilled } from '../choosing/packing.ts';
import { stemsOf, wordCount } from '../choosing/words.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { saysNothing } from './digest-pieces.ts';
import { bestOf, FEWEST_ITEMS, FORMS, fitting, TITLE_WORDS } from './list-forms.ts';
import { isLog, isUnnamed } from './log-items.ts';
import { lineIn, type RoundUpItem } from './round-up-item.ts';
import { lineOf, type SummaryParagraph, type SummaryPlan } from './summary-paragraph.ts';
import { goesOn, isPassedOver, saysSomething } from './tellable-items.ts';
import { isNamed, topicsOf } from './title-topics.ts';

/** From this share of the items of a section on that are worth telling, its others belong to the list. */
const OF_SECTION = 0.5;
/** Below an opening of more than this share of a post, titles of pages are not told; below such a description, nothing is. */
const SLIGHT = 0.5;
/** The fewest items about which their author says something: with fewer, the list is one of titles. */
const FEWEST_TOLD = 3;
/** From so many words on each, on average, the headings of a text say what is below them: `Go` and `Java` do not. */
const HEADING_WORDS = 1.5;
/** A title with a version: its opening says what is in it. */
const RELEASE = /\d\.\d/;

/** The items of a post: all, and those worth telling. */
export type ListedItems = { readonly all: readonly RoundUpItem[]; readonly told: readonly RoundUpItem[] };

/**
 * Returns an opening with the list that an author would show whole below it: the items below a heading such as `Highlights` or named by
 * the title, if there are two, as many of them as have room; else all of the sections that tell something, in the fullest form that has
 * room. `undefined` if there is no room, or if the opening says enough.
 */
export function wholeList(
  post: BlogPost,
  listed: ListedItems,
  opening: readonly SummaryParagraph[],
  plan: SummaryPlan,
): readonly SummaryParagraph[] | undefined {
  // An opening that stands in each issue is no reason to tell less.
  const said = plan.isIssue || saysNothing(opening, plan.language) ? [] : opening.filter(isText);
  const above = postsFilled(said.map(lineOf), 0, plan.size);
  const rest = listable(listed, plan);
  const { title = '', summary = '' } = post;
  const first = firstOf(rest, listed, title);
  if (first !== undefined) {
    // Below a description, the text's opening would keep readers from the news.
    const top = summary === '' ? opening : opening.filter((one) => !isText(one) || one.text === summary);
    const described = new Set(stemsOf(summary));
    // A saying is about none of them.
    const isAbout = first.some((item) => stemsOf(lineIn(item)).some((stem) => described.has(stem)));
    const tells = summary === '' ? above > 1 : isAbout && isLong(top.filter(isText), plan);
    const isRelease = RELEASE.test(title) && topicsOf(title).length === 0;
    if (said.length > 0 && (tells || isRelease)) return undefined;
    const list = fitting(first, top, plan) ?? bestOf(first, described, top, plan);
    return list === undefined ? undefined : [...top, ...list];
  }
  // Titles alone say less than an opening does, and changes less than articles.
  if (above > 1 || (isBare(listed) && isLong(said, plan)) || isLog(listed.told)) return undefined;
  const sections = sectionsOf(rest, listed);
  const all = sections.flat();
  const main = sections.find(({ length }) => length >= FEWEST_TOLD) ?? [];
  const list =
    said.length > 0
      ? fitting(all, opening, plan, areNames(all) ? FORMS : FORMS.slice(0, 1))
      : (fitting(all, opening, plan) ?? (plan.isIssue ? undefined : fitting(main, opening, plan)));
  return list === undefined ? undefined : [...opening, ...list];
}

const isText = ({ role }: SummaryParagraph): boolean => role !== 'title';

const isBare = ({ told }: ListedItems): boolean => told.filter(saysSomething).length < FEWEST_TOLD;

/** Returns the items that may stand in a list: those worth telling, and their like. */
function listable({ all, told }: ListedItems, { isIssue, language }: SummaryPlan): readonly RoundUpItem[] {
  const worth = new Set(told);
  const onlyTold = isBare({ all, told });
  const isKept = (item: RoundUpItem): boolean =>
    worth.has(item) ? !goesOn(item) : !onlyTold && !isPassedOver(item, language);
  // Headings of a series that say nothing new stand in each issue.
  const isSame = ({ isHeaded, comment }: RoundUpItem): boolean =>
    isIssue && isHeaded && comment === undefined;
  return all.filter((item) => isKept(item) && !isSame(item) && !isUnnamed(lineIn(item)));
}

/** Returns what the author put first: the items below `Highlights`, or those that the title names; `undefined` if there are none. */
function firstOf(
  items: readonly RoundUpItem[],
  { told }: ListedItems,
  title: string,
): readonly RoundUpItem[] | undefined {
  const worth = new Set(told);
  const topics = topicsOf(title);
  const below = items.filter(
    (item) => item.isHeadline && (worth.has(item) || wordCount(item.words) >= TITLE_WORDS),
  );
  const named = items.filter((item) => isNamed(lineIn(item), topics));
  return [below, named].find(({ length }) => length >= FEWEST_ITEMS);
}

/** Returns the sections of a list: all items of those that mostly tell something, and of others what does. */
function sectionsOf(items: readonly RoundUpItem[], { told }: ListedItems): (readonly RoundUpItem[])[] {
  const worth = new Set(told);
  return [...Map.groupBy(items, ({ section }) => section).values()].map((own) => {
    const telling = own.filter((item) => worth.has(item));
    return telling.length >= own.length * OF_SECTION ? own : telling;
  });
}

/** Whether items say by their names what the list holds: the headings of a text, or the items of one section. */
function areNames(items: readonly RoundUpItem[]): boolean {
  if (!items.every(({ isHeaded }) => isHeaded)) return new Set(items.map(({ section }) => section)).size <= 1;
  return items.reduce((sum, { words }) => sum + wordCount(words), 0) >= items.length * HEADING_WORDS;
}

/** Whether paragraphs fill more than a short part of a post. */
const isLong = (paragraphs: readonly SummaryParagraph[], { size }: SummaryPlan): boolean =>
  size.measure(paragraphs.map(({ text }) => text).join(' ')) > SLIGHT * size.limit;
