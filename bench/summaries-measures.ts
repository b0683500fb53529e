import { sameSentence } from './summaries-reference.ts';

/** Precision, recall and their harmonic mean. */
export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

const scoreOf = (hits: number, found: number, wanted: number, hitsOfWanted = hits): Score => {
  const precision = found === 0 ? 0 : hits / found;
  const recall = wanted === 0 ? 0 : hitsOfWanted / wanted;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
};

/** How many of the chosen sentences are among the editor's, and the other way round. */
export function f1(wanted: readonly string[], found: readonly string[]): Score {
  const hits = found.filter((sentence) => wanted.some((other) => sameSentence(sentence, other))).length;
  const recalled = wanted.filter((sentence) => found.some((other) => sameSentence(sentence, other))).length;
  return scoreOf(hits, found.length, wanted.length, recalled);
}

const words = (sentences: readonly string[]): string[] =>
  sentences
    .join(' ')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu) ?? [];

/** ROUGE-N (Lin 2004): the words, or pairs of words, that two texts share. No stemming, no stop words. */
export function rougeN(size: number, wanted: readonly string[], found: readonly string[]): Score {
  const grams = (sentences: readonly string[]): Map<string, number> => {
    const list = words(sentences);
    const counts = new Map<string, number>();
    for (let at = 0; at + size <= list.length; at += 1) {
      const gram = list.slice(at, at + size).join(' ');
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    return counts;
  };
  const [one, other] = [grams(wanted), grams(found)];
  const total = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [gram, count] of one) shared += Math.min(count, other.get(gram) ?? 0);
  return scoreOf(shared, total(other), total(one));
}

/** ROUGE-L: the longest common subsequence of words. */
export function rougeL(wanted: readonly string[], found: readonly string[]): Score {
  const [one, other] = [words(wanted), words(found)];
  let last = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const row = [0];
    other.forEach((against, at) => {
      row.push(word === against ? (last[at] ?? 0) + 1 : Math.max(last[at + 1] ?? 0, row[at] ?? 0));
    });
    last = row;
  }
  return scoreOf(last.at(-1) ?? 0, other.length, one.length);
}
