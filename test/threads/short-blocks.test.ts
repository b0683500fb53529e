import { describe, expect, it } from 'vitest';
import { shortBlocks } from '../../src/threads/short-blocks.ts';

/** What stands around each of some blocks of these lengths, by a limit of 280. */
function around(lengths: readonly number[]): number[] {
  const totals = new Float64Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) totals[at + 1] = (totals[at] ?? 0) + length;
  return [...shortBlocks(() => true, { before: totals, after: totals, limit: 280 })].slice(0, -1);
}

describe('how far text consists of blocks that fit a post', () => {
  it('is 1 where most do, 0 where about half do not', () => {
    expect(around(Array(60).fill(280))).toEqual(Array(60).fill(1));
    expect(around(Array(60).fill(281))).toEqual(Array(60).fill(0));
  });

  it('is 1 in a text of few blocks, where one more post costs little', () => {
    expect(around([281, 500])).toEqual([1, 1]);
    expect(around(Array(40).fill(300))).toEqual(Array(40).fill(1));
    expect(around([...Array(40).fill(300), ...Array(400).fill(100)])[0]).toBe(1);
    expect(around([...Array(120).fill(300), ...Array(400).fill(100)])[0]).toBe(0);
    expect(around([...Array(120).fill(300), ...Array(40).fill(100)])[0]).toBe(0);
  });

  it('lies between, so that one more long block changes little', () => {
    const [some = 0] = around([...Array(35).fill(100), ...Array(65).fill(300)]);
    const [more = 0] = around([...Array(34).fill(100), ...Array(66).fill(300)]);
    expect(some).toBeCloseTo(0.786);
    expect(more).toBeCloseTo(0.651);
  });

  it('is another at the ends of a long text whose halves differ', () => {
    const shares = around([...Array(400).fill(100), ...Array(400).fill(300)]);
    expect([shares[0], shares[799]]).toEqual([1, 0]);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
  });

  it('counts what lies between two borders as one block', () => {
    const totals = Float64Array.from({ length: 101 }, (_, at) => at * 200);
    const whole = (count: number): number =>
      shortBlocks((at) => at % count === 0, { before: totals, after: totals, limit: 280 })[0] ?? 0;
    expect([whole(1), whole(2)]).toEqual([1, 0]);
  });
});
