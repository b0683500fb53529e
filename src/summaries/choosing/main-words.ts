import type { Candidates } from './candidates.ts';

/** A stem and in how many sentences of the post it is. */
export type UsedWord = { readonly stem: string; readonly uses: number };

/** A post's main words are so many at most, … */
const MOST_MAIN = 12;
/** … each in so many sentences. */
const FEWEST_USES = 2;

/** Returns the words of a post's title. */
export function titleWords({ title, vectors }: Candidates): UsedWord[] {
  return [...title.keys()].map((stem) => ({ stem, uses: vectors.filter((own) => own.has(stem)).length }));
}

/** Returns the words that a post uses in most sentences, the first ones first. */
export function mainWords({ vectors }: Candidates): UsedWord[] {
  const uses = new Map<string, number>();
  for (const own of vectors) {
    for (const stem of own.keys()) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  }
  return [...uses]
    .map(([stem, count]) => ({ stem, uses: count }))
    .filter((word) => word.uses >= FEWEST_USES && !/^\p{N}/u.test(word.stem))
    .sort((one, other) => other.uses - one.uses)
    .slice(0, MOST_MAIN);
}
