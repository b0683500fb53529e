import { describe, expect, it } from 'vitest';
import { shortBlocks } from '../../src/threads/short-blocks.ts';

/** What stands around each of some blocks of these lengths, by a limit of 280. */
function around(lengths: readonly number[]): number[] {
  const totals = new Float64Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) totals[at + 1] = (totals[at] ?? 0) + length;
  return [...shortBlocks(lengths.length + 1, () => true, totals, totals, 280)].slice(0, -1);
}

describe('how far text consists of blocks that fit a post', () => {
  it('is 1 where most do, 0 where about half do not', () => {
    expect(around([100, 200, 280, 400, 500])).toEqual([1, 1, 1, 1, 1]);
    expect(around([100, 200, 400, 500])).toEqual([0, 0, 0, 0]);
    expect(around([281])).toEqual([0]);
    expect(around([280])).toEqual([1]);
  });

  it('lies between, so that one more long block changes little', () => {
    const [some = 0] = around([...Array(55).fill(100), ...Array(45).fill(300)]);
    const [more = 0] = around([...Array(54).fill(100), ...Array(46).fill(300)]);
    expect(some).toBeCloseTo(0.6);
    expect(more).toBeCloseTo(0.4);
  });

  it('is another at the ends of a long text whose halves differ', () => {
    const shares = around([...Array(400).fill(100), ...Array(400).fill(300)]);
    expect([shares[0], shares[799]]).toEqual([1, 0]);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
  });

  it('counts what lies between two borders as one block', () => {
    const totals = Float64Array.from([0, 200, 400, 500]);
    const shares = shortBlocks(4, (at) => at !== 1, totals, totals, 280);
    expect([...shares]).toEqual([0, 0, 0, 0]);
  });
});
