import { isBlogKey } from './blog-keys.ts';

const plain = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '');

/**
 * Returns the known key that a misspelt one most likely means: equal except for case, hyphens and underscores, or one edit away
 * (two if both have six letters or more).
 */
export function nearKey(key: string, known: readonly string[]): string | undefined {
  const written = plain(key);
  const same = known.find((candidate) => plain(candidate) === written);
  if (same !== undefined) return same;
  if (isBlogKey(key) || key.length < 4 || key.length > 30) return undefined;
  let best: string | undefined;
  let fewest = 3;
  for (const candidate of known) {
    const meant = plain(candidate);
    if (candidate.length < 4 || Math.abs(meant.length - written.length) >= fewest) continue;
    const slips = slipsBetween(written, meant, fewest);
    if (slips < fewest && slips <= (Math.min(candidate.length, written.length) < 6 ? 1 : 2)) {
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
