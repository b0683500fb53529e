import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  graphemeBoundaries,
  graphemeCount,
  graphemeTotals,
  utf8Length,
  utf8Totals,
} from '../../src/text/graphemes.ts';
import { nfc } from '../../src/text/nfc.ts';
import { xStrings } from './x/x-strings.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const anything = fc.oneof(
  xStrings,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        '\r',
        '\n',
        'a',
        'é',
        'e\u0301',
        'क्ष',
        '각',
        '\u1100',
        '\u11a8',
        '\u0600',
        '日',
        '👍🏽',
        '🇩🇪',
        '\u200d',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('graphemes', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['a\r\nb', 3],
    ['👨‍👩‍👧‍👦e\u0301🇩🇪🇩', 4],
    ['日本語、한국어', 7],
    ['क्षि', 1],
  ])('of %j are %i', (text, count) => {
    expect(graphemeCount(text)).toBe(count);
  });

  it('are those of Intl.Segmenter, on any text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const ends = Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
        expect(graphemeBoundaries(text)).toEqual([0, ...ends]);
        expect(graphemeCount(text)).toBe(ends.length);
      }),
      { numRuns: 5_000 },
    );
  });

  it('are parted between any two code units that are taken for simple', () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const unit = String.fromCharCode(code);
      const text = `a${unit}${unit}日`;
      if (graphemeCount(text) !== [...segmenter.segment(text)].length) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it('add up in running totals', () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(), (text, one, other) => {
        const places = graphemeBoundaries(text);
        const [from = 0, to = 0] = [places[one % places.length], places[other % places.length]].sort(
          (a = 0, b = 0) => a - b,
        );
        const totals = graphemeTotals(text);
        expect(totals).toHaveLength(text.length + 1);
        expect((totals[to] ?? 0) - (totals[from] ?? 0)).toBe(graphemeCount(text.slice(from, to)));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('bytes of UTF-8', () => {
  const encoder = new TextEncoder();

  it('are counted as they are sent, unpaired surrogates too', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(utf8Length(text)).toBe(encoder.encode(text).length);
      }),
      { numRuns: 5_000 },
    );
  });

  it('place every code point', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const totals = utf8Totals(text);
        let at = 0;
        for (const point of text) {
          const bytes = encoder.encode(text.slice(0, at)).length;
          expect(totals[at]).toBe(bytes);
          at += point.length;
        }
        expect(totals[text.length]).toBe(utf8Length(text));
      }),
      { numRuns: 800 },
    );
  });
});

describe('normalization form C', () => {
  it('is that of the language, also where long piles of marks are put in order first', () => {
    const marks = fc.constantFrom(
      '\u0301',
      '\u0323',
      '\u0334',
      '\u0345',
      '\u0344',
      '\u0f71',
      '\u0f73',
      '\ufe0f',
      '\u093c',
      '\u0903',
    );
    const pile = fc.array(marks, { minLength: 130, maxLength: 400 }).map((found) => found.join(''));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pile, fc.constantFrom('é', 'a', '日', ' ')), { maxLength: 6 }),
        (parts) => {
          const text = parts.join('');
          expect(nfc(text)).toBe(text.normalize('NFC'));
        },
      ),
      { numRuns: 300 },
    );
  });
});
