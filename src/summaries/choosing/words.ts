import { STOP_WORDS, type SummaryLanguage } from './stop-words.ts';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Scripts that write no spaces: their words are taken as pairs of neighbouring characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text in small letters, as they stand. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
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

const ALL_STOP_WORDS = new Set(Object.values(STOP_WORDS).flat());

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

/** The language of a text by its function words; English where too few tell. */
export function guessLanguage(text: string): SummaryLanguage {
  const words = wordsOf(text.slice(0, 20_000));
  let best: SummaryLanguage = 'en';
  let most = 2;
  for (const [language, list] of Object.entries(STOP_WORDS) as [SummaryLanguage, readonly string[]][]) {
    const known = new Set(list);
    const count = words.reduce((sum, word) => sum + (known.has(word) ? 1 : 0), 0);
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}
