import fc from 'fast-check';
import { describe, it } from 'vitest';
import { disagreements } from '../text/x/oracle.ts';
import { xStrings, xStringsWithNewerLinks } from '../text/x/x-strings.ts';

describe('the rules of X, against twitter-text', () => {
  it('hold on 200,000 strings without one disagreement', () => {
    fc.assert(
      fc.property(xStrings, (text) => disagreements(text).length === 0),
      { numRuns: 200_000 },
    );
  });

  it('differ on 100,000 more on newer top-level domains alone', () => {
    fc.assert(
      fc.property(xStringsWithNewerLinks, (text) =>
        disagreements(text).every(({ reason }) => reason === 'newer-tld'),
      ),
      { numRuns: 100_000 },
    );
  });
});
