import type { CellWidth } from './cell-width.ts';

/** Cells between two columns. */
const GAP = 2;

/** A column narrower than this breaks every line of a post twice. */
const NARROWEST_COLUMN = 44;

/** A column wider than this is tiring to read. */
const WIDEST_COLUMN = 72;

const COLOUR = /\x1b\[[0-9;]*m/g;

/** How wide each of so many columns can be in a terminal; `undefined` where they don't fit beside each other. */
export function columnWidth(columns: number, count: number): number | undefined {
  const width = Math.floor((columns - GAP * (count - 1)) / count);
  return count < 2 || width < NARROWEST_COLUMN ? undefined : Math.min(width, WIDEST_COLUMN);
}

/** Blocks of painted lines, one beside the other, each `width` cells wide. */
export function beside(blocks: readonly (readonly string[])[], width: number, cells: CellWidth): string[] {
  const height = Math.max(0, ...blocks.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((block) => {
        const line = block[row] ?? '';
        return line + ' '.repeat(Math.max(0, width - cells(line.replace(COLOUR, ''))));
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
