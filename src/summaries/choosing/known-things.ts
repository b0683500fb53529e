import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import type { PostSentence } from './post-sentences.ts';
import { stemsOf } from './words.ts';

/** The most words between an article and the end of its noun: `the old brass lamp`. */
const MOST_WORDS = 3;

/**
 * Finds what each sentence names as known although only an earlier sentence introduced it, as stems: `We bought a lamp. … The
 * lamp leaks.` Readers of a summary that lacks the first one don't know which lamp. One set per sentence, in order.
 */
export function knownThings(
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): ReadonlySet<string>[] {
  const { articles } = PHRASES[language];
  const introduced = new Set<string>();
  return sentences.map(({ text }) => {
    const known = new Set<string>();
    if (articles === undefined) return known;
    const own = wordsAfter(text, articles.indefinite);
    const introducedHere = new Set(own.map(({ word }) => word));
    for (const { word, rest } of wordsAfter(text, articles.definite)) {
      // `the lamp that we bought` says which lamp.
      if (!introduced.has(word) || introducedHere.has(word) || articles.specified.test(rest)) continue;
      for (const stem of stemsOf(word)) known.add(stem);
    }
    for (const word of introducedHere) introduced.add(word);
    return known;
  });
}

/** A word in lower case, and the text directly after it. */
type Word = { readonly word: string; readonly rest: string };

/** Returns the words after each article, up to a function word or a mark. */
function wordsAfter(text: string, article: RegExp): Word[] {
  return [...text.matchAll(article)].flatMap(({ index, 0: found }) => {
    const words: Word[] = [];
    let at = index + found.length;
    for (let count = 0; count < MOST_WORDS; count += 1) {
      const word = /^ ?[\p{L}\p{N}’'-]+/u.exec(text.slice(at, at + 60))?.[0];
      if (word === undefined || stemsOf(word).length === 0) break;
      at += word.length;
      words.push({ word: word.trim().toLowerCase(), rest: text.slice(at, at + 20) });
    }
    return words;
  });
}
