import type { JointTables } from './joint-tables.ts';
import { isConjunction } from './joint-tables.ts';
import type { OpenMarks } from './open-marks.ts';

/** A place inside a sentence, and the words around it in lower case. */
export type Place = OpenMarks & {
  /** The text up to the place, as far as rules look back, and the text after it. */
  readonly before: string;
  readonly after: string;
  /** The same, twice as far ahead. */
  readonly ahead: string;
  /** The last word before the place, without its marks, and the next two. */
  readonly last: string;
  readonly next: string;
  readonly second: string;
  /** Whether a mark of a clause is before the place, such as a comma. */
  readonly marked: boolean;
  readonly tables: JointTables;
};

/** How far rules look back and ahead, in UTF-16 units. */
export const REACH = 60;

/** Whether the first words of a sentence or a line end with a colon: a label. */
export const endsWithLabel = (before: string): boolean =>
  before.endsWith(':') && (before.length < REACH || /(?:\n|[.!?…]["”’»)]*\s+)[^.!?…\n]*$/.test(before));

/** Whether the next word may open a clause or a phrase. */
export const opensAnything = ({ next, tables }: Place): boolean =>
  isConjunction(tables, next) || tables.links.has(next) || tables.phrase.has(next);

/** Whether `and` joins a verb or the last member of a series, rather than a clause: `, and added a lamp`. */
export const joinsLast = ({ next, second, tables }: Place): boolean =>
  tables.series.has(next) && !tables.stopWords.has(second) && !isConjunction(tables, second);

/** A word, an adverb, perhaps with one before it, and another word: `and more recently we`. */
const ADVERB = /^\p{L}+ (?:\p{Ll}+ )?\p{Ll}{2,}(?:ly|ment|mente),? (\p{L}+)/u;

/** Returns the word behind the next word and an adverb, in lower case; empty if none is there. */
const behindAdverb = (after: string): string => ADVERB.exec(after)?.[1]?.toLowerCase() ?? '';

/** Whether the next word opens a clause of its own: `but`, `and we`. */
export const opensClause = ({ after, last, next, second, tables }: Place): boolean =>
  (tables.clause.has(next) &&
    !tables.notClause.has(`${last}-${next}`) &&
    !tables.notClause.has(`${next}-${second}`)) ||
  (tables.links.has(next) && (tables.subjects.has(second) || tables.subjects.has(behindAdverb(after))));

/** An article or another word before an adjective, an adjective, and a comma. */
const ADJECTIVE = /(?:^|[\s(“"])(\p{L}+) [\p{L}-]+,$/u;

/** The longest article with an adjective and its comma, in UTF-16 units. */
const LONGEST_PAIR = 48;

/** Whether a comma stands between two adjectives. */
export function isBetweenAdjectives({ before, after, next, tables }: Place): boolean {
  if (!before.endsWith(',') || tables.stopWords.has(next) || isConjunction(tables, next)) return false;
  // The search begins at every word before: look at few.
  const article = ADJECTIVE.exec(before.slice(-LONGEST_PAIR))?.[1]?.toLowerCase() ?? '';
  return tables.articles.has(article) && /^\p{Ll}/u.test(after);
}

/** A few words up to the next comma, and the word behind it. */
const PUT_IN = /^[^,;:.!?()—–]{1,40}, ([^\s,]+) /u;

/** Whether a short dependent clause begins that ends at the next comma, and another clause goes on there that no conjunction opens. */
export function isPutIn({ before, last, next, ahead, tables }: Place): boolean {
  if (
    !before.endsWith(',') ||
    isConjunction(tables, last) ||
    !tables.dependent.has(next) ||
    tables.series.has(next)
  )
    return false;
  const behind = PUT_IN.exec(ahead)?.[1]?.toLowerCase();
  return behind !== undefined && tables.subjects.has(behind) && !isConjunction(tables, behind);
}

/** The first words behind a place, in lower case, up to a mark: enough for a subject and its verb. */
const FIRST_WORDS = /^[\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){0,4}/u;

/** A word between two marks: `, here,`. */
const ONE_WORD = /(?:^|[,;:.!?(–—] ?)[^\s,;:.!?()]+,$/;

/** Whether a main clause begins behind a comma: a subject, or up to three words and a verb that needs its subject. */
export function opensMainClause({ before, after, last, next, tables }: Place): boolean {
  if (!before.endsWith(',') || ONE_WORD.test(before)) return false;
  if (isConjunction(tables, last) || tables.links.has(last)) return false;
  if (isConjunction(tables, next) || tables.links.has(next)) return false;
  if (tables.subjects.has(next)) return true;
  if (!tables.stopWords.has(next) || tables.phrase.has(next)) return false;
  const [, ...words] = FIRST_WORDS.exec(after)?.[0].toLowerCase().split(' ') ?? [];
  const verb = words.findIndex((word) => tables.verbs.has(word));
  // `how they were made` is no main clause.
  return (
    verb > 0 &&
    !tables.subjects.has(words[0] ?? '') &&
    !words.slice(0, verb).some((word) => isConjunction(tables, word))
  );
}

/** The shortest bracket, in UTF-16 units, behind which a clause begins rather than a phrase. */
const LONG_BRACKET = 40;

/** Whether the words before a place end with a long bracket, and `mark`. */
export const closesLongBracket = (before: string, mark = ''): boolean =>
  before.endsWith(`)${mark}`) && !before.slice(-LONG_BRACKET).includes('(');

/** A word, if another follows. */
const WORDS = /(?<=\s)(\p{Ll}+)(?= (\p{Ll}+) )/gu;

/** Whether `and` joins two halves that open a phrase with the same two words: `a lamp for the pier and a bell for the boat`. */
export function joinsParallel({ before, ahead, next, tables }: Place): boolean {
  if (!tables.series.has(next)) return false;
  const half = /^[^,;:!?()—–]*/.exec(ahead)?.[0] ?? '';
  for (const [, first = '', second = ''] of before.matchAll(WORDS))
    if (tables.phrase.has(first) && half.includes(` ${first} ${second} `)) return true;
  return false;
}
