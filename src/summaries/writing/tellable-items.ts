import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';
import { INTERNAL } from '../../languages/releases.ts';
import { danglesAt } from '../choosing/context-bound.ts';
import { leadsAway } from '../choosing/points-elsewhere.ts';
import { wordCount } from '../choosing/words.ts';
import { PROFILE } from './item-lines.ts';
import { isArticle, isLog } from './log-items.ts';
import { GOES_ON } from './round-up.ts';
import { itemText, lineIn, type RoundUpItem } from './round-up-item.ts';
import type { SummaryPlan } from './summary-paragraph.ts';
import { isNamed, topicsOf } from './title-topics.ts';

/** A version: `2.14.1`, `v2.13.0-rc1(1)`. */
const VERSION = /(?<![\p{L}\p{N}.])v?\d+\.\d[\p{L}\p{N}.()-]*/giu;
/** From so many words on, an author says something about a link. */
const OWN_WORDS = 4;
/** Links of which nothing is left but numbers: `#118, #119, #120`, `[1, 2]`. */
const NUMBERS = /(?:#\d+\b[^#]{0,40}){2}#\d|\[\d+(?:, ?\d+)+\]/;
/** The fewest such links that are chosen among: with fewer, those without a word count too. */
const FEWEST_TOLD = 3;
/** `Ada will also speak there`: of whom it speaks, says an item that may be left out. */
const SPEAKS_AGAIN =
  /^[^.!?]{0,60}(?<!\p{L})(?:will also|(?:is|are|was|were) also (?:speak|present|host|giv|join|attend)\p{L}*)(?!\p{L})/iu;
/** Scripts in which readers of another one can't read a title. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Cyrillic}/u,
];

/** Whether an author says something about an item: about a heading, what can be told with it. */
export const saysSomething = ({ own, comment, isHeaded }: RoundUpItem): boolean =>
  isHeaded ? comment !== undefined : own >= OWN_WORDS;

/** Whether an item only lists versions: `Lamp 2.14.1, 2.13.5`. */
const isVersions = ({ after }: RoundUpItem): boolean =>
  after.search(VERSION) >= 0 && wordCount(after.replace(VERSION, '')) < OWN_WORDS;

/** Whether an item is a chore of a release’s makers; in a report of many, `(doc) Ada wrote a page` is none. */
const isChore = (text: string): boolean => !text.startsWith('(') && finds(INTERNAL, text);

/** Whether the line of an item goes on below it. */
export const goesOn = (item: RoundUpItem): boolean => GOES_ON.test(lineIn(item));

/** Whether an item has no place in a list: it leads away, to a person, on below it, or to numbers. */
export const isPassedOver = (item: RoundUpItem, language: PhraseLanguage): boolean =>
  PROFILE.test(item.url) ||
  goesOn(item) ||
  isVersions(item) ||
  isChore(itemText(item)) ||
  NUMBERS.test(lineIn(item)) ||
  SPEAKS_AGAIN.test(lineIn(item)) ||
  leadsAway(lineIn(item), language) !== undefined ||
  danglesAt(lineIn(item), language) !== undefined;

/**
 * Returns the items worth telling: those that the title names or about which their author says something, rather than the titles of
 * other people's pages; where these are all that there is, and the post no digest, those in the script of most.
 */
export function tellableItems(
  items: readonly RoundUpItem[],
  { title, isDigest, isIssue }: Pick<SummaryPlan, 'isDigest' | 'isIssue'> & { readonly title: string },
  language: PhraseLanguage,
): readonly RoundUpItem[] {
  const topics = topicsOf(title);
  const fit = items.filter((item) => {
    const text = itemText(item);
    return !NUMBERS.test(text) && !isChore(text) && leadsAway(text, language) === undefined;
  });
  const isOpen = (item: RoundUpItem): boolean =>
    goesOn(item) || SPEAKS_AGAIN.test(lineIn(item)) || danglesAt(itemText(item), language) !== undefined;
  const isTold = (item: RoundUpItem): boolean =>
    saysSomething(item) && !PROFILE.test(item.url) && !isOpen(item) && !isVersions(item);
  const log = isIssue && isLog(items);
  const isNews = (item: RoundUpItem): boolean => log && isArticle(item) && !isOpen(item);
  // The author put it first: its title says enough.
  const isFirst = (item: RoundUpItem): boolean => item.isHeadline && isArticle(item) && !isOpen(item);
  const told = fit.filter(
    (item) => isTold(item) || isNamed(lineIn(item), topics) || isNews(item) || isFirst(item),
  );
  if (isDigest || told.length >= FEWEST_TOLD) return told;
  const byScript = Map.groupBy(fit, ({ words }) => SCRIPTS.findIndex((script) => script.test(words)));
  return [...byScript.values()].reduce<readonly RoundUpItem[]>(
    (most, own) => (own.length > most.length ? own : most),
    [],
  );
}
