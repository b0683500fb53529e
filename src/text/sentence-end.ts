import {
  EITHER_ABBREVIATIONS,
  isLeadingAbbreviation,
  LEANING_WORDS,
  NAMES_WITH_MARKS,
  SENTENCE_OPENERS,
} from './abbreviations.ts';

import { pointAt } from './code-point.ts';
import { isWordEdge } from './word-edge.ts';

/** What ends at a place in a line of prose. */
export type Ending = 'sentence' | 'tied' | 'answer' | 'clause' | 'none';

/** How an author writes, as far as sentence ends depend on it. */
export type ProseHabits = {
  /** True for an author who opens sentences in lower case, so that a small letter says nothing. */
  readonly lowerCase: boolean;
};

const CLOSERS = '"\'”’»›)]}」』】）*_`';
const OPENING = '"\'“‘«‹([{「『【（¿¡*_';

const isUpper = (char: string): boolean => char !== char.toLowerCase();
const isLower = (char: string): boolean => char !== char.toUpperCase();
const EMOJI_END = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F})$/u;

/**
 * Counts how the sentences of a text open: an author with mostly small letters after full stops writes in lower
 * case. Linear; looks at the first 20,000 units, which is enough to know a hand.
 */
export function proseHabits(text: string): ProseHabits {
  let lower = 0;
  let upper = 0;
  const opening = /[\p{L}\p{N}][.!?]["”’)]?\s+(\p{L})|(?:^|\n)\s*(\p{L})/gu;
  for (const match of text.slice(0, 20_000).matchAll(opening)) {
    const letter = match[1] ?? match[2] ?? '';
    if (isUpper(letter)) upper += 1;
    else if (isLower(letter)) lower += 1;
  }
  return { lowerCase: lower > upper };
}

/**
 * Tells what ends before the white space at `end`, given that the next word begins at `next`.
 *
 *     See Fig. 3 for the cut.  Then go on.
 *             ^ none         ^ end  ^ next  -> sentence
 *
 * Knows abbreviations, initials, numbered items, ellipses, names with a mark (`Yahoo!`), closing quotes and
 * brackets, and emoji as ends; the rules are those of careful typesetters, checked against the 48 English
 * "Golden Rules" in `test/text/golden-rules.test.ts`.
 */
export function endingAt(text: string, end: number, next: number, habits: ProseHabits): Ending {
  const ending = plainEndingAt(text, end, next, habits);
  if (ending !== 'sentence') return ending;
  if (isQuestion(text, end)) return 'answer';
  return LEANING_WORDS.has(wordAt(text, next).toLowerCase()) ? 'tied' : 'sentence';
}

/** True where the sentence that ends at `end` asks something. */
export function isQuestion(text: string, end: number): boolean {
  let last = end - 1;
  while (last >= 0 && CLOSERS.includes(text.charAt(last))) last -= 1;
  return '?？؟'.includes(text.charAt(last) || ' ');
}

function plainEndingAt(text: string, end: number, next: number, habits: ProseHabits): Ending {
  let last = end - 1;
  while (last >= 0 && CLOSERS.includes(text.charAt(last))) last -= 1;
  if (last < 0) return 'none';
  if (opensListItem(text, next)) return 'sentence';
  const mark = text.charAt(last);
  const closed = last < end - 1;
  const following = firstLetter(text, next);
  switch (mark) {
    case '.':
      return afterStop(text, last, closed, next, following, habits);
    case '!':
    case '?':
    case '‽':
    case '‼':
    case '⁈':
    case '⁉':
      if (closed && isLower(following)) return 'none';
      if (!habits.lowerCase && isLower(following)) {
        return NAMES_WITH_MARKS.has(wordBefore(text, last + 1).toLowerCase()) ? 'none' : 'clause';
      }
      return 'sentence';
    case '。':
    case '！':
    case '？':
    case '．':
    case '؟':
    case '۔':
    case '।':
    case '॥':
    case '။':
    case '።':
    case '։':
      return 'sentence';
    case '…':
      return isLower(following) && !habits.lowerCase ? 'clause' : 'sentence';
    case ',':
    case ';':
    case ':':
    case '—':
    case '–':
    case '،':
    case '؛':
    case '、':
    case '，':
    case '；':
    case '：':
      return 'clause';
    default:
      if (closed && text.charAt(end - 1) === ')') return 'clause';
      if (
        mark > '\u203b' &&
        isOpeningWord(following, habits) &&
        EMOJI_END.test(text.slice(Math.max(0, end - 4), end))
      ) {
        return 'sentence';
      }
      return opensClause(text, next) ? 'clause' : 'none';
  }
}

function afterStop(
  text: string,
  stop: number,
  closed: boolean,
  next: number,
  following: string,
  habits: ProseHabits,
): Ending {
  if (closed && text.charAt(next) === '(') return 'clause';
  if (text.charAt(stop - 1) === '.' || /\s/.test(text.charAt(stop - 1)))
    return afterEllipsis(text, stop, following, habits);
  const word = wordBefore(text, stop);
  const bare = word.toLowerCase();
  if (isLeadingAbbreviation(bare, text.charAt(next))) return closed ? 'clause' : 'none';
  if (isListMark(text, stop, word) || continuesList(text, stop - word.length)) return 'none';

  if (EITHER_ABBREVIATIONS.has(bare)) return afterEither(text, next, following, closed);
  if (/^\p{Lu}$/u.test(word) && !(word === 'I' && SENTENCE_OPENERS.has(wordAt(text, next).toLowerCase()))) {
    return closed ? 'sentence' : 'none';
  }
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return afterEither(text, next, following, closed);
  if (following === '') return 'sentence';
  if (isLower(following) && !habits.lowerCase)
    return closed ? 'none' : startsWithName(text, next) ? 'sentence' : 'none';
  return 'sentence';
}

/** `I never meant that.... She left` ends; `wait... what` does not, unless its author writes in lower case. */
function afterEllipsis(text: string, stop: number, following: string, habits: ProseHabits): Ending {
  if (/\s\.\.\.$/.test(text.slice(Math.max(0, stop - 3), stop + 1)) && following === 'I') return 'clause';
  const spaced = /\s/.test(text.charAt(stop - 1));
  if (spaced && (text.charAt(stop + 2) === '.' || text.charAt(stop - 2) !== '.')) return 'none';
  if (isLower(following) && !habits.lowerCase) return spaced ? 'none' : 'clause';
  return 'sentence';
}

function afterEither(text: string, next: number, following: string, closed: boolean): Ending {
  if (following === '') return 'sentence';
  if (closed && isUpper(following)) return 'sentence';
  if (isUpper(following) && SENTENCE_OPENERS.has(wordAt(text, next).toLowerCase())) return 'sentence';
  return closed ? 'clause' : 'none';
}

/** `1.`, `a.` or `iv.` at the start of a line is a marker; `• 9.` and `(b).` too. */
function isListMark(text: string, stop: number, word: string): boolean {
  if (!/^[•⁃*-]?(?:\d{1,3}|[a-z]|[ivx]{1,4})$/i.test(word)) return false;
  let before = stop - word.length - 1;
  while (
    before >= 0 &&
    (text.charAt(before) === ' ' ||
      CLOSERS.includes(text.charAt(before)) ||
      '(•⁃-–→>'.includes(text.charAt(before)))
  ) {
    before -= 1;
  }
  return before < 0 || text.charAt(before) === '\n';
}

/** Furthest look back for the first item of a list that runs on in one line, in UTF-16 units. */
const LIST_REACH = 2_000;

/** A marker of an item: what comes before its number, the number, what comes after. */
const MARKER = /^([•⁃*-]?\s?)(\d{1,2}|[a-z])(\.\)|[.)])\s/;

