import { describe, expect, it } from 'vitest';
import { xLinks } from '../../../src/text/x/links.ts';
import { xWeight } from '../../../src/text/x/weight.ts';
import { HOSTILE } from './hostile-strings.ts';

/** The least of some times, in ms: the others are those of a busy machine. */
function least(times: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < times; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('hostile text', () => {
  it('of a megabyte of `a.a.a.a…` is measured in under a second', () => {
    const text = 'a.'.repeat(500_000);
    expect(least(3, () => xWeight(text))).toBeLessThan(1_000);
    expect(xWeight(text)).toBe(1_000_000);
  });

  it('of 200,000 marks piled on one letter is measured, where `normalize` alone takes a minute', () => {
    const text = `x${'\u0301\u0323'.repeat(100_000)}`;
    expect(xWeight(text)).toBe(200_001);
  });

  it.each(HOSTILE)('%j repeated 10,000 times is measured, and its links found, in no time', (piece) => {
    const text = piece.repeat(10_000);
    const spent = least(1, () => [xWeight(text), xLinks(text)]);
    expect(spent).toBeLessThan(1_000);
  });
});
