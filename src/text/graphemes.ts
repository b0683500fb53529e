import { eachRange } from './code-ranges.ts';

/**
 * Code units that are graphemes by themselves: a grapheme always ends between two of them. Latin, Greek, Cyrillic, punctuation,
 * symbols, kana, ideographs, Hangul syllables; not the carriage return, combining marks, joiners, surrogates. All other scripts
 * are left to `Intl.Segmenter`. Source: https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundary_Rules
 */
const SIMPLE =
  '0-c e-2ff 370-482 48a-590 1e00-1fff 2010-2027 2030-205f 2070-20cf 2100-2cee 2e80-3029 3030-3098 309b-a66e ' +
  'ac00-d7a3 f900-faff ff01-ff9d';

const simple = new Uint8Array(0x10000);
eachRange(SIMPLE, (from, to) => simple.fill(1, from, to + 1));

let segmenter: Intl.Segmenter | undefined;

/**
 * Counts the graphemes (extended grapheme clusters) in a text, as Bluesky and Mastodon do. Linear; fast without marks, joiners
 * or emoji.
 */
export function graphemeCount(text: string): number {
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const end = plainEnd(text, at);
    count += end - at;
    at = end;
    if (at === text.length) break;
    const after = mixedEnd(text, at);
    for (const _ of segments(text.slice(at, after))) count++;
    at = after;
  }
  return count;
}

/**
 * Lists the boundaries between the graphemes of a text, as UTF-16 offsets, ascending, including its start and its end; the
 * empty text has only 0.
 */
export function graphemeBoundaries(text: string): number[] {
  const places = [0];
  let at = 0;
  while (at < text.length) {
    const end = plainEnd(text, at);
    while (at < end) places.push(++at);
    if (at === text.length) break;
    const after = mixedEnd(text, at);
    for (const { segment } of segments(text.slice(at, after))) {
      at += segment.length;
      places.push(at);
    }
  }
  return places;
}

/**
 * Running totals of `graphemeCount`, one entry more than the text has UTF-16 units: `totals[k] - totals[j]` is the number of
 * graphemes in `text.slice(j, k)`, if both are boundaries. A grapheme counts at its first unit.
 */
export function graphemeTotals(text: string): Uint32Array {
  const totals = new Uint32Array(text.length + 1);
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const end = plainEnd(text, at);
    while (at < end) totals[++at] = ++count;
    if (at === text.length) break;
    const after = mixedEnd(text, at);
    for (const { segment } of segments(text.slice(at, after))) {
      totals.fill(++count, at + 1, at + segment.length + 1);
      at += segment.length;
    }
  }
  return totals;
}

/** Counts the bytes of a text in UTF-8; an unpaired surrogate takes 3, like the replacement character sent for it. */
export function utf8Length(text: string): number {
  return Buffer.byteLength(text);
}

/**
 * Running totals of `utf8Length`, one entry more than the text has UTF-16 units: entry `k` is the byte offset of the unit `k`.
 * A surrogate pair counts at its first unit.
 */
export function utf8Totals(text: string): Uint32Array {
  const totals = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isPair(text, at, code)) {
      bytes += 4;
      totals[++at] = bytes;
    } else bytes += utf8Size(code);
    totals[at + 1] = bytes;
  }
  return totals;
}

function isPair(text: string, at: number, code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

/** Returns the last place after `at`, a boundary, up to which each unit is certainly a grapheme. */
function plainEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isSimple(text, end)) end++;
  // A following mark belongs to the last of them.
  return end < text.length && end > at ? end - 1 : end;
}

/** Returns the next certain boundary after `at`: one between two simple units. */
function mixedEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && !(isSimple(text, end - 1) && isSimple(text, end))) end++;
  return end;
}

function isSimple(text: string, at: number): boolean {
  return simple[text.charCodeAt(at)] === 1;
}

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

function utf8Size(point: number): 1 | 2 | 3 | 4 {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
