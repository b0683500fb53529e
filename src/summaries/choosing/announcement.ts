import { URGENT } from '../../languages/advice.ts';
import { finds } from '../../languages/phrases.ts';
import { BEFORE, CHANGES, TEMPLATE } from '../../languages/releases.ts';
import { danglesAt } from './context-bound.ts';
import { isTellable } from './is-tellable.ts';
import { isToldBy } from './is-told-by.ts';
import { withMissed } from './missed-news.ts';
import type { OpeningContext } from './opening-context.ts';
import { endAt } from './opening-flow.ts';
import { isShortEnough, lengthOf, postsOf } from './opening-length.ts';
import { type Point, paragraphsOf } from './points.ts';
import type { PostSentence } from './post-sentences.ts';
import { type ChangeList, changeList } from './release-list.ts';
import { newsParagraphs, newsSections, speaksOfHole, urgentSentence } from './release-sentences.ts';
import { isAnnouncement, isReleasing, isReport, tellsChange } from './release-words.ts';

/** The most sentences above the news of an announcement, … */
const MOST_ABOVE = 2;
/** … where all of it would be longer than so much of a post. */
const LONGEST_ABOVE = 1.4;
/** The opening of a report that fills so much of a post tells enough. */
const REPORTED = 1.2;
/** A description of so many UTF-16 units says what is new, as judges found. */
const TELLS = 120;
/** The most posts of an announcement, with its title and the link. */
const MOST_POSTS = 3;
/** A whole list may fill one more. */
const MOST_OF_LIST = 4;
/** The most items of a list that is told whole. */
const MOST_WHOLE = 10;
/** The most items of one that is not. */
const MOST_ITEMS = 6;
/** The fewest items that a line leads up to. */
const FEWEST_ITEMS = 2;
/** The fewest sentences of news for which a long opening is shortened. */
const FEWEST_NEWS = 2;
/** News of less than this share of a post go on in the next sections. */
const LITTLE = 0.5;

/**
 * Returns what an announcement tells with what is new in it, if that stands below: one or two sentences of the opening, and the list of
 * changes, or the sentences that say what was added, mended or changed.
 */
export function withChanges(chosen: readonly Point[], context: OpeningContext): Point[] {
  const told = chosen.flatMap((point) => point.sentences);
  if (!isAnnouncement(context)) return [...chosen];
  if (saysChanges(told, context) && !hasChangeList(told, context)) return asOpening(chosen, context);
  if (isReport(context) && lengthOf(told, context.size) > REPORTED) return [...chosen];
  const head = headOf(told, context);
  if (head === undefined) return asOpening(chosen, context);
  const last = head.at(-1);
  const from = last === undefined ? 0 : last.index + 1;
  const news = newsBelow(from, head, context);
  const isLead = (one: PostSentence): boolean => news.some(({ index }) => index === one.index);
  const isLess = head.length < told.length && lengthOf(told, context.size) > LONGEST_ABOVE;
  if (news.length < (isLess ? FEWEST_NEWS : 1)) return asOpening(chosen, context);
  return paragraphsOf(
    [...head.filter((one) => !isLead(one)), ...news].sort((one, other) => one.index - other.index),
  );
}

/** Returns what is told as it stands, with the news that it passed over, and with what to do about a hole. */
function asOpening(chosen: readonly Point[], context: OpeningContext): Point[] {
  if (isReport(context)) return [...chosen];
  const told = chosen.flatMap((point) => point.sentences);
  const all = withMissed(told, context);
  return withUrgent(all === told ? chosen : paragraphsOf(all), context);
}

/** Adds what to do about a hole or a broken release to what is told, if that says what is new and stops above it. */
function withUrgent(chosen: readonly Point[], context: OpeningContext): Point[] {
  const last = chosen.at(-1)?.sentences.at(-1);
  if (last === undefined) return [...chosen];
  const urgent = urgentSentence(last.index + 1, context);
  const told = chosen.flatMap((point) => point.sentences);
  if (urgent === undefined || saysAdvice(urgent, told, context)) return [...chosen];
  const all = [...told, urgent];
  return hasRoom(all, MOST_OF_LIST, context) ? paragraphsOf(all) : [...chosen];
}

/** Whether what is told says what an urgent sentence does: its advice, or that there is a hole. */
const saysAdvice = (
  urgent: PostSentence,
  told: readonly PostSentence[],
  { above }: OpeningContext,
): boolean =>
  finds(URGENT, urgent.text)
    ? told.some(({ text }) => finds(URGENT, text))
    : [...above, ...told.map(({ text }) => text)].some(speaksOfHole);

/** Whether what is told ends with a list of changes: its items are cut, and what stands in each announcement goes. */
function hasChangeList(told: readonly PostSentence[], context: OpeningContext): boolean {
  const lead = told.some(({ form }) => form === 'item') ? changeList(0, context)?.lead : undefined;
  return told.some(({ index }) => index === lead?.index);
}

/** Whether what is told, or the description above it, says what is new. */
function saysChanges(
  told: readonly PostSentence[],
  { above, isDescribed, language }: OpeningContext,
): boolean {
  const description = isDescribed ? above.slice(1) : [];
  if (description.join(' ').length >= TELLS) return true;
  if (description.some((text) => tellsChange(text, language) || isEnumeration(text))) return true;
  if (told.filter(({ form }) => form === 'item').length >= FEWEST_ITEMS) return true;
  return told.some(({ text, form }) => form === undefined && tellsChange(text, language));
}

/** `A lid, oil lamps and wicks`: three things. */
const isEnumeration = (text: string): boolean => (text.match(/[,、，]/g)?.length ?? 0) >= 2;

