import { describe, expect, it } from 'vitest';
import { graphemeCount, graphemeTotals, utf8Totals } from '../../src/text/graphemes.ts';
import { xCashtags } from '../../src/text/x/cashtags.ts';
import { xHashtags } from '../../src/text/x/hashtags.ts';
import { xLinks } from '../../src/text/x/links.ts';
import { xMentions } from '../../src/text/x/mentions.ts';
import { xTotals, xWeight } from '../../src/text/x/weight.ts';
import { HOSTILE } from '../text/x/hostile-strings.ts';

const work: readonly ((text: string) => unknown)[] = [
  ...[xWeight, xTotals, xLinks, xMentions, xHashtags, xCashtags, graphemeCount, graphemeTotals, utf8Totals],
];

/** The lesser of two times in ms, of the processor and not of the clock: a busy machine is no slower by it. */
function least(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2; round++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const repeated = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));

describe('xWeight', () => {
  it.each(HOSTILE)('takes less than a second for a megabyte of %j', (piece) => {
    const text = repeated(piece, 1_000_000);
    expect(least(() => xWeight(text))).toBeLessThan(1_000);
  });
});

describe.each(work.map((run) => [run.name, run] as const))('%s', (_, run) => {
  it.each(HOSTILE)('is linear on %j', (piece) => {
    const text = repeated(piece, 200_000);
    const once = least(() => run(text));
    const twice = least(() => run(text + text));
    // Twice the text may take twice the time; the rest is for a busy machine and its garbage collector.
    expect(twice).toBeLessThan(4 * once + 50);
  });
});
