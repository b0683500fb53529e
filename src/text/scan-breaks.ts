import { BREAK, type BreakList } from './break-list.ts';
import { isAttached, isGlued } from './glue.ts';
import type { ProseHabits } from './prose-habits.ts';
import { endingAt, plainEndingAt } from './sentence-end.ts';
import { sentenceTables } from './sentence-tables.ts';
import type { Span } from './span.ts';
import { isUnspaced, scanUnspaced } from './unspaced-scripts.ts';
import { wordAt, wordBefore } from './words-around.ts';

/** The longest quotation, in UTF-16 units, that counts as a title and is kept whole. */
const TITLE_LENGTH = 70;

/** The longest quotation, in UTF-16 units, whose end is looked for: a few posts on any network except X premium. */
const QUOTE_LENGTH = 2_000;

const QUOTES: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '„': '“',
  '「': '」',
  '『': '』',
  '《': '》',
};

/**
 * Finds the places where the prose from `from` to `to` may be cut and adds them to `breaks`, in order: sentence ends, clause
 * ends, words; places inside pairs that belong together are added as `glued`.
 *
 * @param wholes - ranges that no cut may split (a URL, a link's words, a hashtag, code), in order, as offsets into `text`. One of
 * them may begin a sentence with a small letter, and so may `names`: `We ran it. foo() failed.`
 * @param lead - passed on to every break, see {@link BreakList.leads}
 */
export function scanBreaks(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  breaks: BreakList,
  options: {
    readonly habits: ProseHabits;
    readonly wholes: readonly Span[];
    readonly names: ReadonlySet<string>;
    readonly firstWhole: number;
    readonly lead: number;
  },
): void {
  const { habits, wholes, names, lead } = options;
  let whole = options.firstWhole;
  let titleEnd = -1;
  let quoteEnd = -1;
  let bracketEnd = -1;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    // Most of any text: letters, digits and marks that are neither white space nor an opening quotation mark.
    if (code > 0x22 && code < 0xab && code !== NO_BREAK_SPACE) {
      if (code === 0x28 && at >= bracketEnd) bracketEnd = endOfBracket(text, at);
      at += 1;
      continue;
    }
    if (code > 0x0dff && isUnspaced(code)) {
      at = scanUnspaced(text, { from: at, to }, breaks, options);
      continue;
    }
    if (code === 0x22 || code === 0x201c || code === 0xab || code === 0x201e) {
      if (at >= titleEnd) {
        const end = endOfQuotation(text, at, to);
        if (isTitle(text, at, end)) titleEnd = end;
        // A quotation inside a quotation ends first.
        if (end > quoteEnd && at >= quoteEnd) quoteEnd = end;
      }
      at += 1;
      continue;
    }
    if (code === EM_DASH) {
      at += 1;
      while (whole < wholes.length && (wholes[whole]?.end ?? 0) <= at) whole += 1;
      const inWhole = (wholes[whole]?.start ?? Number.POSITIVE_INFINITY) < at || at < titleEnd;
      if (!inWhole && at < to && joinsWords(text, at)) breaks.push(at, at, BREAK.clause, lead);
      continue;
    }
    if (!isSpace(code)) {
      at += 1;
      continue;
    }
    let next = at + 1;
    let unbroken = code === NO_BREAK_SPACE;
    while (next < to && isSpace(text.charCodeAt(next))) {
      unbroken ||= text.charCodeAt(next) === NO_BREAK_SPACE;
      next += 1;
    }
    if (at === from || next >= to) {
      at = next;
      continue;
    }
    while (whole < wholes.length && (wholes[whole]?.end ?? 0) <= at) whole += 1;
    const wholeStart = wholes[whole]?.start ?? Number.POSITIVE_INFINITY;
    const inWhole = wholeStart < at;
    const named =
      SENTENCE_MARKS.has(text.charCodeAt(at - 1)) &&
      (wholeStart === next || (names.size > 0 && names.has(wordAt(text, next))));
    const plain = codeAt(text, at, next, named ? { ...habits, lowerCase: true } : habits);
    const found = plain === BREAK.clause && isAside(text, at, next, bracketEnd) ? BREAK.word : plain;
    const ends = found === BREAK.sentence || found === BREAK.tied;
    if (unbroken && !ends && found !== BREAK.answer) {
      at = next;
      continue;
    }
    const said = ends && (at < quoteEnd || at < bracketEnd || isRemark(text, next)) ? BREAK.quoted : found;
    breaks.push(at, next, nestedCode(said, inWhole, at < titleEnd), lead);
    at = next;
  }
}

const ENDINGS = {
  sentence: BREAK.sentence,
  tied: BREAK.tied,
  answer: BREAK.answer,
  clause: BREAK.clause,
  none: BREAK.word,
} as const;

