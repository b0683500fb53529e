import type { CellWidth } from '../../preview/cell-width.ts';

/** Cells between two columns. */
const GAP = '  ';

/**
 * Aligns rows of cells: each column as wide as its widest cell, two spaces between columns. Pass `cells` if a cell may hold
 * wide characters, such as a draft's path.
 */
export function alignColumns(
  rows: readonly (readonly string[])[],
  cells: CellWidth = (text) => text.length,
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cells(text));
  return rows.map((row) =>
    row
      .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - cells(text)))
      .join(GAP)
      .trimEnd(),
  );
}
