import { LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { once } from './lazy.ts';
import { wordSet } from './word-set.ts';

/** How much of a text is looked at, in UTF-16 units. */
const LOOKED_AT = 20_000;

/** For each function word, the languages that have it. */
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

/** The language that a tag such as `de-AT` names, if we know it. */
export function knownLanguage(tag: string | undefined): LanguageCode | undefined {
  const code = tag?.slice(0, 2).toLowerCase() ?? '';
  return Object.hasOwn(LANGUAGES, code) ? (code as LanguageCode) : undefined;
}

/**
 * The language whose function words a text holds most of; English if it holds none, or as many of English.
 * A word that several languages share counts for each by its share.
 */
export function guessLanguage(text: string): LanguageCode {
  const counts = new Map<LanguageCode, number>();
  for (const [word] of text
    .slice(0, LOOKED_AT)
    .toLowerCase()
    .matchAll(/[\p{L}’']+/gu)) {
    const codes = owners().get(word);
    if (codes === undefined) continue;
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1 / codes.length);
  }
  let best: LanguageCode = 'en';
  for (const [code, count] of counts) if (count > (counts.get(best) ?? 0)) best = code;
  return best;
}
