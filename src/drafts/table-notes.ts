import type { Block, Note } from './draft.ts';

/**
 * Returns the mark of a footnote in a table, by its place among the table's notes, from 0: `[a]`, `[b]`. Letters, because the thread
 * numbers its other sources, and a table becomes a picture before it does.
 */
export function tableMark(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return `[${letter.repeat(Math.floor(index / 26) + 1)}]`;
}

/** Adds the footnotes of each table below it: no mark in a picture can lead to the end of the thread. */
export function withTableNotes(blocks: readonly Block[], notes: ReadonlyMap<string, Note>): Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.type === 'table' && block.notes !== undefined)
      return [block, ...notesBelow(block.notes, notes)];
    if (block.type === 'quote') return [{ ...block, blocks: withTableNotes(block.blocks, notes) }];
    if (block.type !== 'list') return [block];
    const items = block.items.map((item) => ({ ...item, blocks: withTableNotes(item.blocks, notes) }));
    return [{ ...block, items }];
  });
}

function notesBelow(ids: readonly string[], notes: ReadonlyMap<string, Note>): Block[] {
  return ids.flatMap((id, index): readonly Block[] => {
    const note = notes.get(id);
    if (note === undefined) return [];
    const { at } = note;
    const [first, ...others] = note.blocks;
    const mark = { type: 'text', text: tableMark(index), at } as const;
    if (first?.type !== 'paragraph') return [{ type: 'paragraph', runs: [mark], at }, ...note.blocks];
    return [{ ...first, runs: [{ ...mark, text: `${mark.text} ` }, ...first.runs] }, ...others];
  });
}