/**
 * `1) rope 2) knife`: a marker inside a line opens an item where the line begins with a first marker of the same
 * form.
 */
function opensListItem(text: string, at: number): boolean {
  const mine = MARKER.exec(text.slice(at, at + 8));
  if (mine === null || mine[2] === '1' || mine[2] === 'a') return false;
  const near = text.slice(Math.max(0, at - LIST_REACH), at);
  const line = near.slice(near.lastIndexOf('\n') + 1);
  const first = MARKER.exec(line.slice(0, 8));
  return (
    first !== null &&
    first[1]?.trim() === mine[1]?.trim() &&
    first[3] === mine[3] &&
    /\d/.test(first[2] ?? '') === /\d/.test(mine[2] ?? '')
  );
}

/** A later item's own number: with or without a bullet before it. */
const continuesList = (text: string, at: number): boolean =>
  opensListItem(text, at) || opensListItem(text, at - 2);

/** A small letter opens a sentence where it belongs to a name: `iPhone`, `eBay`, `npm`'s cousins with a capital. */
function startsWithName(text: string, next: number): boolean {
  return /^\p{Ll}{1,2}\p{Lu}/u.test(wordAt(text, next));
}

/** A dash or a bracket opens a clause: the cut before it is as good as one after a comma. */
function opensClause(text: string, next: number): boolean {
  const char = text.charAt(next);
  return char === '(' || char === '—' || char === '–' || char === '→';
}

const isOpeningWord = (letter: string, habits: ProseHabits): boolean =>
  letter === '' || isUpper(letter) || (habits.lowerCase && isLower(letter));

function firstLetter(text: string, from: number): string {
  let at = from;
  while (at < text.length && OPENING.includes(text.charAt(at))) at += 1;
  return at < text.length ? String.fromCodePoint(pointAt(text, at)) : '';
}

function wordBefore(text: string, end: number): string {
  let start = end;
  while (
    start > 0 &&
    end - start < 24 &&
    !isWordEdge(text.charCodeAt(start - 1)) &&
    text.charAt(start - 1) !== '/'
  )
    start -= 1;
  return text.slice(start, end);
}

function wordAt(text: string, from: number): string {
  let start = from;
  while (start < text.length && OPENING.includes(text.charAt(start))) start += 1;
  let end = start;
  while (end < text.length && end - start < 24 && /[\p{L}\p{N}’'-]/u.test(text.charAt(end))) end += 1;
  return text.slice(start, end).replace(/[’'].*$/, '');
}
