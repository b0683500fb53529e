import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { LARGEST_DRAFT } from '../../src/drafts/limits.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

describe('what a Markdown parser should not be given is found', () => {
  it('says at which line it nests too deep, and keeps the words', () => {
    const { findings, blocks } = parseDraft(`words\n\n${'> '.repeat(30)}deep`, { path: null });
    expect(findings).toMatchObject([{ code: 'too-deep', line: 3, column: 41 }]);
    expect(JSON.stringify(blocks)).toContain('deep');
  });

  it('says where a paragraph is too dense, and keeps it one paragraph', () => {
    const text = `${'*a* '.repeat(499)}[b](https://e.org) and ${'*c* '.repeat(10)}`;
    const { findings, blocks } = parseDraft(text, { path: null });
    expect(findings).toMatchObject([{ code: 'too-dense', line: 1, column: 2020 }]);
    expect(blocks).toMatchObject([{ type: 'paragraph' }]);
    expect(blocks).toHaveLength(1);
  });

  it.each([' ', '\\'])(
    'reads the log of a chat, whose lines are one paragraph that ends lines with “%s”',
    (end) => {
      const log = Array.from({ length: 300 }, (_, at) => `**ana** It *rose* by \`${at}\` cm.`);
      const { findings, blocks } = parseDraft(log.join(`${end === ' ' ? '  ' : end}\n`), { path: null });
      expect(findings).toEqual([]);
      expect(blocks).toHaveLength(1);
      const [block] = blocks;
      const runs = block?.type === 'paragraph' ? block.runs : [];
      expect(runs.filter((run) => run.type === 'break' && run.hard)).toHaveLength(299);
      expect(runs.filter((run) => 'emphasis' in run && run.emphasis === 'strong')).toHaveLength(300);
    },
  );

  it('refuses a draft above the largest size', () => {
    const { findings, blocks } = parseDraft('a'.repeat(LARGEST_DRAFT + 1), { path: null });
    expect(findings).toMatchObject([{ code: 'draft-too-large', severity: 'error' }]);
    expect(blocks).toEqual([]);
  });
});

it('a long line of dashes below a table without bars takes no time', { timeout: 3000 }, () => {
  const { blocks } = parseDraft(`May    12\n----  ---\n${'-'.repeat(200_000)}x`, { path: null });
  expect(blocks).not.toEqual([]);
});

it.each([
  ['of pandoc', `## May {#${'a'.repeat(250)}!}`],
  ['of kramdown', `[May](https://e.org){: ${'a'.repeat(250)}\n!}`],
])('a long name in braces %s that are not attributes takes no time', { timeout: 3000 }, (_name, text) => {
  expect(parseDraft(text, { path: null }).blocks).not.toEqual([]);
});

describe('what is parsed in chunks reads as if it were not', () => {
  const words = (text: string): string => {
    const { blocks } = parseDraft(text, { path: null });
    return JSON.stringify(blocks, (key, value) => (key === 'at' ? undefined : value));
  };

  it.each([
    ['a long paragraph', 'A line of words.\n', 1300],
    ['a long line', 'some more words ', 1300],
    ['a long list', '- item\n  - below\n', 600],
    ['a long numbered list', '1. [item](https://e.org)\n   > "quoted"\n', 300],
    ['a long list of arrows', '→ item\n', 1500],
  ])('%s stays one block', (_name, piece, count) => {
    const draft = parseDraft(piece.repeat(count), { path: null });
    expect(draft.blocks).toHaveLength(1);
    const [once] = parseDraft(piece, { path: null }).blocks;
    const words = once === undefined ? [] : draftWords({ blocks: [once] });
    expect(draftWords(draft)).toEqual(Array.from({ length: count }, () => words).flat());
  });

  it.each([
    ['1. a word and then some more\n', (index: number) => `${index + 1}.`],
    ['- a word and then some more\n', () => '-'],
    ['> a word and then some more\n', () => '>'],
  ])('%j keeps its markers', (piece, marker) => {
    const [block, ...rest] = parseDraft(piece.repeat(700), { path: null }).blocks;
    expect(rest).toEqual([]);
    expect(block).toMatchObject({ type: 'list', tight: true });
    const markers = block?.type === 'list' ? block.items.map((item) => item.marker) : [];
    expect(markers).toEqual(Array.from({ length: 700 }, (_, index) => marker(index)));
  });

  it('code stays whole', () => {
    const code = 'code\n\n'.repeat(5000);
    const { blocks } = parseDraft(`\`\`\`\n${code}\`\`\``, { path: null });
    expect(blocks).toMatchObject([{ type: 'code', source: code.slice(0, -1) }]);
  });

  it('gives each of many parts what it gives the part alone', () => {
    const part =
      '# Head\n\nWords [a] *b*[^n].\n\n- one\n  - two\n\n> "Quote." — Ada Rope\n\n→ x\n→ y\n\n---\n\n';
    const tail = '[a]: https://example.org/a\n\n[^n]: Note.\n';
    const one = words(part + tail).slice(1, -1);
    expect(words(part.repeat(60) + tail)).toBe(`[${Array.from({ length: 60 }, () => one).join(',')}]`);
  });
});
