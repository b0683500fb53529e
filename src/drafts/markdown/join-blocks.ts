import type { Block, ListItem, Run } from '../draft.ts';
import type { Position } from '../finding.ts';
import type { Seam } from './chunks.ts';

type List = Extract<Block, { type: 'list' }>;

/**
 * Appends the second part of a paragraph, list or quote that was cut between two chunks to the first; returns whether they were
 * one block. `afterBlank` says that there was a blank line at the cut.
 *
 * Changes the first part in place: nothing else refers to it yet, and a copy per chunk would make the time quadratic.
 */
export function joinBlocks(
  first: Block | undefined,
  second: Block | undefined,
  seam: Seam,
  afterBlank: boolean,
): boolean {
  if (seam === 'nothing' || first === undefined || second === undefined) return false;
  if (first.type === 'list') {
    if (seam === 'lines') return second.type === 'list' && joinLevels(first, second, afterBlank);
    return joinBlocks(first.items.at(-1)?.blocks.at(-1), second, seam, afterBlank);
  }
  if (first.type === 'quote') {
    if (seam !== 'lines') return joinBlocks(first.blocks.at(-1), second, seam, afterBlank);
    return second.type === 'quote' && !afterBlank && append(first.blocks, second.blocks);
  }
  if ((first.type !== 'paragraph' && first.type !== 'heading') || second.type !== 'paragraph') return false;
  return !afterBlank && append(first.runs, [...BETWEEN[seam](second.at), ...second.runs]);
}

/** The text at the cut of a paragraph. */
const BETWEEN: Record<Exclude<Seam, 'nothing'>, (at: Position) => Run[]> = {
  lines: () => [{ type: 'break', hard: false }],
  break: () => [{ type: 'break', hard: true }],
  space: (at) => [{ type: 'text', text: ' ', at }],
  mark: () => [],
};

/** Joins lists of which the second may begin on a deeper level, as its first items' columns say. */
function joinLevels(first: List, second: List, afterBlank: boolean): boolean {
  const column = first.items[0]?.at.column ?? 1;
  const inner = first.items.at(-1)?.blocks.at(-1);
  const found = second.items.findIndex(({ at }) => at.column <= column);
  const count = found === -1 ? second.items.length : found;
  if (count === 0 || inner?.type !== 'list') return joinLists(first, second, afterBlank);
  if (!joinLevels(inner, { ...second, items: second.items.slice(0, count) }, afterBlank)) return false;
  return (
    count === second.items.length ||
    joinLists(first, { ...second, items: second.items.slice(count) }, afterBlank)
  );
}

function joinLists(first: List, second: List, afterBlank: boolean): boolean {
  const last = first.items.at(-1)?.marker ?? '';
  const next = second.items[0]?.marker ?? '';
  // Adjacent lists differ in their bullets, or in the sign after their numbers.
  if (first.ordered !== second.ordered || (first.ordered ? last.slice(-1) !== next.slice(-1) : last !== next))
    return false;
  (first as { tight: boolean }).tight = first.tight && second.tight && !afterBlank;
  return append(first.items, first.ordered ? renumbered(first.items, second.items) : second.items);
}

/** If every item has the same number (`1. 1. 1.`), continues the second part's numbers from the first. */
function renumbered(first: readonly ListItem[], second: readonly ListItem[]): readonly ListItem[] {
  if (second[0]?.marker !== first[0]?.marker) return second;
  const next = Number.parseInt(first.at(-1)?.marker ?? '', 10) + 1;
  return second.map((item, index) => ({ ...item, marker: `${next + index}${item.marker.slice(-1)}` }));
}

function append<Part>(first: readonly Part[], second: readonly Part[]): true {
  for (const part of second) (first as Part[]).push(part);
  return true;
}
