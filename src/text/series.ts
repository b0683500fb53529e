import { LANGUAGES } from '../languages/languages.ts';
import { isConjunction, type JointTables } from './joint-tables.ts';
import { once } from './lazy.ts';

/** What is around a place inside a sentence. */
type Around = {
  /** The text up to the place, as far as rules look back, the text after it, and the same twice as far. */
  readonly before: string;
  readonly after: string;
  readonly ahead: string;
  /** The next word. */
  readonly next: string;
  readonly tables: JointTables;
};

/** A word, also one of code with full stops inside. */
const WORD = '(?:[^\\s,;:.!?()]|\\.(?=\\w))+';
const MEMBER = `${WORD}(?: ${WORD})`;
/** A short member of a series, and the comma behind it. */
const SHORT_MEMBER = new RegExp(`^${MEMBER}{0,2}, `, 'u');
/** The same, and the word before the last member. */
const shortPair = once(() => {
  const last = Object.values(LANGUAGES).flatMap(({ joints }) => joints.series.split(' '));
  return new RegExp(`^(${MEMBER}{0,2}) (?:${last.join('|')}|&) `, 'u');
});
/** A short last member of a series, or a short opening of a sentence. */
const SHORT_LAST = new RegExp(`(?:^|[,;:!?(] ?|\\. )${MEMBER}{0,1},$`, 'u');

/** A member of a few words between two commas. */
const ENCLOSED_MEMBER = new RegExp(`, (${MEMBER}{0,3}),$`, 'u');

/** Whether a comma stands between short members of a series, or behind a short opening of a sentence: `ropes, sails and lamps`. */
export const isSeries = (place: Around): boolean =>
  place.before.endsWith(',') &&
  (SHORT_MEMBER.test(place.after) ||
    isPair(place) ||
    SHORT_LAST.test(place.before) ||
    endsEnumeration(place));

/** The word behind the next comma. */
const BEHIND_COMMA = /^[^,;:.!?()—–]{1,112}, (\p{L}+) /u;

/**
 * Whether the last member of an enumeration follows, and behind it the main clause, where the sentence is better cut: `If ropes are
 * dear, the old sails, and many lamps down to the least, the shop …`.
 */
function endsEnumeration({ before, after, ahead, next, tables }: Around): boolean {
  if (!tables.series.has(next)) return false;
  const [, member] = ENCLOSED_MEMBER.exec(before) ?? [];
  const behind = BEHIND_COMMA.exec(ahead)?.[1]?.toLowerCase();
  if (member === undefined || behind === undefined) return false;
  const second = /^\S+ (\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? '';
  const begins = tables.subjects.has(behind) || (tables.stopWords.has(behind) && !opensMore(behind, tables));
  if (tables.stopWords.has(second) || isConjunction(tables, behind) || !begins) return false;
  const [first = '', ...words] = member.toLowerCase().split(' ');
  return !opensMore(first, tables) && !words.some((word) => tables.stopWords.has(word) && !OF.test(word));
}

/** Whether a word opens a clause or a phrase rather than a member. */
const opensMore = (word: string, tables: JointTables): boolean =>
  isConjunction(tables, word) ||
  tables.series.has(word) ||
  [tables.links, tables.phrase, tables.dependent].some((words) => words.has(word));

/** Another mark of a clause in the words before a comma. */
const EARLIER_MARK = /[,;:–—(] .*,$/u;
/** A word between two nouns: `log of lamps`. */
const OF = /^(?:of|d[aeiou]s?|del|von)$/;
/** A few words up to the next mark of a clause. */
const FEW_AHEAD = /^[^,;:.!?()—–]{1,40}(?:,| [-–—]) /u;

/**
 * Whether the last two members of a series follow: `sails and lamps`. None do in `, when winds and waves rise` and `, lit the lamp
 * and` behind many words.
 */
function isPair({ before, after, ahead, next, tables }: Around): boolean {
  const [, member] = shortPair().exec(after) ?? [];
  if (member === undefined) return false;
  if (tables.series.has(next) || EARLIER_MARK.test(before) || FEW_AHEAD.test(ahead)) return true;
  if (isConjunction(tables, next) || tables.links.has(next) || tables.phrase.has(next)) return false;
  const [, ...words] = member.split(' ');
  return !words.some((word) => tables.stopWords.has(word) && !tables.phrase.has(word) && !OF.test(word));
}
