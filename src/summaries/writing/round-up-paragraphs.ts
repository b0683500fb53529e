import { sentencesOf } from '../../text/sentences.ts';
import { choosePoints } from '../choosing/choose.ts';
import { leansBack } from '../choosing/context-bound.ts';
import { isOverview } from '../choosing/overview-words.ts';
import { postsFilled } from '../choosing/packing.ts';
import type { PostText } from '../choosing/post-sentences.ts';
import { stemsOf } from '../choosing/words.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { linkedHeadings } from '../reading/linked-headings.ts';
import { saysNothing, standingOf, standsInEach } from './digest-pieces.ts';
import { areCutLines, isLog } from './log-items.ts';
import { hookOf, paragraphOf, proseParagraphs, wholeHookOf } from './prose-paragraphs.ts';
import { itemWorths } from './round-up.ts';
import type { RoundUpItem } from './round-up-item.ts';
import {
  isPlain,
  lineOf,
  paragraphOfItem,
  type SummaryParagraph,
  type SummaryPlan,
  sourceLine,
  withTitle,
} from './summary-paragraph.ts';
import { type ListedItems, wholeList } from './whole-lists.ts';

/** Picks the best items in their author's order, below a hook; drops comments if they need too many posts. */
export function roundUpParagraphs(
  post: BlogPost,
  listed: ListedItems,
  plan: SummaryPlan,
): SummaryParagraph[] {
  const { size, points, budget, onlyOpening } = plan;
  const items = listed.told;
  const opening = onlyOpening ? introOf(post, plan) : openingOf(post, plan);
  if (onlyOpening) {
    const whole = items.some(({ isHeaded }) => isHeaded) ? proseParagraphs(post, plan) : [];
    const above = aboveItems(post, plan.text).sentences;
    const isAbove = ({ role, text }: SummaryParagraph): boolean =>
      role === 'title' || above.some((one) => text.startsWith(one.text));
    const told = [whole.every(isAbove) ? whole : [], opening].find((one) => tellsIssue(one, items));
    if (told !== undefined) return told;
    const list = wholeList(post, listed, opening, plan);
    if (list !== undefined) return [...list];
    const prose = plan.isIssue ? [] : proseParagraphs(post, plan);
    if (!saysNothing(prose, plan.language) && !(isLog(items) && areCutLines(prose, size))) return prose;
  }
  const worths = itemWorths(items, post.title ?? '', plan.isIssue);
  const exceeds = (item: RoundUpItem): boolean => postsFilled([lineOf(paragraphOfItem(item))], 0, size) > 1;
  const isLong = (item: RoundUpItem): boolean => exceeds({ ...item, comment: undefined });
  const places = plan.isDigest ? placesInSections(items, worths) : [];
  const worthOf = (item: RoundUpItem, index: number): number =>
    (worths[index] ?? 0) - (isLong(item) ? WORTH_OF_FIT : 0) - WORTH_OF_SECTION * (places[index] ?? 0);
  const ranked = items
    .map((item, index) => ({ item, index, worth: worthOf(item, index) }))
    .sort((one, other) => other.worth - one.worth || one.index - other.index);
  let kept: { item: RoundUpItem; index: number }[] = [];
  for (const { item: whole, index } of ranked) {
    if (kept.length >= points) break;
    const bare = { ...whole, comment: undefined };
    for (const item of exceeds(whole) ? [bare] : [whole, bare]) {
      const next = [...kept, { item, index }].sort((one, other) => one.index - other.index);
      const lines = [...opening, ...next.map(({ item: one }) => paragraphOfItem(one))].map(lineOf);
      if (postsFilled(lines, size.linkLine + next.length * sourceLine(size), size) > budget) continue;
      kept = next;
      break;
    }
  }
  return [...opening, ...kept.map(({ item }) => paragraphOfItem(item))];
}

/** More than any item is worth: those that no post holds whole are a last resort. */
const WORTH_OF_FIT = 1000;