/** Returns the code of the break at one white space. */
function codeAt(text: string, end: number, next: number, habits: ProseHabits): number {
  const before = text.charCodeAt(end - 1);
  const after = text.charCodeAt(next);
  if (isPlainLetter(after) && !isMarkerEnd(text.charCodeAt(next + 1))) {
    if (isPlainLetter(before)) return BREAK.word;
    if (before === 44 /* , */ || before === 59 /* ; */) return BREAK.clause;
    const plain = before === 46 /* . */ && after < 91 ? plainEndingAt(text, end, next, habits) : undefined;
    if (plain !== undefined) return ENDINGS[plain];
  }
  if (!endsWithLetter(text, end, habits) && isGlued(text, end, next, sentenceTables(habits.language)))
    return BREAK.glued;
  if (isAttached(text, end, next)) return BREAK.kept;
  return ENDINGS[endingAt(text, end, next, habits)];
}

/** Whether a capital letter that is a word of the text stands before a full stop here: `outside R.` It is no initial. */
const endsWithLetter = (text: string, end: number, { letters }: ProseHabits): boolean =>
  text.charCodeAt(end - 1) === FULL_STOP && letters?.has(wordBefore(text, end - 1)) === true;

/** The longest bracket, in UTF-16 units, whose commas are no better to cut at than its words. */
const BRACKET_LENGTH = 140;
/** The longest bracket that no cut should send into the next post, without what it explains. */
const ASIDE_LENGTH = 60;

/** The longest number in brackets, with its first one: `(12)`. */
const MARKER_LENGTH = 4;

/** Returns where the bracket that begins at `at` ends; -1 if it is long. */
function endOfBracket(text: string, at: number): number {
  const last = Math.min(text.length, at + BRACKET_LENGTH);
  let open = 0;
  for (let end = at; end < last; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 0x28) open += 1;
    else if (code === 0x29) open -= 1;
    if (open === 0) return end + 1;
  }
  return -1;
}

/** Whether a sentence in brackets begins here, which is about the one before it; `(1)` is a number. */
const isRemark = (text: string, start: number): boolean =>
  text.charAt(start) === '(' && endOfBracket(text, start) > start + MARKER_LENGTH;

/** Whether a place is inside a bracket, or before a short one: `(50, 100, 1000)` is whole, and stays with its word. */
function isAside(text: string, end: number, next: number, bracketEnd: number): boolean {
  if (end < bracketEnd) return true;
  return text.charAt(next) === '(' && text.slice(next, next + ASIDE_LENGTH).includes(')');
}

/** Returns the code of a break inside a link's words or a title, or inside both: deeper nesting is cut later. */
function nestedCode(found: number, inWhole: boolean, inTitle: boolean): number {
  if (!inWhole && !inTitle) return found;
  return found === BREAK.glued || (inWhole && inTitle) ? BREAK.bound : BREAK.whole;
}

/** Some editors write one beside the space between two sentences; anywhere else no cut is where one stands. */
const NO_BREAK_SPACE = 0xa0;

const FULL_STOP = 0x2e;
const SENTENCE_MARKS: ReadonlySet<number> = new Set([FULL_STOP, 0x21, 0x3f]);
const EM_DASH = 0x2014;

/** Whether the dash that ends at `at` is between two words without white space: `the lamp—it was old`. */
const joinsWords = (text: string, at: number): boolean =>
  /^[\p{L}\p{N})”’]—[\p{L}(“‘]/u.test(text.slice(at - 2, at + 1));

const isSpace = (code: number): boolean =>
  code <= 32 ? code === 32 || code === 10 || code === 9 : code === NO_BREAK_SPACE || code === 0x3000;
const isPlainLetter = (code: number): boolean => (code > 96 && code < 123) || (code > 64 && code < 91);

const isMarkerEnd = (code: number): boolean => code === 46 || code === 41;

/**
 * Returns where the quotation that begins at `at` ends, after its closing mark; -1 if there is none, or no end within reach. A
 * straight quote only opens after white space or a bracket.
 */
function endOfQuotation(text: string, at: number, to: number): number {
  const open = text.charAt(at);
  const before = text.charAt(at - 1);
  if (open === '"' && before !== '' && !/[\s([{]/.test(before)) return -1;
  const close = QUOTES[open] ?? '"';
  const length = text.slice(at + 1, Math.min(to, at + 1 + QUOTE_LENGTH)).indexOf(close);
  return length < 0 ? -1 : at + length + 2;
}

/** Whether a quotation is short enough for a title and has no sentence end. */
function isTitle(text: string, at: number, end: number): boolean {
  return end > 0 && end - at <= TITLE_LENGTH + 2 && !text.slice(at + 1, end - 1).includes('\n');
}
