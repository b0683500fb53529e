import { LANGUAGES } from '../languages/languages.ts';
import { once } from './lazy.ts';
import { isLeadingAbbreviation, type SentenceTables } from './sentence-tables.ts';
import { isNumberAlone, isOrdinal } from './stop.ts';
import { isWordEdge } from './word-edge.ts';
import { wordSet } from './word-set.ts';
import { isUpper, wordAt } from './words-around.ts';

/** Symbols of units, in lower case; the same in every language. */
const SYMBOLS = `% ‰ ° °c °f c f k m cm mm km µm nm in ft yd mi mph km/h g kg mg µg t lb lbs oz l ml cl s ms µs us ns h
  b kb mb gb tb pb kib mib gib tib kbit mbit gbit kbps mbps gbps bit bits byte bytes hz khz mhz ghz w kw mw gw wh kwh mwh v mv a ma
  px pt em rem dpi fps rpm ppm x × pct bps usd eur gbp bn`;

const languages = Object.values(LANGUAGES);

/** Words of all languages, because texts often quote another language. Units and numbered words in lower case. */
const words = once(() => ({
  units: wordSet(SYMBOLS, ...languages.map(({ units }) => units)),
  numbered: wordSet(
    ...languages.map(({ numbered }) => numbered),
    ...languages.map(({ months }) => months.toLowerCase()),
    'v ver no',
  ),
  months: wordSet(...languages.map(({ months }) => months)),
  monthsInLower: wordSet(...languages.map(({ months }) => months.toLowerCase())),
}));

/** `December 2,`, also of several days: `May 3-5,`. */
const DAY_BEFORE_YEAR = /(\p{Lu}\p{L}+)\.? \d{1,2}(?:st|nd|rd|th)?(?: ?[-–—] ?\d{1,2})?,$/u;

/** The first of several days, in front of their dash: `November 29`. */
const FIRST_DAY = /(\p{Lu}\p{L}+)\.? \d{1,2}$/u;

const CURRENCY = '$€£¥₹₩₽';
/** Marks that French and others separate by a space, and that must not begin a line. */
const NEVER_FIRST = '!?:;,.»›)]}%…”’、。，．！？；：」』】）》〉';
/** Signs that mark an item at the start of its line. */
const BULLETS = '>-–*•→‣▪◦+✓✔';
const NEVER_LAST = '«‹([{“‘「『【（《〈';
/** Those of them that close in German and Danish, where they directly follow a word or a mark. */
const MAY_CLOSE = '“‘«‹';

/** The white space from `end` to `next` of a text, and the characters around it. */
type Gap = {
  readonly text: string;
  readonly end: number;
  readonly next: number;
  readonly before: string;
  readonly after: string;
  /** The word before the white space, without its full stop. */
  readonly word: string;
  readonly tables: SentenceTables;
};

type GlueRule = {
  /** A necessary condition of the rule: what is before or after the white space. Most white space needs no rule. */
  readonly at: 'digit before' | 'stop before' | 'sign before' | 'digit after' | 'sign after';
  readonly when: (gap: Gap) => boolean;
  readonly why: string;
  /** A text with such a gap, at the `_`. */
  readonly example: string;
};