/** A title without a version that announces. */
const ANNOUNCING = /^(?:announcing|introducing|presenting|launching|releasing)(?!\p{L})/iu;
/** How a sentence begins that is about the release. */
const OF_RELEASE = /^(?:this|the) (?:\p{L}+ ){0,2}(?:release|version|update)(?!\p{L})|^version \d/iu;

/**
 * Returns what is told without what stands in each announcement; of a long opening, only two sentences from the first one on that says
 * what is out. `undefined` if none does.
 */
function headOf(told: readonly PostSentence[], context: OpeningContext): readonly PostSentence[] | undefined {
  const { sentences, language, size, isRelease } = context;
  const isLong = lengthOf(told, size) > LONGEST_ABOVE;
  const at = told.findIndex(({ text }) => isReleasing(text) && danglesAt(text, language) === undefined);
  if (isLong && (at === -1 || !(isRelease || ANNOUNCING.test(context.above[0] ?? '')))) return undefined;
  const [opener] = told;
  // What comes below a sentence that is left out may lean on it.
  const isSkipped = opener !== undefined && isLeftOut(opener, true);
  if (isSkipped && at === -1) return [];
  const head: PostSentence[] = [];
  // What it is, says the sentence above it.
  const from = at === 1 && !isSkipped && opener?.paragraph === told[at]?.paragraph ? 0 : at;
  for (const one of told.slice(isLong || isSkipped ? from : 0)) {
    const before = head.at(-1);
    const isFirst = before === undefined;
    const isFar =
      head.length >= MOST_ABOVE ||
      (!isFirst && before.paragraph !== one.paragraph && !OF_RELEASE.test(one.text));
    if ((isLong && isFar) || one.form !== undefined) break;
    if (isLeftOut(one, isFirst)) continue;
    if (!isFirst && before.index !== one.index - 1 && danglesAt(one.text, language) !== undefined) break;
    head.push(one);
  }
  const isOpen = (one: PostSentence): boolean =>
    ['promise', 'none'].includes(endAt(one, sentences[one.index + 1], context));
  while (head.length > 0 && isOpen(head.at(-1) as PostSentence)) head.pop();
  return isLong && head.length === 0 ? undefined : head;
}

/** Whether a sentence stands in each announcement, except a first one that says what is out, or asks, or can't be told. */
const isLeftOut = (one: PostSentence, isFirst: boolean): boolean =>
  !isTellable(one) ||
  one.text.endsWith('?') ||
  (finds(TEMPLATE, one.text) && !(isFirst && isReleasing(one.text))) ||
  (isFirst && finds(BEFORE, one.text));

/** Returns the news below the head of an announcement, as much as there is room for. */
function newsBelow(
  from: number,
  head: readonly PostSentence[],
  context: OpeningContext,
): readonly PostSentence[] {
  const { sentences, headings } = context;
  const section = head.at(-1)?.section ?? sentences[0]?.section ?? 0;
  const told = (all: readonly PostSentence[]): readonly PostSentence[] =>
    all.filter((one) => !head.includes(one));
  const urgent = urgentSentence(from, context);
  const base = urgent === undefined ? [...head] : [...head, urgent];
  const list = changeList(from, context);
  const beside = newsParagraphs(from, section, base, context).filter(([one]) => one !== urgent);
  const news = headings.findIndex((line, at) => at > section && CHANGES.some((rule) => finds(rule, line)));
  const sections = newsSections(news > section + 1 ? news - 1 : section, base, context);
  const line = list?.lead;
  const isAbove = ([one]: readonly PostSentence[]): boolean => (one?.index ?? 0) < (line?.index ?? 0);
  const isFar = line !== undefined && (line.section > section + 1 || list?.isLast === true);
  const before = sections.filter((one) => list?.isLast === true || isAbove(one));
  const isListed =
    line !== undefined && !(isFar && (beside.length > 0 || before.length > (list?.isLast === true ? 0 : 1)));
  if (list !== undefined && isListed)
    return told(withList(added(base, beside.filter(isAbove).slice(0, 1), context), list, context));
  const near = added(base, beside, context);
  if (lengthOf(near.slice(base.length), context.size) >= LITTLE) return told(near);
  return told(added(near, sections, context));
}

/** Adds as many passages as there is room for. */
function added(
  told: readonly PostSentence[],
  passages: readonly (readonly PostSentence[])[],
  context: OpeningContext,
): readonly PostSentence[] {
  let all = told;
  for (const passage of passages) {
    const [first] = passage;
    const fit = [passage, first === undefined ? [] : [first]].find(
      (some) => some.length > 0 && hasRoom([...all, ...some], MOST_POSTS, context),
    );
    if (fit === undefined) break;
    all = [...all, ...fit];
  }
  return all;
}

/** Adds a line and its items: all of them, or the first ones. */
function withList(
  told: readonly PostSentence[],
  { lead, items }: ChangeList,
  context: OpeningContext,
): readonly PostSentence[] {
  const above = told.filter(({ index }) => index !== lead.index);
  const fresh = items.filter((item) => !isToldBy(above, item, context.candidates));
  if (fresh.length < Math.min(FEWEST_ITEMS, items.length)) return told;
  const whole = [...above, lead, ...fresh];
  if (fresh.length <= MOST_WHOLE && hasRoom(whole, MOST_OF_LIST, context)) return whole;
  let all: readonly PostSentence[] = [...above, lead];
  for (const item of fresh.slice(0, MOST_ITEMS)) {
    if (!hasRoom([...all, item], MOST_POSTS, context)) break;
    all = [...all, item];
  }
  return all.length > above.length + FEWEST_ITEMS ? all : told;
}

const hasRoom = (told: readonly PostSentence[], most: number, context: OpeningContext): boolean =>
  isShortEnough(told, context) && postsOf(told, context) <= most;
