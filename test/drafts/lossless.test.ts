import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

/** `%` becomes a word that stands nowhere else, numbered in reading order. */
const INLINE = [
  '%',
  '%',
  '%',
  '%',
  '%.',
  '%:',
  '**%**',
  '*%*',
  '~~%~~',
  '`%`',
  '"%"',
  '— %',
  '[%](https://e.org/a)',
  '[% %](<b c>)',
  '<https://e.org/%>',
  'https://e.org/%',
  'www.e.org/%',
  '%@e.org',
  '[0]',
  '[1, 2]',
  '[^n]',
  '[x]',
  '[%][x]',
  '![%](p.png)',
  '$%$',
  '$$%$$',
  '<b>%</b>',
  '<%>',
  'a<b',
  '&amp;',
  '\\*',
  '*',
  '**',
  '_',
  '[',
  ']',
  '](',
  '<',
  '>',
  '`',
  '``',
  '|',
  '$$',
  '~',
  '~~',
  '!',
  '![',
  '\\',
  '  ',
  'â€”',
  'โ',
  '\u200b',
  '𝗕',
  '→',
  ':',
  '(',
  ')',
  '#',
  '@%',
  '1.',
  '-',
  '\t',
];
const OPENINGS = [
  '',
  '',
  '',
  '',
  '> ',
  '>',
  '> > ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '7. ',
  '→ ',
  '• ',
  'โ ',
  '  ',
  '    ',
  '      - ',
  '# ',
  '### ',
  '[0] ',
  '[1]: ',
  '[^n]: ',
  '[x]: ',
  '[y]: https://e.org/',
  '| ',
  '\t',
  '\\',
  '[ ] ',
  '- [x] ',
  '-',
  '--',
  '==',
  '$$',
  '&nbsp;',
  '  > ',
  '   1. ',
];
const WHOLE = [
  '---',
  '***',
  '===',
  '',
  '',
  '',
  '[Label]',
  '```',
  '~~~',
  '$$',
  '| - | - |',
  '>',
  '-',
  '[0] https://e.org/z',
  '+++',
];

const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...OPENINGS),
        fc.array(fc.constantFrom(...INLINE), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(' ', ''),
      )
      .map(([opening, pieces, glue]) => opening + pieces.join(glue)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...WHOLE) },
);
const draft = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\n\n'))
  .map(([lines, ending]) => {
    let number = 100;
    return lines.join(ending).replace(/%/g, () => `w${number++}w`);
  });
const numbered = /w\d{3,}w/g;

/** HTML is dropped on purpose, with a finding that names the element but not every word. */
const dropsHtml = (codes: readonly string[]): boolean => codes.some((code) => code.startsWith('html-'));

/** What no finding names word by word: attributes of a tag, other tools' front matter, and struck words beyond an excerpt. */
const isUntold = (text: string, messages: readonly string[]): boolean =>
  /<b [^>]*>/.test(text) ||
  /^(?:---|\+\+\+)/.test(text) ||
  messages.some((message) => message.includes('…” is struck out'));

/** A mail address in a definition stands beside the words of its link, which may be above it. */
const MAIL_IN_DEFINITION = /^[ \t]*\[[^\]\n]*\]:.*@/m;

describe('no word of a draft is lost', () => {
  it('every word is in the draft or in a finding that names it', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const parsed = parseDraft(text, { path: null });
        if (dropsHtml(parsed.findings.map(({ code }) => code))) return;
        if (
          isUntold(
            text,
            parsed.findings.map(({ message }) => message),
          )
        )
          return;
        const kept = new Set(JSON.stringify(parsed).match(numbered));
        expect((text.match(numbered) ?? []).filter((word) => !kept.has(word))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('every word of the body comes once, in the order of the file', () => {
    fc.assert(
      fc.property(draft, (text) => {
        if (MAIL_IN_DEFINITION.test(text)) return;
        const words =
          draftWords(parseDraft(text, { path: null }))
            .join(' ')
            .match(numbered) ?? [];
        expect(words).toEqual([...new Set(words)].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('nothing makes the parser throw', () => {
    const character = fc.constantFrom(
      ...' \n\r\t-=*_#>[](){}<>`~$|!&\\:.0123^xé—→โ\u200b\ud83d\udd17\0\ufeff"\'+/@',
    );
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            character,
            fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
          ),
          maxLength: 120,
        }),
        (text) => {
          const { findings } = parseDraft(text, { path: null, siteUrl: 'https://example.org' });
          const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
          for (const { line, column } of findings)
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
