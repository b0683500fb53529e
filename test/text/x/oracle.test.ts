import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xLinks } from '../../../src/text/x/links.ts';
import { xWeight } from '../../../src/text/x/weight.ts';
import { disagreements, REASONS } from './oracle.ts';
import { xStrings, xStringsWithNewerLinks } from './x-strings.ts';

const unexplained = (text: string) => disagreements(text).filter(({ reason }) => reason === undefined);

describe('the rules of X, against twitter-text', () => {
  it('hold on 8,000 strings without one disagreement', () => {
    fc.assert(
      fc.property(xStrings, (text) => {
        expect(disagreements(text)).toEqual([]);
      }),
      { numRuns: 8_000 },
    );
  }, 60_000);

  it('differ on newer top-level domains alone', () => {
    fc.assert(
      fc.property(xStringsWithNewerLinks, (text) => {
        expect(unexplained(text)).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  }, 60_000);

  it.each([
    ['newer-tld', 'example.amazon'],
    ['throws', `http://${'a'.repeat(4_000)}\u{10ffff}.com`],
  ] as const)('differ because of %s, and only as the table says', (reason, text) => {
    const found = disagreements(text);
    expect(new Set(found.map((one) => one.reason))).toEqual(new Set([reason]));
    expect(REASONS[reason]).toMatch(/\w/);
    // Whatever came before, the next text is measured from its beginning.
    expect(disagreements('https://example.com/a/rather/long/path?with=a&query=too')).toEqual([]);
  });

  it('answer where the package throws', () => {
    const label = `${'a'.repeat(4_000)}\u{10ffff}`;
    expect(xLinks(`http://${label}.com`)).toEqual([]);
    expect(xWeight(`http://${label}.com`)).toBe(7 + 4_000 + 2 + 4);
  });
});
