import { LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { once } from './lazy.ts';
import { wordSet } from './word-set.ts';

/** How much of a text is read, in UTF-16 units. */
const LOOKED_AT = 5_000;

/** The languages of each function word. */
const owners = once(() => {
  const found = new Map<string, LanguageCode[]>();
  for (const code of Object.keys(LANGUAGES) as LanguageCode[])
    for (const word of wordSet(LANGUAGES[code].stopWords)) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [code]);
      else known.push(code);
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
 * languages counts for each by its share.
 */
export function guessLanguage(text: string): LanguageCode {
  const counts = new Map<LanguageCode, number>();
  const known = owners();
  for (const word of text
    .slice(0, LOOKED_AT)
    .toLowerCase()
    .match(/[\p{L}’']+/gu) ?? []) {
    const codes = known.get(word);
    if (codes === undefined) continue;
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1 / codes.length);
  }
  let best: LanguageCode = 'en';
  for (const [code, count] of counts) if (count > (counts.get(best) ?? 0)) best = code;
  return best;
}
