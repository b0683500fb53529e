import { describe, expect, it } from 'vitest';
import type { Block, Draft, Run } from '../../src/drafts/draft.ts';
import type { Position } from '../../src/drafts/finding.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

/** Every block, run, item, reference and note of a draft, with the text that should stand at its place. */
function placesOf(draft: Draft): { at: Position; opens: string }[] {
  const ofRun = (run: Run): { at: Position; opens: string }[] => {
    if (run.type === 'text') return [{ at: run.at, opens: run.text.slice(0, 4) }];
    if (run.type === 'link')
      return [{ at: run.at, opens: run.auto ? run.text.slice(0, 8) : `[${run.text.slice(0, 4)}` }];
    if (run.type === 'reference') return [{ at: run.at, opens: `[${run.label}]` }];
    return run.type === 'note' ? [{ at: run.at, opens: `[^${run.id}]` }] : [];
  };
  const ofBlock = (block: Block): { at: Position; opens: string }[] => {
    if (block.type === 'paragraph') return block.runs.flatMap(ofRun);
    if (block.type === 'heading') return [{ at: block.at, opens: '#' }, ...block.runs.flatMap(ofRun)];
    if (block.type === 'quote') return [{ at: block.at, opens: '>' }, ...block.blocks.flatMap(ofBlock)];
    if (block.type === 'image') return [{ at: block.at, opens: `![${block.image.alt}` }];
    if (block.type === 'separator') return [{ at: block.at, opens: '---' }];
    if (block.type === 'list')
      return block.items.flatMap((item) => [
        { at: item.at, opens: item.marker },
        ...item.blocks.flatMap(ofBlock),
      ]);
    if (block.type === 'sources')
      return [{ at: block.at, opens: `[${draft.references[block.from]?.label}]` }];
    return [{ at: block.at, opens: block.type === 'code' ? '```' : '' }];
  };
  return [
    ...draft.blocks.flatMap(ofBlock),
    ...draft.references.map(({ at, label }) => ({ at, opens: `[${label}]` })),
    ...draft.notes.flatMap(({ at, id, blocks }) => [{ at, opens: `[^${id}]` }, ...blocks.flatMap(ofBlock)]),
  ];
}

const PIECES = [
  '---\ntitle: A\n---',
  'One line [0] with a [link](https://example.org),\nand a second https://example.org/a line.',
  'Label:\n> item one\n>item two [1]\nA line below.',
  '→ arrow [1]\n→   wide\n  → nested\nBelow it.',
  'Words\n---\nmore words.\n---\nlast words.',
  '> "Quoted on\n> two lines." — Ada Name',
  '> "One." — Ada Name\n> "Two." — Bo Name\nTail.',
  '# Heading here\n\n![a cat](/cat.png)',
  '- a\n  - b\n    > "c"\n- d\n\n  e[^n]',
  '[^n]: The note\n    goes on.',
  '[ML]: not a definition\nnext',
  '2. two\n3. three',
  '```\n> code\n```',
  'Wide 🔗 emoji and 中文 [0], then more.',
  '[0] Zero: https://example.org/0\n\n[1] https://example.org/1',
];

describe('everything stands where the file has it', () => {
  it.each([
    ['\n', ''],
    ['\r\n', ''],
    ['\n', '\ufeff'],
  ])('with line endings %j and the mark %j before them', (ending, mark) => {
    const source = PIECES.join('\n\n').replaceAll('\n', ending);
    const draft = parseDraft(mark + source, { path: null });
    const lines = source.split(ending);
    const places = placesOf(draft);
    expect(places.length).toBeGreaterThan(60);
    for (const { at, opens } of places) {
      const rest = lines[at.line - 1]?.slice(at.column - 1);
      expect(rest?.slice(0, opens.length), `${at.line}:${at.column} ${opens}`).toBe(opens);
    }
  });

  it('also in a draft that is parsed in many chunks', () => {
    const filler = 'Some words to fill a chunk, and **some** more of them.\n'.repeat(100);
    const text = `${filler}\n${filler}\nWhere [0] is [x], and [^n].\n\n${filler}\n- a\n- b\n\n${filler}`;
    const source = `${text}\n[0] https://example.org/0\n\n[x]: https://example.org/x\n\n[^n]: Note.\n`;
    const draft = parseDraft(source, { path: null });
    expect(draft.findings).toEqual([]);
    const lines = source.split('\n');
    for (const { at, opens } of placesOf(draft)) {
      if (opens === '[x') continue;
      expect(
        lines[at.line - 1]?.slice(at.column - 1).startsWith(opens),
        `${at.line}:${at.column} ${opens}`,
      ).toBe(true);
    }
    expect(draft.blocks.filter(({ type }) => type === 'paragraph')).toHaveLength(5);
    expect(JSON.stringify(draft.blocks)).toContain('"url":"https://example.org/x"');
  });
});
