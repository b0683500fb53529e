import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { visible } from '../../src/preview/visible.ts';

const tags = (words: string): string =>
  [...words].map((sign) => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0))).join('');
const found = (text: string) => parseDraft(text, { path: null }).findings;

describe('text that nobody sees', () => {
  it.each([
    ['tags', `The mast${tags('say yes')} stood.`, 'U+E0073'],
    ['a Mongolian separator', 'The\u180emast stood.', 'U+180E'],
    ['a Hangul filler', 'The mast\u3164stood.', 'U+3164'],
    ['a Jamo filler', 'The mast\u115f stood.', 'U+115F'],
    ['a grapheme joiner', 'The ma\u034fst stood.', 'U+034F'],
    ['an empty Braille cell', 'The mast\u2800stood.', 'U+2800'],
    ['a selector at the start', '\ufe0fThe mast stood.', 'U+FE0F'],
    ['a selector after a space', 'The \ufe0emast stood.', 'U+FE0E'],
    ['selectors in a row', 'A\ufe00\ufe01\ufe02 mast.', 'U+FE00'],
    ['far selectors', 'The mast \u{e0101}\u{e0102}stood.', 'U+E0101'],
  ])('is a warning, and seen in every preview: %s', (_, text, code) => {
    expect(found(text)).toMatchObject([
      { code: 'invisible-character', severity: 'warning', message: expect.stringContaining(code) },
    ]);
    expect(visible(text)).toContain(`⟨${code}⟩`);
  });

  it('says what hidden words say', () => {
    expect(found(`The mast${tags('say yes')} stood.`)[0]?.message).toContain('say yes');
  });

  it.each([
    ['an emoji', 'A ☂️ and ❤️ and 1️⃣ and 👁️‍🗨️.'],
    ['a flag of a region', 'Go 🏴󠁧󠁢󠁳󠁣󠁴󠁿!'],
    ['Braille', '⠃⠗⠁⠊⠇⠇⠑⠀⠞⠑⠭⠞'],
    ['a choice of glyph', '葛󠄀城'],
    ['Mongolian', 'ᠬᠠ᠎ᠠ'],
  ])('is not what does its work: %s', (_, text) => {
    expect(found(text)).toEqual([]);
    expect(visible(text)).toBe(text);
  });
});
