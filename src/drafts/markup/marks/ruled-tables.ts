import type { Edit } from '../../edits.ts';
import type { MarkSearch } from './mark-rule.ts';

/** Consecutive lines that begin with a bar or, as in pandoc’s grids, with a plus. */
const BLOCK = /(?:^[ \t]{0,3}[|+][^\n]*(?:\n|$)){2,}/gm;
const RULER = /^[ \t]*[|+][ \t]*[-=:]{2,}[-=:+| \t]*$/;
const GRID = /^[ \t]*\+/;

/** Whether a text may have a ruler that only kramdown, pandoc or Org reads: with a plus, of `=`, or above the first row. */
export const mayHoldRulers = (source: string): boolean =>
  /^[ \t]{0,3}(?:\+[-=]{2}|\|[ \t]*[-=:]{2,}[ \t]*\+|\|[ \t]*={2})|(?:^|\n)[ \t]*\n[ \t]{0,3}\|[ \t]*[-:]{2}/m.test(
    source,
  );

/**
 * Leaves one ruler of a table, below its first row, as GitHub’s Markdown wants it. In a grid of pandoc, the lines between two
 * rulers are one row:
 *
 *     +-----+------+
 *     | May | 12.4 |
 *     +=====+======+        | May | 12.4 |
 *     | or  | 13   |   →    |---|---|
 *     | so  |      |        | or so | 13 |
 *     +-----+------+
 */
export function ruledTables({ source, from, skip }: MarkSearch): Edit[] {
  BLOCK.lastIndex = from;
  return [...source.matchAll(BLOCK)].flatMap(({ 0: block, index }) => {
    if (skip(index)) return [];
    const lines = block.trimEnd().split('\n');
    const isRuler = lines.map((line) => RULER.test(line));
    const isPlain =
      isRuler.lastIndexOf(true) === 1 && isRuler.indexOf(true) === 1 && !lines[1]?.includes('+');
    if (isPlain || !isRuler.includes(true) || isRuler.every(Boolean)) return [];
    const isGrid = GRID.test(block);
    const rows: string[][] = [];
    let opens = true;
    lines.forEach((line, at) => {
      if (isRuler[at] === true) {
        opens = true;
        return;
      }
      const cells = cellsOf(line);
      const last = rows.at(-1);
      if (isGrid && !opens && last !== undefined) joinCells(last, cells);
      else rows.push(cells);
      opens = false;
    });
    const [head = [], ...body] = rows;
    const ruler = head.map(() => '---');
    const written = [head, ruler, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    return [{ start: index, end: index + block.trimEnd().length, text: written }];
  });
}

/** Returns the cells of a row; a bar behind a backslash is no border. */
const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

function joinCells(row: string[], more: readonly string[]): void {
  for (const [column, cell] of more.entries()) row[column] = `${row[column] ?? ''} ${cell}`.trim();
}
