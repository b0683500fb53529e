import { describe, expect, it } from 'vitest';
import { fixDraft } from '../../src/drafts/fix-draft.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const SIZE = 50_000;
const fill = (piece: string, size = SIZE): string => piece.repeat(Math.ceil(size / piece.length));

/**
 * Texts that took a Markdown parser the square of their length, or its stack. Time is not measured here, where others
 * run beside: a parser that fails at these does so by minutes, and this file's time limit is one.
 */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['quotes in quotes', fill('>')],
  ['lists in lists', fill('- ')],
  ['numbers in numbers', fill('1. ')],
  ['all of them', fill('1. > - ')],
  ['lists that indent', Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['lazy lines', `${'>'.repeat(200)}a\n${fill('a\n')}`],
  ['brackets', fill('[')],
  ['closed brackets', fill('[', SIZE / 2) + fill(']', SIZE / 2)],
  ['closed links', `${fill('[', SIZE / 10)}a${fill('](b)')}`],
  ['images', fill('![')],
  ['emphasis', fill('*a **a ', SIZE / 2) + fill('a** a* ', SIZE / 2)],
  ['words in emphasis', fill('a**b')],
  ['backticks', Array.from({ length: 200 }, (_, index) => '`'.repeat(index + 1)).join(' ')],
  ['footnote marks', fill('[^a]')],
  ['sources', fill('[0] https://a.b/c\n')],
  ['underlines', fill('a\n===\n')],
  ['rules', fill('a\n---\n')],
  ['quotations', fill('> "a"\n')],
  ['labels', fill('[Label]\n')],
  ['tables', `a|b\n-|-\n${fill('a|b\n')}`],
  ['wide tables', `${fill('|a')}\n${fill('|-')}\n${fill('|a')}`],
  ['tags', fill('<b>a</b>')],
  ['anchors', fill('<a href="x">')],
  ['components in a line', fill('<Fade>a</Fade> ')],
  ['notes in a line', fill('<Footnote>a</Footnote> ')],
  ['broken attributes', fill('<a x="1"" ')],
  ['blanks before stars', fill('**a **b ')],
  ['lone backticks', fill('`\na\n')],
  ['indented items', fill('\n    * [a](b)\n')],
  ['lazy quotations', fill(`> ${'a'.repeat(60)}\nb c\n`)],
  ['linked pictures', fill('[![](a)](https://e.org/1) ')],
  ['comments', fill('<!-- a')],
  ['entities', fill('&#x')],
  ['names', fill('a.a.')],
  ['mail', fill('a@a')],
  ['mojibake', fill('â€')],
  ['Thai', fill('โ')],
  ['spaces in a heading', `# a${fill(' ')}b [#`],
  ['backslashes in a formula', `$$\n${fill('\\')}x\n$$`],
];

describe('a hostile text is parsed, in time', () => {
  it.each(HOSTILE)('%s', { timeout: 60_000 }, (_name, text) => {
    const { blocks, findings } = parseDraft(text, { path: null });
    expect(blocks.length + findings.length).toBeGreaterThan(0);
    expect(fixDraft(text).text.length).toBeGreaterThan(0);
  });

  it.each(['The boat goes on along the wall of the harbour until it', '**The boat goes on along the wall**'])(
    'and laid out, in thousands of lines: %s',
    { timeout: 60_000 },
    (line) => {
      const count = 40_000;
      const { posts } = buildThread(parseDraft(`${line}\n`.repeat(count), { path: null }), xProfile());
      expect(posts.length).toBeGreaterThan((count * line.length) / 400);
    },
  );
});
