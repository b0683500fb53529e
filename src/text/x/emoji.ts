import { pointAt } from '../code-point.ts';
import { eachRange } from '../code-ranges.ts';
import { once } from '../lazy.ts';
import * as data from './emoji-table.ts';

const SELECTOR = 0xfe0f;
const JOINER = 0x200d;
const KEYCAP = 0x20e3;

const TAKES_SELECTOR = 1;
const TAKES_SKIN_TONE = 2;
const TAKES_KEYCAP = 4;
const TAKES_SIGN = 8;
const TAKES_TONE_AND_SIGN = 16;
const TAKES_SELECTOR_AND_SIGN = 32;
const TAKES_TRADE = 64;
const STARTS_SEQUENCE = 128;

/** Code points below this, and those of the emoji blocks from U+1F000, have a row in the table. */
const BMP_ROWS = 0x3400;
const ASTRAL_FROM = 0x1f000;

const row = (point: number): number => (point < BMP_ROWS ? point : point - ASTRAL_FROM + BMP_ROWS);
const numbers = (codes: string): number[] => codes.split('-').map((code) => Number.parseInt(code, 16));

function build(): Uint8Array {
  const table = new Uint8Array(BMP_ROWS + 0x1000);
  const mark = (ranges: string, bit: number): void =>
    eachRange(ranges, (from, to) => {
      for (let point = from; point <= to; point++) table[row(point)] = (table[row(point)] ?? 0) | bit;
    });
  mark(data.TAKES_SELECTOR, TAKES_SELECTOR);
  mark(data.TAKES_SKIN_TONE, TAKES_SKIN_TONE);
  mark(data.TAKES_KEYCAP, TAKES_KEYCAP);
  mark(data.TAKES_SIGN, TAKES_SIGN);
  mark(data.TAKES_TONE_AND_SIGN, TAKES_TONE_AND_SIGN);
  mark(data.TAKES_SELECTOR_AND_SIGN, TAKES_SELECTOR_AND_SIGN);
  mark(data.TAKES_TRADE, TAKES_TRADE);
  for (const sequence of data.SEQUENCES.trim().split(/\s+/)) {
    const first = numbers(sequence)[0] ?? 0;
    table[row(first)] = (table[row(first)] ?? 0) | STARTS_SEQUENCE;
  }
  return table;
}

const emojiTable = once(build);
const sequencesByStart = once(() =>
  Map.groupBy(
    data.SEQUENCES.trim()
      .split(/\s+/)
      .map((sequence) => String.fromCodePoint(...numbers(sequence))),
    (sequence) => pointAt(sequence, 0),
  ),
);
const knownFlags = once((): ReadonlySet<string> => new Set(data.FLAGS.trim().split(/\s+/)));
const tradePoints = once(() => {
  const trades = new Set<number>();
  eachRange(data.TRADES, (from, to) => {
    for (let point = from; point <= to; point++) trades.add(point);
  });
  return trades;
});

/** Sets, in a table by code units, those to 0 that an emoji of more than one code unit can start with. */
export function clearEmojiStarts(weights: Uint8Array): void {
  const table = emojiTable();
  for (let code = 0; code < BMP_ROWS; code++) if (table[code] !== 0) weights[code] = 0;
  weights.fill(0, 0xd83c, 0xd83f);
}

/**
 * Returns where the emoji that starts at `at` ends, as X counts emoji: only sequences in its list are one. Anything else ends
 * after one code point, or one code unit for an unpaired surrogate.
 *
 *     👩‍🔬 is one emoji; 👩‍🌾🏽 is two, 🧑‍🔬 three: the list dates from 2018
 */
export function emojiEnd(text: string, at: number): number {
  const point = pointAt(text, at);
  const end = at + (point > 0xffff ? 2 : 1);
  if (point >= BMP_ROWS && (point < ASTRAL_FROM || point > 0x1ffff)) return end;
  if (isIndicator(point)) return isFlag(point, pointAt(text, end)) ? end + 2 : end;
  const can = emojiTable()[row(point)] ?? 0;
  if (can === 0) return end;
  const next = text.charCodeAt(end);
  if (next === JOINER) return joinedEnd(text, at, end, TAKES_SIGN) ?? end;
  if ((can & STARTS_SEQUENCE) !== 0) {
    const found = sequenceEnd(text, at, point);
    if (found !== undefined) return found;
  }
  if (next === SELECTOR) {
    const after = text.charCodeAt(end + 1);
    if ((can & TAKES_KEYCAP) !== 0) return after === KEYCAP ? end + 2 : end;
    if ((can & TAKES_SELECTOR) === 0) return end;
    if (after === JOINER && (can & TAKES_SELECTOR_AND_SIGN) !== 0) {
      const found = signEnd(text, end + 1);
      if (found !== undefined) return found;
    }
    return (can & TAKES_SKIN_TONE) !== 0 && isSkinTone(text, end + 1) ? end + 3 : end + 1;
  }
  if (next === KEYCAP) return (can & TAKES_KEYCAP) !== 0 ? end + 1 : end;
  if (!isSkinTone(text, end)) return end;
  const toned = (can & TAKES_SKIN_TONE) !== 0 ? end + 2 : end;
  return text.charCodeAt(end + 2) === JOINER
    ? (joinedEnd(text, at, end + 2, TAKES_TONE_AND_SIGN) ?? toned)
    : toned;
}

/** Returns the end of an emoji with a joiner at `joiner`; undefined if what follows the joiner does not form one. */
function joinedEnd(text: string, at: number, joiner: number, sign: number): number | undefined {
  const point = pointAt(text, at);
  const can = emojiTable()[row(point)] ?? 0;
  if ((can & TAKES_TRADE) !== 0) {
    const trade = pointAt(text, joiner + 1);
    if (tradePoints().has(trade)) {
      if (trade > 0xffff) return joiner + 3;
      if (text.charCodeAt(joiner + 2) === SELECTOR) return joiner + 3;
    }
  }
  if ((can & sign) !== 0) {
    const found = signEnd(text, joiner);
    if (found !== undefined) return found;
  }
  return (can & STARTS_SEQUENCE) !== 0 ? sequenceEnd(text, at, point) : undefined;
}

function signEnd(text: string, joiner: number): number | undefined {
  const sign = text.charCodeAt(joiner + 1);
  return (sign === 0x2640 || sign === 0x2642) && text.charCodeAt(joiner + 2) === SELECTOR
    ? joiner + 3
    : undefined;
}

function sequenceEnd(text: string, at: number, point: number): number | undefined {
  for (const sequence of sequencesByStart().get(point) ?? [])
    if (text.startsWith(sequence, at)) return at + sequence.length;
  return undefined;
}

function isSkinTone(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0xd83c) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdffb && low <= 0xdfff;
}

function isIndicator(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}

function isFlag(first: number, second: number): boolean {
  if (!isIndicator(second)) return false;
  return knownFlags().has(String.fromCharCode(first - 0x1f1a5, second - 0x1f1a5));
}
