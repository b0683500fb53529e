import { LANGUAGES, type LanguageCode } from '../../languages/languages.ts';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Scripts without spaces: pairs of neighbouring characters serve as words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Returns the words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
}

/** How many characters of a script without spaces correspond to an English word. */
const CHARACTERS_OF_WORD = 2;

/** Counts the words of a text; scripts without spaces are converted by their characters. */
export function wordCount(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(WORD))
    count += UNSPACED.test(word) ? Math.ceil(word.length / CHARACTERS_OF_WORD) : 1;
  return count;
}

/** Returns the stems of the meaningful words of a text: without function words and endings. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  for (const word of wordsOf(text)) {
    if (UNSPACED.test(word)) {
      const letters = [...word];
      if (letters.length === 1) stems.push(word);
      for (let at = 0; at + 1 < letters.length; at += 1) stems.push(`${letters[at]}${letters[at + 1]}`);
    } else if (!ALL_STOP_WORDS.has(word)) stems.push(stem(word));
  }
  return stems;
}

/** Languages whose function words are never stems, in any post: people mix them. */
const MIXED: readonly LanguageCode[] = ['en', 'de', 'fr', 'es'];

const ALL_STOP_WORDS = new Set(MIXED.flatMap((code) => LANGUAGES[code].stopWords.split(' ')));

/** Endings from long to short, and how much of a word must remain; a light stemmer, so that it harms no language. */
const ENDINGS: readonly (readonly [ending: string, rest: number])[] = [
  ["'s", 2],
  ['ings', 4],
  ['edly', 4],
  ['ing', 4],
  ['ies', 3],
  ['ed', 4],
  ['es', 4],
  ['ly', 4],
  ['en', 4],
  ['s', 3],
  ['e', 4],
  ['y', 4],
];

function stem(word: string): string {
  for (const [ending, rest] of ENDINGS) {
    if (word.length >= ending.length + rest && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}
