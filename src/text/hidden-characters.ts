import type { Span } from './span.ts';

/**
 * Characters that no font shows and that can hide text: Unicode's tags (https://embracethered.com, "ASCII smuggling"), Hangul
 * fillers, the Mongolian vowel separator, the grapheme joiner, the empty Braille cell, and variation selectors.
 */
const HIDDEN =
  /(?:[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|\u034f|[\u180e\u115f\u1160\u3164\uffa0\u2800\u{e0000}-\u{e007f}])+/gu;

type Rule = {
  readonly holds: (run: string, before: string, after: string) => boolean;
  readonly why: string;
};

const SELECTORS = /^(?:[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])+$/u;

/** Legitimate uses of such characters. */
const HONEST: readonly Rule[] = [
  {
    holds: (run, before) => /^[\u{e0020}-\u{e007e}]+\u{e007f}$/u.test(run) && /\u{1f3f4}$/u.test(before),
    why: 'a black flag with tags is the flag of a region: Scotland, Wales',
  },
  {
    holds: (run, before) =>
      SELECTORS.test(run) &&
      [...run].length === 1 &&
      before !== '' &&
      !/[\s\p{Cc}\p{Cf}\p{M}]$/u.test(before),
    why: 'one selector behind a sign chooses how that sign looks',
  },
  {
    holds: (run, before, after) =>
      /^\u2800+$/u.test(run) && (/[\u2801-\u28ff]$/u.test(before) || /^[\u2801-\u28ff]/u.test(after)),
    why: 'the space of a text in Braille',
  },
  {
    holds: (run, before, after) =>
      /^[\u115f\u1160]+$/u.test(run) && (/[\u1100-\u11ff]$/u.test(before) || /^[\u1100-\u11ff]/u.test(after)),
    why: 'a filler inside an old Korean syllable',
  },
  {
    holds: (run, before) => run === '\u180e' && /[\u1800-\u18af]$/u.test(before),
    why: 'a vowel set apart in Mongolian',
  },
  {
    holds: (run, before, after) => run === '\u034f' && /\p{M}$/u.test(before) && /^\p{M}/u.test(after),
    why: 'keeps the order of two marks, as Hebrew needs it',
  },
];

/** Finds invisible characters in a text without a legitimate use. UTF-16 offsets. */
export function hiddenCharacters(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: run, index } of text.matchAll(HIDDEN)) {
    const before = text.slice(Math.max(0, index - 2), index);
    const after = text.slice(index + run.length, index + run.length + 2);
    if (!HONEST.some(({ holds }) => holds(run, before, after)))
      spans.push({ start: index, end: index + run.length });
  }
  return spans;
}

/** Decodes hidden characters that are Unicode's tags: invisible copies of letters. */
export function hiddenWords(run: string): string {
  return [...run]
    .map((sign) => (sign.codePointAt(0) ?? 0) - 0xe0000)
    .filter((code) => code >= 0x20 && code < 0x7f)
    .map((code) => String.fromCharCode(code))
    .join('');
}