/** Pairs that belong together. Each example is a test (`test/text/glue.test.ts`). */
export const GLUE_RULES: readonly GlueRule[] = [
  {
    at: 'sign after',
    when: ({ after, text, next }) =>
      after === '[' && /^\[(?:\^?[\w-]{1,6}|[^\][]{0,30}#\d{1,6})\]/.test(text.slice(next, next + 40)),
    why: 'a word and the mark of its source, or the number of its issue: `[Feature #12]`',
    example: 'as they say_[3] there',
  },
  {
    at: 'digit before',
    when: ({ text, end, next }) =>
      /^\d{3}(?!\d)/.test(text.slice(next, next + 4)) &&
      /(?<!\d)\d{1,3}$/.test(text.slice(Math.max(0, end - 4), end)),
    why: 'digits in groups of three',
    example: 'about 10_000 boats',
  },
  {
    at: 'digit before',
    when: ({ word, text, next }) => /^\D?[\d.,]+$/.test(word) && words().units.has(unitAt(text, next)),
    why: 'a number and its unit',
    example: 'about 12_km away',
  },
  {
    at: 'digit before',
    when: ({ word, text, next }) => /^\d{1,2}$/.test(word) && words().months.has(wordAt(text, next)),
    why: 'a day and its month',
    example: 'on 3_February we went',
  },
  {
    at: 'digit after',
    when: ({ before, text, end, next }) => {
      if (before !== ',' || !/^\d{4}(?!\d)/.test(text.slice(next, next + 5))) return false;
      const [, month = ''] = DAY_BEFORE_YEAR.exec(text.slice(Math.max(0, end - 24), end)) ?? [];
      return words().months.has(month);
    },
    why: 'a day and its year',
    example: 'on December_2,_2016, in the harbour',
  },
  {
    at: 'digit before',
    when: ({ text, end, next }) => opensRange(text, end) && /^[-–] /.test(text.slice(next, next + 2)),
    why: 'the first of several days and the dash',
    example: 'on November_29_-_December_2 we sailed',
  },
  {
    at: 'sign before',
    when: ({ before, text, end }) =>
      '-–'.includes(before) && text.charAt(end - 2) === ' ' && opensRange(text, end - 2),
    why: 'the dash and the last of several days',
    example: 'from May_3_–_5 we sailed',
  },
  {
    at: 'digit after',
    when: ({ before }) => CURRENCY.includes(before),
    why: 'a currency sign and its amount',
    example: 'for €_12 each',
  },
  {
    at: 'stop before',
    when: ({ word, text, next }) => /^\d{1,2}$/.test(word) && words().monthsInLower.has(unitAt(text, next)),
    why: 'an ordinal day and its month',
    example: 'am 28._Februar fiel Schnee',
  },
  {
    at: 'stop before',
    when: ({ word, after, text, end, next, tables }) => {
      if (tables.ordinals.length === 0 || !isUpper(after)) return false;
      const nextWord = wordAt(text, next).toLowerCase();
      return !tables.openers.has(nextWord) && isOrdinal({ tables, text, stop: end - 1, word, nextWord });
    },
    why: 'an ordinal and its noun',
    example: 'Der Wirt wohnt im 3._Stock und ist zufrieden.',
  },
  {
    at: 'stop before',
    when: ({ word, text, next, tables }) =>
      /^\p{Lu}$/u.test(word) &&
      word !== 'I' &&
      (!tables.openers.has(wordAt(text, next).toLowerCase()) ||
        /^\p{Lu}\.\s/u.test(text.slice(next, next + 3))),
    why: 'an initial and the name, or the next initial, which may be a word: `A`',
    example: 'by J._A._Keeper',
  },
  {
    at: 'stop before',
    when: ({ word, after, tables }) => isLeadingAbbreviation(tables, word, after),
    why: 'an abbreviation and what it announces',
    example: 'we met Dr._Holt there',
  },
  {
    at: 'stop before',
    when: ({ word, text, end, tables }) =>
      isMarker(text, end, word) || isNumberAlone({ text, stop: end - 1, word, tables }),
    why: 'the number of an item and the item',
    example: '3._The rope',
  },
  {
    at: 'sign before',
    when: ({ before, text, end }) =>
      before === ')' && /(?:^|\s)\(\w{1,2}\)$/.test(text.slice(Math.max(0, end - 5), end)),
    why: 'a number in brackets and what it counts',
    example: 'the rope, and (2)_the knife',
  },
  {
    at: 'sign after',
    when: ({ before, after }) => '—–―'.includes(after) && '"”»’\''.includes(before),
    why: 'a quotation and the dash before its author',
    example: '“Fog is a wall.”_— Maren Fold',
  },
  {
    at: 'digit after',
    when: ({ before }) => '#№§¶'.includes(before),
    why: 'a sign and its number',
    example: 'see §_12 of it',
  },
  {
    at: 'digit after',
    when: ({ before, word }) => before !== '.' && words().numbered.has(word.toLowerCase()),
    why: 'a name and its number',
    example: 'see Figure_3 of it',
  },
  {
    at: 'sign before',
    when: ({ before, text, end }) => BULLETS.includes(before) && opensLine(text, end - 1),
    why: 'a bullet and its item',
    example: '→_the rope',
  },
];

const rulesAt = (at: GlueRule['at']): readonly GlueRule[] => GLUE_RULES.filter((rule) => rule.at === at);
const AT = {
  digitBefore: rulesAt('digit before'),
  stopBefore: rulesAt('stop before'),
  signBefore: rulesAt('sign before'),
  digitAfter: rulesAt('digit after'),
  signAfter: rulesAt('sign after'),
};

/**
 * Whether the white space from `end` to `next` is inside a pair that must not be cut: a number and its unit, an abbreviation
 * and its name, a mark and its word.
 *
 *     about 12 km away [3]
 *             ^       ^       both are glued
 */
export function isGlued(text: string, end: number, next: number, tables: SentenceTables): boolean {
  const before = text.charAt(end - 1);
  const after = text.charAt(next);
  const word = wordBefore(text, before === '.' ? end - 1 : end);
  const gap: Gap = { text, end, next, before, after, word, tables };
  const holds = (rules: readonly GlueRule[]): boolean => rules.some(({ when }) => when(gap));
  if (before === '.' ? holds(AT.stopBefore) : isDigit(before) && holds(AT.digitBefore)) return true;
  if (isDigit(after) && holds(AT.digitAfter)) return true;
  if ('[—–―'.includes(after) && holds(AT.signAfter)) return true;
  return (before === ')' || BULLETS.includes(before)) && holds(AT.signBefore);
}

/**
 * Whether the white space from `end` to `next` should not be cut, although a cut harms less than inside a pair: before a mark
 * that must not begin a line (`quoi !`), after one that must not end one, and between a label and its URL (`Paper: https://…`).
 */
export function isAttached(text: string, end: number, next: number): boolean {
  if (text.charCodeAt(next) > 0x203b && LONE_EMOJI.test(text.slice(next, next + 12)))
    return '.!?…'.includes(text.charAt(end - 1));
  if (NEVER_FIRST.includes(text.charAt(next)) && !startsWord(text, next))
    return !SPACED_DOTS.test(text.slice(next, next + 6));
  const before = text.charAt(end - 1);
  if (NEVER_LAST.includes(before))
    return !(MAY_CLOSE.includes(before) && /[^\s([{]/.test(text.charAt(end - 2)));
  return before === ':' && /^(?:https?:\/\/|www\.)/i.test(text.slice(next, next + 8));
}

/** Emoji before a capital letter, a closing mark or the end: behind the end of a sentence, they comment on it. */
const LONE_EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+(?:\s+[\p{Lu}¿¡“"]|[)\]”’»,;:.!?]|\s*$)/u;

/** Dots that begin a sentence. */
const SPACED_DOTS = /^\. \. \. /;

/** Whether a word starts here: `.5` and `!important` are words; a lone `!`, `:)` and `%ig` are not. */
function startsWord(text: string, at: number): boolean {
  const following = text.charAt(at + 1);
  return (
    following !== '' && !/\s/.test(following) && !NEVER_FIRST.includes(following) && text.charAt(at) !== '%'
  );
}

const isDigit = (char: string): boolean => char >= '0' && char <= '9';

/** Whether a day ends here, written behind its month. */
function opensRange(text: string, end: number): boolean {
  const [, month = ''] = FIRST_DAY.exec(text.slice(Math.max(0, end - 24), end)) ?? [];
  return words().months.has(month);
}

/** What may be a unit: as much of a word as the longest one has. */
const UNIT = /[^\s,;:!?)\]"”]{1,12}/y;

function unitAt(text: string, at: number): string {
  UNIT.lastIndex = at;
  const [unit = ''] = UNIT.exec(text) ?? [];
  return unit.replace(/\.+$/, '').toLowerCase();
}

/** Returns the word that ends at `end`. Unlike in `words-around.ts`, a slash belongs to the word: `km/h`, `1/2`. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 16 && !isWordEdge(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** Whether a word is an item's marker: `3.` or `b.` at the start of a line. */
function isMarker(text: string, end: number, word: string): boolean {
  const start = end - 1 - word.length;
  return /^(?:\d{1,3}|[a-z])$/i.test(word) && (start === 0 || text.charAt(start - 1) === '\n');
}

/** Whether only spaces precede in the line. */
function opensLine(text: string, at: number): boolean {
  let start = at;
  while (text.charAt(start - 1) === ' ') start -= 1;
  return start === 0 || text.charAt(start - 1) === '\n';
}
