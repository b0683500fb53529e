import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const codeOf = (text: string): string[] =>
  parseDraft(text, { path: 'a.md' }).blocks.flatMap((block) => (block.type === 'code' ? [block.source] : []));

/** Lines that mean something in a text, and nothing in code. */
const LINES = [
  'date: today',
  '---',
  '[gate]: shut',
  '> rain',
  '→ wind',
  'It rose.',
  '5. five',
  '6. six',
  '[Label]',
  'more',
  '--',
  'x = 1',
];

describe('code by its indentation', () => {
  it.each([
    ['four spaces', 'Words.\n\n', '    '],
    ['a tab', 'Words.\n\n', '\t'],
    ['below a heading', '# Words\n', '    '],
    ['at the start', '', '    '],
    ['below a list that has ended', '- a\n- b\n\nWords.\n\n', '    '],
  ])('stays as its author wrote it: %s', (_, above, margin) => {
    const written = LINES.map((line) => margin + line).join('\n');
    expect(codeOf(`${above}${written}\n\nEnd.\n`)).toEqual([LINES.join('\n')]);
  });

  it('has the blank lines of its author only', () =>
    expect(codeOf('Words.\n\n    a: 1\n    ---\n\n    b: 2\n    ---\n\nEnd.')).toEqual([
      'a: 1\n---\n\nb: 2\n---',
    ]));

  it.each([
    ['words of an item', '- one\n\n    [gate]: shut\n    ---\n'],
    ['words of a note', 'Rain[^1].\n\n[^1]: One.\n\n    Two.\n    ---\n    three\n'],
    ['words that go on', 'It rose\n    and fell.\n'],
  ])('%s are none', (_, text) => expect(codeOf(text)).toEqual([]));
});
