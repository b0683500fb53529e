import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import type { PostSentence } from './post-sentences.ts';
import { stemsOf, wordsOf } from './words.ts';

/** The most words between an article and the end of its noun: `the old brass lamp`. */
const MOST_WORDS = 3;

/**
 * Finds what each sentence names as known although only an earlier sentence introduced it, as stems: `We bought a lamp. … The
 * lamp leaks.` Readers of a summary that lacks the first one don't know which lamp. As a sentence's first words, a thing is also
 * known from the sentence before: `Everybody needs lamp oil. The lamp leaks.` One set per sentence, in order.
 */
export function knownThings(
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): ReadonlySet<string>[] {
  const { articles } = PHRASES[language];
  const introduced = new Set<string>();
  return sentences.map(({ text, index, paragraph }) => {
    const known = new Set<string>();
    if (articles === undefined) return known;
    const own = new Set(wordsAfter(text, articles.indefinite).map(({ word }) => word));
    const before = sentences[index - 1];
    const justTold = before?.paragraph === paragraph ? wordsOf(before.text) : [];
    for (const { word, rest, opens } of wordsAfter(text, articles.definite)) {
      const isKnown = introduced.has(word) || (opens && justTold.includes(word));
      // `the lamp that we bought` says which lamp.
      if (!isKnown || own.has(word) || articles.specified.test(rest)) continue;
      for (const stem of stemsOf(word)) known.add(stem);
    }
    for (const word of own) introduced.add(word);
    return known;
  });
}

/** A word in lower case, the text directly after it, and whether it is the first one of a sentence after its article. */
type Word = { readonly word: string; readonly rest: string; readonly opens: boolean };

/** Returns the words after each article, up to a function word or a mark. */
function wordsAfter(text: string, article: RegExp): Word[] {
  return [...text.matchAll(article)].flatMap(({ index, 0: found }) => {
    const words: Word[] = [];
    let at = index + found.length;
    for (let count = 0; count < MOST_WORDS; count += 1) {
      const word = /^ ?[\p{L}\p{N}’'-]+/u.exec(text.slice(at, at + 60))?.[0];
      if (word === undefined || stemsOf(word).length === 0) break;
      at += word.length;
      words.push({
        word: word.trim().toLowerCase(),
        rest: text.slice(at, at + 20),
        opens: index === 0 && count === 0,
      });
    }
    return words;
  });
}
