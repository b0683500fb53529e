import { pointAt } from './code-point.ts';
import { isWordEdge } from './word-edge.ts';

/** The longest word that is read, in UTF-16 units: keeps hostile text linear. */
const LONGEST = 24;

/** Marks that may be between a sentence's last mark and the white space after it. German closes with “ and « too. */
export const CLOSERS = '"\'”’»›“‘«‹)]}」』】）*_`';
const OPENING = '"\'“‘«‹([{「『【（¿¡*_';

/** Returns the word that ends at `end`, including inner full stops: `e.g`, `3.2`, `Mr`. At most 24 units of it. */
export function wordBefore(text: string, end: number): string {
  let start = end;
  while (
    start > 0 &&
    end - start < LONGEST &&
    !isWordEdge(text.charCodeAt(start - 1)) &&
    text.charAt(start - 1) !== '/'
  )
    start -= 1;
  return text.slice(start, end);
}

/** Returns the word that begins at `from`, without opening quotes and brackets, and without what follows an apostrophe. */
export function wordAt(text: string, from: number): string {
  let start = from;
  while (start < text.length && isOpening(text, start)) start += 1;
  let end = start;
  while (end < text.length && end - start < LONGEST && isWordUnit(text, end)) end += 1;
  return text.slice(start, end);
}

const isOpening = (text: string, at: number): boolean =>
  !isPlainUnit(text.charCodeAt(at)) && OPENING.includes(text.charAt(at));

/** Whether a UTF-16 unit is an English letter, a digit or a hyphen. */
const isPlainUnit = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || code === 45;

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return isPlainUnit(code);
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** Returns the first character from `from` that is not an opening quote or bracket; empty at the text's end. */
export function firstLetter(text: string, from: number): string {
  let at = from;
  while (at < text.length && isOpening(text, at)) at += 1;
  return at < text.length ? String.fromCodePoint(pointAt(text, at)) : '';
}

/** Whether a letter is upper case. */
export const isUpper = (char: string): boolean => char !== char.toLowerCase();
/** Whether a letter is lower case. */
export const isLower = (char: string): boolean => char !== char.toUpperCase();

/** Whether a name such as `iPhone` begins at `next`, whose small letters say nothing about the sentence. */
export const opensName = (text: string, next: number): boolean =>
  /^\p{Ll}{1,2}\p{Lu}/u.test(wordAt(text, next));

/** Small letters with a capital, a digit or a low line behind them. */
const NAME = /^["'“‘([]{0,3}(?:\p{Ll}{1,12}[\p{Lu}\d]|\p{Ll}[\p{L}\d]{0,12}_\p{L})/u;

/** Whether a word is most likely a name: `openSUSE`, `i18n`, `memory_order`. Behind an abbreviation, it may be a part: `fig. a4`. */
export const seemsName = (text: string, next: number): boolean => NAME.test(text.slice(next, next + LONGEST));