/** More than the items of a section differ by: of each section of a digest, its best item is told before another. */
const WORTH_OF_SECTION = 100;

/** Returns how many items of its section are better than each. */
function placesInSections(items: readonly RoundUpItem[], worths: readonly number[]): number[] {
  const places: number[] = [];
  for (const own of Map.groupBy(items.keys(), (index) => items[index]?.section).values()) {
    const byWorth = [...own].sort((one, other) => (worths[other] ?? 0) - (worths[one] ?? 0));
    byWorth.forEach((index, place) => {
      places[index] = place;
    });
  }
  return places;
}

/** The most posts of what is said above the links. */
const INTRO_POSTS = 3;

/**
 * Makes the opening of the text above the lists, as a post without lists opens; of an issue whose opening would tell what stands in
 * each of them, only the welcome.
 */
export function introOf(post: BlogPost, plan: SummaryPlan): SummaryParagraph[] {
  const prose = plan.isDigest
    ? []
    : proseParagraphs(post, {
        ...plan,
        text: aboveItems(post, plan.text),
        budget: Math.min(INTRO_POSTS, plan.budget),
      });
  const isStanding = ({ text }: SummaryParagraph): boolean =>
    sentencesOf(text).some((one) => standsInEach(one.text));
  const isEmpty = prose.every(({ role }) => role === 'title');
  if (!plan.isDigest && !(plan.isIssue && (isEmpty || prose.some(isStanding)))) return prose;
  const given = wholeHookOf(post, plan.size);
  const standing = given === undefined ? paragraphOf({ sentences: standingOf(plan.text) }) : undefined;
  return withTitle(post, [{ code: [], text: given ?? '', ...standing, role: 'hook' }], plan.size);
}

/** From this share of the headed items on that an opening names, it says what the issue holds. */
const OF_ITEMS = 0.5;

/** Whether an opening says what the issue holds, its headed items above all: they would say it again. */
function tellsIssue(opening: readonly SummaryParagraph[], items: readonly RoundUpItem[]): boolean {
  const own = opening.filter(({ role }) => role !== 'title').map(({ text }) => text);
  if (own.some((text) => sentencesOf(text).some((one) => isOverview(one.text)))) return true;
  const headed = items.filter(({ isHeaded }) => isHeaded).map(({ words }) => new Set(stemsOf(words)));
  if (headed.length < items.length * OF_ITEMS) return false;
  const told = new Set(stemsOf(own.join(' ')));
  // What most items are about names none of them.
  const isCommon = (stem: string): boolean =>
    headed.filter((stems) => stems.has(stem)).length > headed.length * OF_ITEMS;
  const named = headed.filter((stems) => [...stems].some((stem) => told.has(stem) && !isCommon(stem)));
  return named.length >= headed.length * OF_ITEMS;
}

function aboveItems({ blocks }: BlogPost, text: PostText): PostText {
  const firstHead = linkedHeadings(blocks)[0]?.line ?? Number.POSITIVE_INFINITY;
  const firstItem = text.sentences.findIndex(({ inItem, at }) => inItem || at.line >= firstHead);
  return { ...text, sentences: text.sentences.slice(0, Math.max(0, firstItem)) };
}

/**
 * Makes the hook with the title above it: the author's description, else a sentence above the lists that says more than the
 * title.
 */
function openingOf(post: BlogPost, { text, language, size }: SummaryPlan): SummaryParagraph[] {
  const given = hookOf(post, size);
  if (given !== undefined) return withTitle(post, [{ text: given, code: [], role: 'hook' }], size);
  const options = { language, size, title: post.title ?? '' };
  const [hook] = choosePoints(aboveItems(post, text), options, 1);
  const leans = hook?.sentences.some((sentence) => leansBack(sentence.text, language)) === true;
  if (hook !== undefined && !leans) return withTitle(post, [{ ...paragraphOf(hook), role: 'hook' }], size);
  const { title } = post;
  return title === undefined || !isPlain(title) ? [] : [{ text: title, code: [], role: 'hook' }];
}
