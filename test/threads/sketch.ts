import { BREAK, type BreakName } from '../../src/text/break-list.ts';
import type { Costs } from '../../src/threads/cut-costs.ts';
import { optimise, type Problem } from '../../src/threads/optimise.ts';

/** The limit that sketches are cut by. */
export const SKETCH_LIMIT = 280;

/**
 * Cuts a sketch of a text in the style `tidy`: the lengths of its pieces (`p`: with a picture), and what stands between them; `*` marks a
 * place where the thread was cut before, `/` one where it is cut now (those of the argument count for nothing).
 *
 *     cutSketch('120 sentence 140 clause 90')  →  '120 sentence/ 140 clause 90'
 */
export function cutSketch(sketch: string, costs?: Costs): string {
  const words = sketch.replaceAll('/', '').split(' ');
  const cuts = optimise(problemOf(words), 'tidy', costs);
  for (const at of cuts.slice(0, -1)) words[2 * at - 1] += '/';
  return words.join(' ');
}

function problemOf(words: readonly string[]): Problem {
  const pieces = words.filter((_, at) => at % 2 === 0);
  const lengths = pieces.map((piece) => Number(piece.replace('p', '')));
  const between = words.filter((_, at) => at % 2 === 1);
  const count = lengths.length + 1;
  const totals = new Float64Array(count);
  for (const [at, length] of lengths.entries()) totals[at + 1] = (totals[at] ?? 0) + length;
  const codes = between.map((word) => BREAK[word.replace('*', '') as BreakName]);
  if (!lengths.every((length) => length > 0 && length <= SKETCH_LIMIT) || codes.includes(undefined as never))
    throw new Error(`no sketch: ${words.join(' ')}`);
  return {
    count,
    codes: Uint8Array.from([BREAK.forced, ...codes, BREAK.forced]),
    constraints: [{ before: totals, after: totals, limit: SKETCH_LIMIT }],
    linkedFrom: new Int32Array(count),
    picturedFrom: picturedFrom(pieces),
    linkCost: 0,
    keeps: Uint8Array.from([0, ...between.map((word) => (word.endsWith('*') ? 1 : 0)), 0]),
  };
}

/** For each break, how many breaks are at or before the last picture above it. */
const picturedFrom = (pieces: readonly string[]): Int32Array =>
  Int32Array.from([
    0,
    ...pieces.map((_, at) => pieces.slice(0, at + 1).findLastIndex((piece) => piece.endsWith('p')) + 1),
  ]);
