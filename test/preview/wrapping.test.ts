import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cellWidthFor } from '../../src/preview/cell-width.ts';
import { visible } from '../../src/preview/visible.ts';
import { wrap, wrapPlain } from '../../src/preview/wrap.ts';

describe('the width of a text', () => {
  it('is that of string-width, whichever way it is measured', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 0x20, max: 0x25ff }),
        async (text, code) => {
          const shown = visible(text).replaceAll('\t', ' ');
          const sign = String.fromCharCode(code);
          for (const sample of [shown, ...(visible(sign) === sign ? [sign] : [])])
            expect((await cellWidthFor([sample]))(sample)).toBe(stringWidth(sample));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('wrapping', () => {
  it.each([
    ['breaks at spaces', 'one two three', 7, ['one two', 'three']],
    ['lets a space hang over the edge', 'seven77 next', 7, ['seven77', 'next']],
    ['breaks a word only where it is longer than a row', 'aa bbbbbbbbbb', 5, ['aa', 'bbbbb', 'bbbbb']],
    ['counts a wide character as two cells', '一二三四五', 4, ['一二', '三四', '五']],
    ['opens no line with closing punctuation', '一二三。四', 6, ['一二', '三。四']],
    ['keeps an emoji sequence whole', '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 4, ['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧']],
    ['keeps leading spaces and empty lines', '  a\n\nb', 10, ['  a', '', 'b']],
    ['shows a tab as spaces', '\ta', 10, ['    a']],
  ])('%s', (_promise, text, width, rows) => {
    expect(wrapPlain(text, width, stringWidth)).toEqual(rows);
  });

  it('breaks twice where a wide sign follows a break and still does not fit', () => {
    const tooWide = wrap(' !𝅘𝅥𝅮', 2, stringWidth).filter(({ width, glyphs }) => width > 2 && glyphs.length > 1);
    expect(tooWide).toEqual([]);
  });

  it('loses nothing but spaces, and keeps the offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const rows = wrap(text, width, stringWidth);
        const kept = rows
          .flatMap(({ glyphs }) => glyphs.map(({ start, end }) => text.slice(start, end)))
          .join('');
        expect(kept.replace(/ /g, '')).toBe(text.replace(/[ \n]/g, ''));
        const widths = rows.filter((row) => row.width > width && row.glyphs.length > 1);
        expect(widths).toEqual([]);
      }),
    );
  });
});
