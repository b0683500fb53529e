import fc from 'fast-check';
import twitterText from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { xLinks } from '../../../src/text/x/links.ts';
import { X_URL_WEIGHT, xTotals, xWeight } from '../../../src/text/x/weight.ts';
import { xStrings, xStringsWithNewerLinks } from './x-strings.ts';

describe('the weight of a post on X', () => {
  it.each([
    ['', 0, 'nothing'],
    ['hello', 5, 'Latin letters'],
    ['日本語', 6, 'ideographs weigh 2'],
    ['— “quoted” ‘so’', 15, 'dashes and curly quotes weigh 1'],
    ['…•→✓', 8, 'other signs weigh 2'],
    ['e\u0301', 1, 'NFC first'],
    ['\u{1d400}\u{1d401}', 4, 'mathematical letters weigh 2'],
    ['👨‍👩‍👧‍👦', 2, 'a family is one emoji'],
    ['🇩🇪👍🏽1️⃣🏳️‍🌈', 8, 'so are a flag, a skin tone, a keycap and a joined sequence'],
    ['🇩🇩', 4, 'letters that make no flag are two'],
    ['🧑‍🔬', 5, 'a sequence newer than the list of X is counted by its parts'],
    ['https://example.com/a/rather/long/path?with=a&query=too', 23, 'a URL weighs 23'],
    ['example.com', 23, 'so does a bare domain'],
    ['see README.md, lib.rs', 52, 'and a file name that looks like one'],
    ['node.js v1.2.3', 14, 'but not every file name or version'],
    ['http://localhost:3000', 21, 'a host without a top-level domain is no URL'],
    ['(example.com/a_(b)).', 26, 'parentheses and full stops around a URL are not in it'],
    ['example.com/1️⃣', 27, 'a keycap at the end of a URL is torn'],
    ['\ud83d', 2, 'an unpaired surrogate weighs 2'],
    ['\ufeff\u200b\u200e', 5, 'invisible characters weigh what their range does'],
  ])('of %j is %i: %s', (text, weight) => {
    expect(xWeight(text)).toBe(weight);
    expect(twitterText.parseTweet(text).weightedLength).toBe(weight);
  });

  it('takes a string that is a slice of a longer one by its own end', () => {
    const text = 'a post that is long enough to be kept as a slice 👩\u200d\u{1f52c} and more';
    const slice = text.slice(0, text.indexOf('\u{1f52c}') + 1);
    const weights = new Set<number>();
    for (let round = 0; round < 20_000; round++) weights.add(xWeight(slice));
    expect([...weights]).toEqual([49 + 2 + 1 + 2]);
  });
});

describe('a link on a top-level domain newer than the list of twitter-text', () => {
  it.each([
    ['example.spa', 23, 'weighs 23 where it is shorter'],
    ['https://example.amazon/a/path/of/some/length', 44, 'weighs its own characters where these are more'],
    ['a.music/x,example.com', 33, 'weighs what is more where the lists see different links'],
  ])('%j: %i, %s', (text, weight) => {
    expect(xWeight(text)).toBe(weight);
    expect(xLinks(text).filter((link) => link.newer)).toHaveLength(1);
  });

  it('never makes a post lighter than twitter-text finds it', () => {
    fc.assert(
      fc.property(xStringsWithNewerLinks, (text) => {
        expect(xWeight(text)).toBeGreaterThanOrEqual(twitterText.parseTweet(text).weightedLength);
        const shortened = xLinks(text.normalize('NFC')).filter((link) => link.newer);
        expect(xWeight(text)).toBeGreaterThanOrEqual(shortened.length * X_URL_WEIGHT);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('running totals', () => {
  const spaced = fc
    .array(xStringsWithNewerLinks, { maxLength: 6 })
    .map((parts) => parts.join(' ').normalize('NFC'));

  it('end at the weight of the whole text, and never fall', () => {
    fc.assert(
      fc.property(fc.oneof(xStrings, spaced), (raw) => {
        const text = raw.normalize('NFC');
        const totals = xTotals(text);
        expect(totals).toHaveLength(text.length + 1);
        expect(totals[0]).toBe(0);
        expect(totals[text.length]).toBe(xWeight(text));
        expect(totals.every((total, at) => at === 0 || total >= (totals[at - 1] ?? 0))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('give the weight of any stretch between spaces', () => {
    fc.assert(
      fc.property(spaced, fc.nat(), fc.nat(), (text, one, other) => {
        const spaces = [0, text.length, ...Array.from(text.matchAll(/ /g), (match) => match.index)];
        const [from = 0, to = 0] = [spaces[one % spaces.length], spaces[other % spaces.length]].sort(
          (a = 0, b = 0) => a - b,
        );
        const totals = xTotals(text);
        expect((totals[to] ?? 0) - (totals[from] ?? 0)).toBe(xWeight(text.slice(from, to)));
      }),
      { numRuns: 3_000 },
    );
  });

  it('charge an atom at its first unit', () => {
    expect([...xTotals('a 👍🏽 b.co')]).toEqual([0, 1, 2, 4, 4, 4, 4, 5, 28, 28, 28, 28]);
  });
});
