import { once } from '../lazy.ts';
import { classesAt, classOf, NO_TLD_BEFORE } from './char-classes.ts';
import { KNOWN_TLDS, NEWER_TLDS } from './tlds.ts';

const HYPHEN = 45;

const words = (list: string): string[] => list.trim().split(/\s+/);
const isAscii = (word: string): boolean => /^[a-z]+$/.test(word);

/** Folds a letter as a case-insensitive regexp (without the flag `u`) does: upper case, one unit for one. */
function fold(letter: string): string {
  const upper = letter.toUpperCase();
  if (upper.length !== 1 || (letter >= '\u0080' && upper < '\u0080')) return letter;
  return upper;
}
const foldAll = (word: string): string =>
  Array.from({ length: word.length }, (_, i) => fold(word.charAt(i))).join('');

/** Up to this length, a word's letters as digits of base 27 are an exact number. */
const PACKED = 11;
/** Slots of the hash table; a power of two, about five per word. */
const SLOTS = 8192;

/**
 * The ASCII domains by a number made of their letters, so that lookups create no strings: 1 for known, 2 for newer. The few
 * longer ones are in a set.
 */
function asciiTlds(): {
  keys: Float64Array;
  ages: Uint8Array;
  long: ReadonlyMap<string, number>;
  longest: number;
} {
  const keys = new Float64Array(SLOTS);
  const ages = new Uint8Array(SLOTS);
  const long = new Map<string, number>();
  const add = (list: string, age: number): void => {
    for (const word of words(list).filter(isAscii)) {
      if (word.length > PACKED) long.set(word, age);
      let key = 0;
      let hash = 0;
      for (let i = 0; i < word.length; i++) {
        const digit = word.charCodeAt(i) - 96;
        key = key * 27 + digit;
        hash = (Math.imul(hash, 31) + digit) | 0;
      }
      let slot = hash & (SLOTS - 1);
      while (keys[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      keys[slot] = key;
      ages[slot] = word.length > PACKED ? 0 : age;
    }
  };
  add(KNOWN_TLDS, 1);
  add(NEWER_TLDS, 2);
  return { keys, ages, long, longest: Math.max(...[...long.keys()].map((word) => word.length)) };
}
const ascii = once(asciiTlds);

type Foreign = { readonly folded: string; readonly newer: boolean };

/** The others by their folded first letter; longest first, in twitter-text's order. */
function foreignTlds(): ReadonlyMap<string, readonly Foreign[]> {
  const found = new Map<string, Foreign[]>();
  const add = (list: string, newer: boolean): void => {
    for (const word of words(list).filter((entry) => !isAscii(entry))) {
      const folded = foldAll(word);
      const first = folded.charAt(0);
      found.set(first, [...(found.get(first) ?? []), { folded, newer }]);
    }
  };
  add(KNOWN_TLDS, false);
  add(NEWER_TLDS, true);
  for (const list of found.values()) list.sort((a, b) => b.folded.length - a.folded.length);
  return found;
}
const foreign = once(foreignTlds);

/**
 * Returns where the top-level domain that starts at `at` ends: positive for one that twitter-text knows, negative for one
 * delegated later, 0 for none. Reads nothing from `limit` on.
 *
 *     example.com/about        example.amazon
 *             at^  ^11                at^     ^-14
 */
export function tldEnd(text: string, at: number, limit: number): number {
  const { long, longest } = ascii();
  let end = at;
  let key = 0;
  let hash = 0;
  let next = end < limit ? text.charCodeAt(end) : 0;
  while (isAsciiLetter(next)) {
    const digit = (next | 32) - 96;
    key = key * 27 + digit;
    hash = (Math.imul(hash, 31) + digit) | 0;
    end++;
    if (end - at > longest) return 0;
    next = end < limit ? text.charCodeAt(end) : 0;
  }
  const length = end - at;
  if (length >= 2 && (end >= limit || (classOf(next) & NO_TLD_BEFORE) === 0)) {
    const age = length > PACKED ? (long.get(text.slice(at, end).toLowerCase()) ?? 0) : ageOf(key, hash);
    if (age !== 0) return age === 1 ? end : -end;
  }
  if (next > 127) {
    const found = foreignEnd(text, at, limit);
    if (found !== 0) return found;
  }
  return length === 2 && next === HYPHEN ? punycodeEnd(text, at, limit) : 0;
}

function ageOf(key: number, hash: number): number {
  const { keys, ages } = ascii();
  for (let slot = hash & (SLOTS - 1); keys[slot] !== 0; slot = (slot + 1) & (SLOTS - 1))
    if (keys[slot] === key) return ages[slot] ?? 0;
  return 0;
}

function foreignEnd(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  const first = text.charAt(at);
  const candidates = foreign().get(isCaseless(code) ? first : fold(first));
  if (candidates === undefined) return 0;
  for (const { folded, newer } of candidates) {
    const end = at + folded.length;
    if (end > limit || !mayFollow(text, end, limit)) continue;
    if (foldAll(text.slice(at, end)) === folded) return newer ? -end : end;
  }
  return 0;
}

/** Any `xn--…` counts as a top-level domain, whatever follows it. */
function punycodeEnd(text: string, at: number, limit: number): number {
  let end = at + 4;
  if (end >= limit || lowerCased(text, at, end) !== 'xn--') return 0;
  while (end < limit && isPunycode(text.charCodeAt(end))) end++;
  return end > at + 4 ? end : 0;
}

function mayFollow(text: string, at: number, limit: number): boolean {
  return at >= limit || (classesAt(text, at) & NO_TLD_BEFORE) === 0;
}

/** Whether a unit is kana, an ideograph or a Hangul syllable, which are frequent and have no case to fold. */
function isCaseless(code: number): boolean {
  return (code >= 0x3040 && code < 0xa000) || (code >= 0xac00 && code < 0xd800);
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isPunycode(code: number): boolean {
  return isAsciiLetter(code) || (code >= 48 && code <= 57) || code === 45;
}

function lowerCased(text: string, from: number, to: number): string {
  return text.slice(from, to).toLowerCase();
}
