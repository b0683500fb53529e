import { isBlogKey } from './blog-keys.ts';

const plain = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '');

/** What opens the keys of a blog for cards and search engines: `ogSummary`, `seo_title`. */
const OF_CARDS = /^(?:og|fb|seo|meta|twitter|social)(?=[-_:A-Z])/;

/** Keys that a misspelt one may mean, each with the form in which keys are compared. */
export type KnownKeys = readonly { readonly key: string; readonly meant: string }[];

/** Prepares keys for {@link nearKey}. */
export const knownKeys = (keys: readonly string[]): KnownKeys =>
  keys.map((key) => ({ key, meant: plain(key) }));

/**
 * Returns the known key that a misspelt one most likely means: equal except for case, hyphens and underscores, or one edit away
 * (two if both have six letters or more).
 */
export function nearKey(key: string, known: KnownKeys): string | undefined {
  const written = plain(key);
  const same = known.find(({ meant }) => meant === written);
  if (same !== undefined) return same.key;
  if (isBlogKey(key) || OF_CARDS.test(key) || key.length < 4 || key.length > 30) return undefined;
  let best: string | undefined;
  let fewest = 3;
  for (const { key: candidate, meant } of known) {
    const tooMany = Math.min(fewest, Math.min(candidate.length, written.length) < 6 ? 2 : 3);
    if (candidate.length < 4 || Math.abs(meant.length - written.length) >= tooMany) continue;
    const slips = slipsBetween(written, meant, tooMany);
    if (slips < tooMany) {
      best = candidate;
      fewest = slips;
    }
  }
  return best;
}

/**
 * Counts letters added, dropped, changed, or swapped with their neighbour (optimal string alignment distance), up to
 * `most`.
 */
function slipsBetween(from: string, to: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = from.charAt(row - 1) === to.charAt(column - 1) ? 0 : 1;
      const swapped =
        from.charAt(row - 1) === to.charAt(column - 2) && from.charAt(row - 2) === to.charAt(column - 1);
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + changed,
          swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...current, ...last) >= most) return most;
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
