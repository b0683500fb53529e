import type { Block, ListItem, Run } from '../draft.ts';
import type { Position } from '../finding.ts';
import type { Seam } from './chunks.ts';

type List = Extract<Block, { type: 'list' }>;

/** Where a block was cut in two. */
type BlockCut = {
  readonly seam: Seam;
  /** Whether a blank line is there. */
  readonly afterBlank: boolean;
  /** In a blog, whose page counts the items of a list whatever their numbers. */
  readonly ofBlog: boolean;
};

/**
 * Appends the second part of a paragraph, list or quote that was cut between two chunks to the first; returns whether they were
 * one block.
 *
 * Changes the first part in place: nothing else refers to it yet, and a copy per chunk would make the time quadratic.
 */
export function joinBlocks(first: Block | undefined, second: Block | undefined, cut: BlockCut): boolean {
  const { seam, afterBlank } = cut;
  if (seam === 'nothing' || first === undefined || second === undefined) return false;
  if (first.type === 'list') {
    if (seam === 'lines') return second.type === 'list' && joinLevels(first, second, cut);
    return joinBlocks(first.items.at(-1)?.blocks.at(-1), second, cut);
  }
  if (first.type === 'quote') {
    if (seam !== 'lines') return joinBlocks(first.blocks.at(-1), second, cut);
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
function joinLevels(first: List, second: List, cut: BlockCut): boolean {
  const column = first.items[0]?.at.column ?? 1;
  const inner = first.items.at(-1)?.blocks.at(-1);
  const found = second.items.findIndex(({ at }) => at.column <= column);
  const count = found === -1 ? second.items.length : found;
  if (count === 0 || inner?.type !== 'list') return joinLists(first, second, cut);
  if (!joinLevels(inner, { ...second, items: second.items.slice(0, count) }, cut)) return false;
  return (
    count === second.items.length || joinLists(first, { ...second, items: second.items.slice(count) }, cut)
  );
}

function joinLists(first: List, second: List, { afterBlank, ofBlog }: BlockCut): boolean {
  const last = first.items.at(-1)?.marker ?? '';
  const next = second.items[0]?.marker ?? '';
  // Adjacent lists differ in their bullets, or in the sign after their numbers.
  if (first.ordered !== second.ordered || (first.ordered ? last.slice(-1) !== next.slice(-1) : last !== next))
    return false;
  (first as { tight: boolean }).tight = first.tight && second.tight && !afterBlank;
  const isCounted = first.ordered && goesOnCounting(first.items, second.items, ofBlog);
  return append(first.items, isCounted ? renumbered(first.items, second.items) : second.items);
}

const numberOf = (item: ListItem | undefined): number => Number.parseInt(item?.marker ?? '', 10);

/**
 * Whether the second part's numbers follow from the first part's: every item has the same (`1. 1. 1.`), the first part was counted and
 * the second falls behind it (`1. 2. 2.`), or, in a blog, is ahead of it (`1. 2. 4.`).
 */
function goesOnCounting(first: readonly ListItem[], second: readonly ListItem[], ofBlog: boolean): boolean {
  if (second[0]?.marker === first[0]?.marker) return true;
  const [from, to, next] = [numberOf(first[0]), numberOf(first.at(-1)), numberOf(second[0])];
  return first.length > 1 && to - from === first.length - 1 && (next <= to || (ofBlog && next > to + 1));
}

/** Moves the second part's numbers up or down, so that its first follows the last of the first part. */
function renumbered(first: readonly ListItem[], second: readonly ListItem[]): readonly ListItem[] {
  const shift = numberOf(first.at(-1)) + 1 - numberOf(second[0]);
  return second.map((item) => ({ ...item, marker: `${numberOf(item) + shift}${item.marker.slice(-1)}` }));
}

function append<Part>(first: readonly Part[], second: readonly Part[]): true {
  for (const part of second) (first as Part[]).push(part);
  return true;
}
