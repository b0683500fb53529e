import type { CellWidth } from './cell-width.ts';

/** Cells between two columns. */
const GAP = 2;

/** In a narrower column, every line of a post would be broken twice. */
const NARROWEST_COLUMN = 44;

/** Wider columns are tiring to read. */
const WIDEST_COLUMN = 72;

const COLOUR = /\x1b\[[0-9;]*m/g;

/** Returns the width of each of `count` columns in a terminal; `undefined` if they don't fit side by side. */
export function columnWidth(columns: number, count: number): number | undefined {
  const width = Math.floor((columns - GAP * (count - 1)) / count);
  return count < 2 || width < NARROWEST_COLUMN ? undefined : Math.min(width, WIDEST_COLUMN);
}

/** Places blocks of coloured lines side by side, each `width` cells wide. */
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
