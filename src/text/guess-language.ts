import type { WordList } from '../languages/language.ts';
import { LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { NEIGHBOURS } from '../languages/neighbours.ts';
import { once } from './lazy.ts';
import { wordSet } from './word-set.ts';

/** How much of a text is read at most, and at once, in UTF-16 units. */
const LOOKED_AT = 5_000;
const STEP = 1_000;

/** A language is certain once it has so many function words, and so many times those of any other language. */
const ENOUGH = { words: 30, times: 3 };

const CODES = Object.keys(LANGUAGES) as LanguageCode[];

/** The languages that are told apart, and the code by whose rules each is read. */
const TOLD: readonly { readonly stopWords: WordList; readonly readAs: LanguageCode }[] = [
  ...CODES.map((code) => ({ stopWords: LANGUAGES[code].stopWords, readAs: code })),
  ...NEIGHBOURS,
];

/** The languages of each function word, as places in {@link TOLD}. */
const owners = once(() => {
  const found = new Map<string, number[]>();
  for (const [at, { stopWords }] of TOLD.entries())
    for (const word of wordSet(stopWords)) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [at]);
      else known.push(at);
    }
  return found;
});

/** Returns the language of a tag such as `de-AT`, if supported. */
export function knownLanguage(tag: string | undefined): LanguageCode | undefined {
  const code = tag?.slice(0, 2).toLowerCase() ?? '';
  return Object.hasOwn(LANGUAGES, code) ? (code as LanguageCode) : undefined;
}

/**
 * Guesses a text's language from its function words; English if it has none, or as many English ones. A word shared by several
 * languages counts for each by its share. A language without rules is read as its row in `NEIGHBOURS` says.
 */
export function guessLanguage(text: string): LanguageCode {
  const shares = new Float64Array(TOLD.length);
  for (let from = 0; from < Math.min(text.length, LOOKED_AT); from += STEP) {
    countWords(text.slice(from, from + STEP), shares);
    const [most = 0, next = 0] = shares.toSorted().reverse();
    if (most >= ENOUGH.words && most >= next * ENOUGH.times) break;
  }
  // English, which is first, wins a tie.
  return TOLD[shares.indexOf(Math.max(...shares))]?.readAs ?? 'en';
}

function countWords(text: string, shares: Float64Array): void {
  const known = owners();
  for (const word of text.toLowerCase().match(/[\p{L}’']+/gu) ?? []) {
    const places = known.get(word);
    if (places === undefined) continue;
    for (const at of places) shares[at] = (shares[at] ?? 0) + 1 / places.length;
  }
}
