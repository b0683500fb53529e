import { BREAK, type BreakList } from './break-list.ts';
import { once } from './lazy.ts';
import { lowerBound } from './lower-bound.ts';
import { QUESTION_MARKS } from './sentence-marks.ts';
import type { Span } from './span.ts';

/**
 * Marks that must not begin a line of Chinese or Japanese (kinsoku shori; W3C "Requirements for Japanese Text Layout" §3.1.7).
 */
const NEVER_FIRST =
  '、。，．・：；？！゛゜ヽヾゝゞ々ー）〕］｝〉》」』】〙〗〟’”»ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥)]}!?,.:;%％';
/** Marks that must not end one. */
const NEVER_LAST = '（〔［｛〈《「『【〘〖〝‘“«([{¥￥＄$#＃@＠';
const SENTENCE = '。！？．။។៕๚๛';
const CLAUSE = '、，；：';
const CLOSERS = '」』】）》〉”’';
const PARTICLES = 'とっのはがをにでも';

const words = once(() => new Intl.Segmenter('en', { granularity: 'word' }));

/**
 * Whether a UTF-16 unit belongs to a script without spaces between words: Thai, Lao, Burmese, Khmer, kana, Chinese characters
 * and their marks. Hangul has spaces and is not included.
 */
export function isUnspaced(code: number): boolean {
  return (
    (code >= 0x0e00 && code <= 0x0eff) ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x3001 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60)
  );
}

/**
 * Whether a space ends a phrase, in a script without spaces inside a phrase: Thai, Lao, Burmese, Khmer. It does not if it only
 * separates a number or a foreign word.
 */
export function spaceEndsPhrase(text: string, end: number, next: number): boolean {
  return isPhraseLetter(text.charCodeAt(end - 1)) && isPhraseLetter(text.charCodeAt(next));
}

/** Whether a unit is a letter or vowel sign of these scripts, not a digit. */
const isPhraseLetter = (code: number): boolean =>
  (code >= 0x0e01 && code <= 0x0e4e) ||
  (code >= 0x0e81 && code <= 0x0ece) ||
  (code >= 0x1000 && code <= 0x103f) ||
  (code >= 0x1780 && code <= 0x17dd);

/** The longest text passed to the word segmenter at once, so that its cost stays linear. */
const CHUNK = 4096;

/**
 * Adds the breaks of the unspaced text that begins at `from`, up to the next white space or `to`, and returns where it ends.
 * Words come from `Intl.Segmenter` (ICU's dictionaries); line-breaking rules keep marks in place.
 */
export function scanUnspaced(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  breaks: BreakList,
  { wholes, lead }: { readonly wholes: readonly Span[]; readonly lead: number },
): number {
  let end = from;
  while (end < to && end - from < CHUNK && !isBlank(text.charCodeAt(end))) end += 1;
  if (end < to && isLowSurrogate(text.charCodeAt(end))) end -= 1;
  let whole = lowerBound(wholes.length, (at) => (wholes[at]?.end ?? 0) > from);
  for (const { index, segment } of words().segment(text.slice(from, end))) {
    const at = from + index + segment.length;
    if (at >= end && (at >= to || isBlank(text.charCodeAt(at)))) break;
    while (whole < wholes.length && (wholes[whole]?.end ?? 0) <= at) whole += 1;
    const inWhole = (wholes[whole]?.start ?? Number.POSITIVE_INFINITY) < at;
    const code = codeAt(text, at, inWhole);
    if (code !== undefined) breaks.push(at, at, code, lead);
  }
  return Math.max(end, from + 1);
}

function codeAt(text: string, at: number, inWhole: boolean): number | undefined {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (NEVER_FIRST.includes(after) || NEVER_LAST.includes(before)) return undefined;
  if ((after === '"' && closesQuote(text, at)) || (before === '"' && !closesQuote(text, at - 1)))
    return undefined;
  if (!isUnspaced(text.charCodeAt(at - 1)) && !isUnspaced(text.charCodeAt(at))) return undefined;
  if (isTag(text, at) || isCounted(before, after)) return inWhole ? BREAK.bound : BREAK.glued;
  if (inWhole) return BREAK.whole;
  let last = at - 1;
  while (last > 0 && (CLOSERS.includes(text.charAt(last)) || text.charAt(last) === '"')) last -= 1;
  const mark = text.charAt(last);
  // A bracket, or a quotation with a particle behind it, ends inside its sentence.
  if (last < at - 1 && (text.charAt(at - 1) === '）' || PARTICLES.includes(after))) return BREAK.clause;
  if (QUESTION_MARKS.includes(mark)) return BREAK.answer;
  if (SENTENCE.includes(mark)) return BREAK.sentence;
  return CLAUSE.includes(mark) || (last < at - 1 && mark !== '') ? BREAK.clause : BREAK.word;
}

/** How far back the opening mark of a quotation in straight marks is looked for, in UTF-16 units. */
const QUOTE_REACH = 500;

/** Whether the straight mark at `at` closes a quotation of its line. */
function closesQuote(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - QUOTE_REACH), at);
  return near.slice(near.lastIndexOf('\n') + 1).split('"').length % 2 === 0;
}

/** Whether this is a number and its counter: `3年`, `第3`. */
const isCounted = (before: string, after: string): boolean =>
  (/[0-9０-９]/.test(before) && isUnspaced(after.charCodeAt(0))) ||
  (before === '第' && /[0-9０-９]/.test(after));

/** Whether this is inside a hashtag or a mention, which ends at the first character that is not a letter, digit or `_`. */
function isTag(text: string, at: number): boolean {
  if (!/[#＃@＠]/.test(text.slice(Math.max(0, at - 60), at))) return false;
  if (!/[\p{L}\p{N}\p{M}_]/u.test(text.charAt(at))) return false;
  for (let start = at - 1; start >= 0 && at - start < 60; start -= 1) {
    const char = text.charAt(start);
    if ('#＃@＠'.includes(char)) return true;
    if (!/[\p{L}\p{N}\p{M}_]/u.test(char)) return false;
  }
  return false;
}

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 0x3000;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
