import { LANGUAGES, type LanguageCode } from '../../languages/languages.ts';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Scripts that write no spaces: their words are taken as pairs of neighbouring characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text in small letters, as they stand. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
}

/** How many characters of a script without spaces say as much as a word of English. */
const CHARACTERS_OF_WORD = 2;

/** How long a text is, in words; scripts without spaces are counted by what their characters say. */
export function wordCount(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(WORD))
    count += UNSPACED.test(word) ? Math.ceil(word.length / CHARACTERS_OF_WORD) : 1;
  return count;
}

/** The stems of the words of a text that carry meaning: function words out, endings off. */
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

/** Languages whose function words are no stems, whatever the language of a post: people mix them. */
const MIXED: readonly LanguageCode[] = ['en', 'de', 'fr', 'es'];

const ALL_STOP_WORDS = new Set(MIXED.flatMap((code) => LANGUAGES[code].stopWords.split(' ')));

/** Endings by falling length, and how much of a word must be left; light, so that it does little harm to any language. */
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
