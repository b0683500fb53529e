import type { ProseHabits } from './prose-habits.ts';
import { isOpenAbbreviation, type SentenceTables } from './sentence-tables.ts';
import { CLOSERS, wordBefore } from './words-around.ts';

/**
 * A full stop before white space:
 *
 *     said Dr. Holt        word = Dr, following = H, nextWord = holt
 *            ^ stop
 */
export type Stop = {
  readonly text: string;
  /** Offset of the last full stop itself. */
  readonly stop: number;
  /** Whether a closing quote or bracket is between the full stop and the white space. */
  readonly closed: boolean;
  /** Offset of the next word. */
  readonly next: number;
  /** The word before the full stop. */
  readonly word: string;
  /** The first letter after the white space; empty at the end. */
  readonly following: string;
  /** The next word, in lower case. */
  readonly nextWord: string;
  readonly habits: ProseHabits;
  readonly tables: SentenceTables;
};

/** Whether a full stop directly follows a word. */
export const isWordEnd = (text: string, stop: number): boolean => /[^\s.]/.test(text.charAt(stop - 1));
/** Whether this is the last dot of `. . .`. */
export const isSpacedDots = (text: string, stop: number): boolean =>
  /\s\.$/.test(text.slice(stop - 1, stop + 1));
/** Whether a full stop is the last of several. */
export const isDots = ({ text, stop }: Stop): boolean => /[.\s]/.test(text.charAt(stop - 1));

/** Whether the dots stand behind the first word of a line or of a sentence. */
export const isOneWord = ({ text, stop }: Stop): boolean =>
  /(?:^|[.!?…]["”’)]?\s|\n)["“¿¡]?\p{L}{1,12}\.{3,4}$/u.test(text.slice(Math.max(0, stop - 22), stop + 1));

/** Whether the word is an abbreviation that may end a sentence. */
export const isEither = ({ tables, word }: Stop): boolean => isOpenAbbreviation(tables, word);

/** Whether it is a time, `7 a.m.` */
export const isTimeOfDay = ({ word, text, stop }: Stop): boolean =>
  /^[ap]\.m$/i.test(word) &&
  /\d\s?$/.test(text.slice(Math.max(0, stop - word.length - 2), stop - word.length));

/** Whether only a short word and the time precede in the sentence: `At 7 a.m.` */
export const opensWithTime = ({ text, stop, word }: Stop): boolean =>
  /(?:^|[.!?…]["”’)]?\s|\n)\s*(?:\p{L}{2,6}\s)?\d{1,2}(?:[:.]\d\d)?\s?$/u.test(
    text.slice(Math.max(0, stop - word.length - 20), stop - word.length),
  );

/** Whether the full stop makes the number an ordinal in this language, before a capital letter. */
export function isOrdinal({
  tables: { ordinals },
  text,
  stop,
  word,
  nextWord,
}: Pick<Stop, 'tables' | 'text' | 'stop' | 'word' | 'nextWord'>): boolean {
  const number = /^\d{1,3}$/.test(word) ? 'digits' : /^[IVX]+$/.test(word) ? 'roman' : undefined;
  return ordinals.some(
    (rule) =>
      rule.number === number &&
      (rule.before === undefined || rule.before.has(nextWord)) &&
      (rule.after === undefined || rule.after.has(wordBefore(text, stop - word.length - 1).toLowerCase())),
  );
}

/** Whether it is an item's marker: `1.`, `a.` or `iv.` at the start of a line; `• 9.` and `(b).` too. */
export function isListMark(text: string, stop: number, word: string): boolean {
  if (!/^[•⁃*-]?(?:\d{1,3}|[a-z]|[ivx]{1,4})\)?$/i.test(word)) return false;
  let before = stop - word.length - 1;
  while (before >= 0 && ` ${CLOSERS}(•⁃-–→>`.includes(text.charAt(before))) before -= 1;
  return before < 0 || text.charAt(before) === '\n';
}

/** How far back to look for the first item of a list in one line, in UTF-16 units. */
const LIST_REACH = 2_000;

/** A marker of an item: its prefix, its number, its suffix. */
const MARKER = /^([•⁃*-]?\s?)(\d{1,2}|[a-z])(\.\)|[.)])\s/;

/**
 * Whether a marker inside a line begins an item, as in `1) rope 2) knife`: the line must begin with a first marker of the same
 * form, or a sentence before it with the number before: `Two things. 1. Rope. 2. A knife.`
 */
export function opensListItem(text: string, at: number): boolean {
  const mine = MARKER.exec(text.slice(at, at + 8));
  if (mine === null || mine[2] === '1' || mine[2] === 'a') return false;
  const near = text.slice(Math.max(0, at - LIST_REACH), at);
  const line = near.slice(near.lastIndexOf('\n') + 1);
  const first = MARKER.exec(line.slice(0, 8));
  if (first === null) return goesOnCounting(line, mine[0]);
  return (
    first[1]?.trim() === mine[1]?.trim() &&
    first[3] === mine[3] &&
    /\d/.test(first[2] ?? '') === /\d/.test(mine[2] ?? '') &&
    // `6. It needs PostCSS 7. We` is item 6.
    (first[2] === '1' || first[2] === 'a' || first[1] !== '')
  );
}

/** Whether the words before a marker such as `2. ` hold the marker of the number before, at the start of a sentence. */
function goesOnCounting(before: string, marker: string): boolean {
  const [, digits] = /^(\d{1,2})\.\s/.exec(marker) ?? [];
  if (digits === undefined) return false;
  const holds = (number: number): boolean =>
    [...'.!?:'].some((mark) => before.includes(`${mark} ${number}. `)) && number > 0;
  const number = Number(digits);
  // `on day 2. We` is a number, but behind two items, the author may have left out a full stop.
  const opens = number === 2 ? /[.!?:;]["”’)]?\s+$/.test(before.slice(-4)) : holds(1);
  return opens && holds(number - 1);
}

/** Whether a number would be a sentence of its own: `There are two. 1. Rope`, but not `on Sept. 22. We`. */
export function isNumberAlone({
  text,
  stop,
  word,
  tables,
}: Pick<Stop, 'text' | 'stop' | 'word' | 'tables'>): boolean {
  if (!/^\d{1,2}$/.test(word)) return false;
  const start = stop - word.length;
  const [gap, mark] = /([.!?:…])["”’)]?\s+$/.exec(text.slice(Math.max(0, start - 4), start)) ?? [];
  if (gap === undefined) return false;
  const above = wordBefore(text, start - gap.length);
  return mark !== '.' || !tables.abbreviations.listed.has(above.toLowerCase());
}
