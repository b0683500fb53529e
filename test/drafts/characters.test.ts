import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const found = (text: string): [string, number, number][] =>
  parseDraft(text, { path: null }).findings.map(({ code, line, column }) => [code, line, column]);

describe('characters that should not be there are found at their place', () => {
  it.each<[string, string, [string, number, number][]]>([
    [
      'UTF-8 read as Windows-1252',
      'one\nso â€” and Ã©',
      [
        ['mojibake', 2, 4],
        ['mojibake', 2, 12],
      ],
    ],
    ['in front matter too', '---\nsummary: itâ€™s\n---\nbody', [['mojibake', 2, 12]]],
    [
      'UTF-8 read as Thai, once a line',
      'โ one โ two\n๐๐ถ๐น\nโจ done',
      [
        ['lost-letters', 1, 1],
        ['lost-letters', 2, 1],
        ['lost-letters', 3, 1],
      ],
    ],
    ['the same beside real Thai', 'ราคา ๑๐๐ บาท โ x', [['lost-letters', 1, 14]]],
    ['U+FFFD', 'caf\ufffd', [['lost-letters', 1, 4]]],
    ['a byte that lost its neighbours', 'a \u0094 b', [['lost-letters', 1, 3]]],
    ['an emoji cut short', 'x ðŸ˜ y', [['lost-letters', 1, 3]]],
    ['controls', 'a\u001b[31m', [['control-character', 1, 2]]],
    ['spaces of no width', 'a\u200b\u200bb', [['invisible-character', 1, 2]]],
    ['overrides of direction', 'a\u202eb', [['direction-character', 1, 2]]],
    [
      'letters of mathematics, once a phrase',
      'so 𝗯𝗼𝗹𝗱 𝘁𝗲𝘅𝘁 and 𝗜',
      [
        ['math-letters', 1, 4],
        ['math-letters', 1, 26],
      ],
    ],
    ['a name in italics with its ℎ, but no single symbol', '𝑎, 𝔼, ℎ and ℎ𝑢𝑒', [['math-letters', 1, 15]]],
    [
      'brackets that could be a link, but not a selector or an index',
      'A [width][height], an [x="1"][y="2"] and the [full notes][notes]',
      [['link-without-target', 1, 46]],
    ],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(['ภาษาไทย โดย โต โกง ๑๐ บาท ๐๘๑', 'नमस्ते, مرحبا, שלום', '👩‍👩‍👧 family', 'Zoë — “fine” … €5'])(
    '%s is text',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('keeps the words as they were written', () => {
    const { blocks } = parseDraft('so â€” and โ', { path: null });
    expect(blocks).toMatchObject([{ runs: [{ text: 'so â€” and โ' }] }]);
  });

  it('says what it should be, and that it can be repaired', () => {
    const [finding] = parseDraft('so â€” and', { path: null }).findings;
    expect(finding).toMatchObject({ fixable: true, message: expect.stringContaining('should be `—`') });
  });

  it('counts what is too much to list', () => {
    const { findings } = parseDraft('â€” '.repeat(500), { path: null });
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.message).toBe('and 400 more like this below');
  });
});
