import type { PostSize } from '../choosing/post-size.ts';
import { wordCount, wordsOf } from '../choosing/words.ts';
import { PROFILE } from './item-lines.ts';
import { lineIn, type RoundUpItem } from './round-up-item.ts';
import type { SummaryParagraph } from './summary-paragraph.ts';

/** The page of a change, or of a fault, on a forge. */
const CHANGE_PAGE =
  /^https?:\/\/[^/]+\/(?:.+\/(?:pull|pulls|issues|commit|commits|merge_requests|pull-requests)\/[\da-f]|(?:.+\/)?browse\/[a-z]+-\d)/i;
/** From this share of its items on that lead to changes, a list is a log: newsletters recommend a few of them. */
const OF_LOG = 0.75;
/** From so many words on, the title of a page says what is new. */
const FEWEST_WORDS = 4;

/** Whether an item leads to a change of a program, or to a fault. */
export const isChange = ({ url, isHeaded }: Pick<RoundUpItem, 'url' | 'isHeaded'>): boolean =>
  !isHeaded && CHANGE_PAGE.test(url);

/** The same of items whose links are the numbers of tickets. */
const OF_TICKETS = 0.5;

/** Whether most items lead to changes or faults of a program: it is its log, whose lines say little by themselves. */
export const isLog = (items: readonly RoundUpItem[]): boolean =>
  items.filter(isChange).length >= items.length * OF_LOG ||
  items.filter((item) => isChange(item) && isTicket(item)).length >= items.length * OF_TICKETS;

/** Whether paragraphs are nothing but lines of a list, one of which would be cut. */
export const areCutLines = (
  paragraphs: readonly Pick<SummaryParagraph, 'role' | 'form' | 'text'>[],
  { limit, measure }: PostSize,
): boolean =>
  paragraphs.every(({ role, form }) => role === 'title' || form === 'item') &&
  paragraphs.some(({ text }) => measure(text) > limit);

const isTicket = ({ before, words }: RoundUpItem): boolean => before === '' && isUnnamed(words);

/** Whether an item of a log is the title of a page that is no change: an article about what is new. */
export const isArticle = (item: RoundUpItem): boolean =>
  !isChange(item) && !PROFILE.test(item.url) && wordCount(item.words) >= FEWEST_WORDS;

/** Comments that begin with the same words, so many, … */
const SAME_WORDS = 3;
/** … from this share of the items on, go through the things of one kind: the parts of an article, not what others wrote. */
const OF_REVIEW = 0.6;

/** Whether most items say with the same words what they are for: `This lid is great for …` They mean little without its article. */
export function isReview(items: readonly RoundUpItem[]): boolean {
  const openings = items.flatMap(({ comment, isHeaded }) =>
    comment === undefined || !isHeaded ? [] : wordsOf(comment).slice(0, SAME_WORDS).join(' '),
  );
  const counts = [...Map.groupBy(openings, (words) => words).values()].map(({ length }) => length);
  return Math.max(0, ...counts) >= items.length * OF_REVIEW;
}

/** A name that names nothing: a number, a time of a recording, an address. */
const UNNAMED = /^(?:[#([]?\d[\d:.\s–-]*[)\]]?|https?:\S+|here|links?|this)$/iu;

/** Whether the words of a link name nothing: `3.`, `00:12:30`, `https://…`. */
export const isUnnamed = (words: string): boolean => UNNAMED.test(words);

/** From this share of the items on that have no name of their own, … */
const OF_LABELS = 0.5;

/** Whether items are no things to recommend: the slides or minutes of a talk, bare addresses, or `Slides` below each heading. */
export function isOfLabels(items: readonly RoundUpItem[]): boolean {
  const most = items.length * OF_LABELS;
  const isBare = ({ before, words, after }: RoundUpItem): boolean =>
    before === '' && isUnnamed(words) && !(wordCount(after) > 0 && words.startsWith('http'));
  if (items.filter(isBare).length >= most) return true;
  const alike = Map.groupBy(items, lineIn);
  return [...alike.values()].some((own) => own.length > 2 && own.length >= most);
}

/** The line of a changelog: `Fixed a leak`, `Bump wicks to 2.1`. */
const CHANGE =
  /^(?:fix|add|bump|drop|remove|rename|update|upgrade|release|support|allow|improve|handle|deprecate)(?:e?s|e?d)?(?!\p{L})/iu;

/** `#12`, `Fix #12`, `LAMP-12`, `[LAMP-12]`; not a name of something else, `UTF-8`. */
const TICKET =
  /^(?:[Ff]ix(?:es|ed)? )?(?:[[(]?#\d|\[?(?!(?:UTF|SHA|AES|ISO|IEEE|RFC|CVE|GPT|COVID|USB|MPEG|HTTP|TLS|IP)-)[A-Z]{2,}-\d)/u;

/** Whether the number of a ticket opens a line. */
export const opensWithTicket = (line: string): boolean => TICKET.test(line);

/** Whether the lines below an item are mostly those of a changelog: any one of them says little. */
export const isChangelog = (lines: readonly string[]): boolean =>
  lines.length === 1
    ? opensWithTicket(lines[0] ?? '')
    : lines.length > 1 &&
      lines.filter((line) => opensWithTicket(line) || CHANGE.test(line)).length >= lines.length / 2;
