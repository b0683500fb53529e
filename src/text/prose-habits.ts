import type { LanguageCode } from '../languages/languages.ts';
import { guessLanguage, knownLanguage } from './guess-language.ts';
import { isLower, isUpper } from './words-around.ts';

/** How an author writes, as far as it affects sentence ends. */
export type ProseHabits = {
  /** Whether the author begins sentences in lower case, so that a lower-case letter proves nothing. */
  readonly lowerCase: boolean;
  /** Whether the author begins some paragraphs in lower case; then a sentence in them may begin so, too. */
  readonly oftenLower?: boolean;
  /** Capital letters that are words of the text, as a language or a vitamin is: a full stop after them may end a sentence. */
  readonly letters?: ReadonlySet<string>;
  readonly language: LanguageCode;
};

/** How much of a text is read, in UTF-16 units: enough to know how its author writes. */
const LOOKED_AT = 20_000;

/**
 * Detects how an author writes. If most sentences begin in lower case, the author does not use capitals; quotations don't
 * count.
 *
 * @param language - the text's language as its author names it: `de-AT`. Guessed if absent or unknown.
 */
export function proseHabits(text: string, language?: string): ProseHabits {
  const sample = text.slice(0, LOOKED_AT);
  const own = openings(withoutQuotations(sample));
  const { lower, upper } = own.lower + own.upper > 0 ? own : openings(sample);
  return {
    lowerCase: lower > upper,
    oftenLower: beginsLow(sample),
    letters: lettersIn(sample),
    language: knownLanguage(language) ?? guessLanguage(sample),
  };
}

/** The fewest paragraphs in lower case, and their least share, of an author who begins some so. */
const FEWEST_LOW = 4;
const SHARE_OF_LOW = 0.2;

/** Whether many paragraphs of several sentences, or that end one, begin in lower case. */
function beginsLow(sample: string): boolean {
  const openings = sample.match(/(?<=^|\n\n)\p{L}(?=[^\n]*[.!?…])/gu) ?? [];
  const low = openings.filter(isLower).length;
  return low >= FEWEST_LOW && low >= SHARE_OF_LOW * openings.length;
}

/** How often a capital letter stands alone where it is a word; “A” and “I” are others. */
const OFTEN = 2;

function lettersIn(sample: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [, letter = ''] of sample.matchAll(/(?<=[\p{Ll},] )([B-HJ-Z])(?=[ ,] ?\p{Ll})/gu))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= OFTEN).map(([letter]) => letter));
}

function openings(text: string): { lower: number; upper: number } {
  let lower = 0;
  let upper = 0;
  const opening = /[\p{L}\p{N}][.!?]["”’)]?\s+(\p{L})|(?:^|\n)\s*(\p{L})/gu;
  for (const match of text.matchAll(opening)) {
    const letter = match[1] ?? match[2] ?? '';
    if (isUpper(letter)) upper += 1;
    else if (isLower(letter)) lower += 1;
  }
  return { lower, upper };
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"' };

/** Removes `>` lines and quoted text. */
function withoutQuotations(text: string): string {
  const bare = text.replace(/^[ \t]*>.*$/gm, '');
  const pieces: string[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  for (const { 0: mark, index } of bare.matchAll(/[“„«"]/g)) {
    if (index < from || unclosed.has(mark)) continue;
    const end = bare.indexOf(CLOSING[mark] ?? mark, index + 1);
    if (end < 0) {
      unclosed.add(mark);
      continue;
    }
    pieces.push(bare.slice(from, index));
    from = end + 1;
  }
  pieces.push(bare.slice(from));
  return pieces.join('“”');
}
