import { describe, expect, it } from 'vitest';
import { largest } from '../../src/text/largest.ts';
import { isFilled } from '../../src/threads/layout/hard-wrapped.ts';

describe('largest', () => {
  it('finds the largest number', () => {
    expect(largest([2, -1, 7, 3])).toBe(7);
    expect(largest(new Set([-2, -1]))).toBe(-1);
  });

  it('finds none in nothing', () => {
    expect(largest([])).toBe(Number.NEGATIVE_INFINITY);
  });

  it('takes more numbers than a call can', () => {
    expect(largest(Array.from({ length: 500_000 }, (_, at) => at))).toBe(499_999);
  });
});

describe('a paragraph of very many lines', () => {
  it('is read', () => {
    expect(isFilled(Array.from({ length: 300_000 }, () => 'and on along the river'))).toBe(true);
  });
});
