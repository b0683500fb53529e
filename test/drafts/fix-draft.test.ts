import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixDraft } from '../../src/drafts/fix-draft.ts';

describe('what is recoverable is repaired', () => {
  it.each([
    ['an em dash', 'a â€” b', 'a — b'],
    ['an apostrophe', 'itâ€™s', 'it’s'],
    ['a closing quotation mark through an undefined byte', 'â€œso\u00e2\u20ac\u009d', '“so”'],
    ['the same with the byte dropped', 'â€œsoâ€ he said', '“so” he said'],
    ['the same with the byte replaced', 'â€œsoâ€\ufffd', '“so”'],
    ['an emoji', 'ðŸ”— here', '🔗 here'],
    ['an emoji through C1 controls', '\u00f0\u009f\u0094\u0097', '🔗'],
    ['French', 'Ã©tÃ©, Ã\u00a0 la carte', 'été, à la carte'],
    ['Polish', 'Å‚Ä…ka', 'łąka'],
    ['Russian', 'Ð´Ð°', 'да'],
    ['Chinese', 'ä¸­æ–‡', '中文'],
    ['read wrongly twice', 'itÃ¢â‚¬â„¢s', 'it’s'],
    ['bold made of mathematical letters', '𝗕𝘂𝗶𝗹𝗱 𝟮 of it', 'Build 2 of it'],
    ['control characters', 'a\u0007b\u001b[1mc', 'ab[1mc'],
    ['a byte order mark', '\ufeffhello', 'hello'],
    ['two spaces', 'so  it is', 'so it is'],
    ['a tracking parameter', 'see https://a.example/?utm_source=x', 'see https://a.example/'],
    ['one behind another', '[a](https://a.example/?b=1&amp;fbclid=x)', '[a](https://a.example/?b=1)'],
    ['one with an escaped sign', '[a](https://a.example/?utm\\_source=x&b=1)', '[a](https://a.example/?b=1)'],
    ['one in capitals', '<https://a.example/?b=1&UTM_Medium=x#c>', '<https://a.example/?b=1#c>'],
  ])('%s', (_name, broken, repaired) => {
    expect(fixDraft(broken).text).toBe(repaired);
    expect(fixDraft(broken).fixed.length).toBeGreaterThan(0);
  });

  it('places what it repaired in the draft as given, also behind other repairs', () => {
    const { fixed } = fixDraft('itâ€™s\r\n\u0007so â€” and ð\u009f\u0094\u0097, \u00c3\u00a2\u20ac\u201d');
    expect(fixed.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['mojibake', 1, 3],
      ['control-character', 2, 1],
      ['mojibake', 2, 5],
      ['mojibake', 2, 13],
      ['mojibake', 2, 19],
      ['mojibake', 2, 19],
    ]);
  });
});

describe('what is right, or lost, stays as it is', () => {
  it.each([
    'Ñandú, ESPAÑA, Århus, café, naïve, coöperate, MAÇÃ',
    'il a dit\u00a0: «\u00a0CAFÉ\u00a0», puis NESCAFÉ®, et voilà\u00a0!',
    'amanhã…» disse, “já”',
    'Привет, мир. Ελλάδα. 中文。 ภาษาไทย ๑๐ บาท',
    '5€ “quoted” — dash… naïve™',
    'lost for good: ðŸ˜ and โ and \ufffd',
    'tabs\tand\r\nline endings\n',
    'Ã is a letter, â too; Ð is Icelandic',
  ])('%s', (text) => {
    expect(fixDraft(text)).toEqual({ text, fixed: [] });
  });

  it('undoes what Windows-1252 does to any text, where it does anything', () => {
    const shown = (byte: number): string => new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
    const word = fc.constantFrom(
      'été',
      '—',
      '“',
      '’',
      '🔗',
      '中文',
      'żółw',
      'да',
      'plain',
      'naïve',
      '…',
      '✨',
      '→',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const text = words.join(' ');
        const broken = [...new TextEncoder().encode(text)].map(shown).join('');
        expect(fixDraft(broken).text).toBe(text);
      }),
    );
  });

  it('is done after one run', () => {
    const piece = fc.constantFrom(
      'â',
      '€',
      '™',
      'Ã',
      '©',
      '¢',
      '‚',
      '¬',
      'ð',
      'Ÿ',
      '”',
      '\u009d',
      '\ufffd',
      '𝗕',
      ' ',
      '“',
      '\u0001',
      'a',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(piece, fc.string({ minLength: 1, maxLength: 1 })), maxLength: 30 }),
        (text) => {
          const once = fixDraft(text).text;
          expect(fixDraft(once)).toEqual({ text: once, fixed: [] });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
