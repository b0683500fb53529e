import type { Edit } from '../../edits.ts';
import type { MarkSearch } from './mark-rule.ts';

/** Consecutive lines that begin with a bar or, as in pandoc’s grids, with a plus. */
const BLOCK = /(?:^[ \t]{0,3}[|+][^\n]*(?:\n|$)){2,}/gm;
const RULER = /^[ \t]*[|+][ \t]*[-=:]{2,}[-=:+| \t]*$/;
/** A ruler of single dashes, which only the second line of a table can be: below it, a dash is a cell without a value. */
const SHORT_RULER = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;
const GRID = /^[ \t]*\+/;

/** A row with a bar at both ends and at least one between them. */
const ROW = /^[ \t]{0,3}\|[^|\n]+\|[^\n]*\|[ \t]*$/;

/** Whether a text may have a table: two lines that begin with a bar, or a grid. */
export const mayHoldRulers = (source: string): boolean =>
  /^[ \t]{0,3}\|[^\n]*\n[ \t]{0,3}\||^[ \t]{0,3}\+[-=]{2}/m.test(source);

/**
 * Leaves one ruler of a table, below its first row, as GitHub’s Markdown wants it, with as many cells as that row. Rows without a
 * ruler get an empty row above them. In a grid of pandoc, the lines between two rulers are one row:
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
    const isRuler = lines.map((line, at) => RULER.test(line) || (at === 1 && SHORT_RULER.test(line)));
    if (isPlain(lines, isRuler) || isRuler.every(Boolean)) return [];
    if (!isRuler.includes(true)) return withoutHeader(lines, index);
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

/** Whether GitHub’s Markdown reads the table as it is. */
const isPlain = ([head = '', ruler = '']: readonly string[], isRuler: readonly boolean[]): boolean =>
  isRuler.indexOf(true) === 1 &&
  isRuler.lastIndexOf(true) === 1 &&
  !ruler.includes('+') &&
  cellsOf(head).length === cellsOf(ruler).length;

/** Puts an empty row and a ruler above rows of equally many cells; lines with a bar at their start only are no table. */
function withoutHeader(lines: readonly string[], index: number): Edit[] {
  const [width = 0, ...others] = lines.map((line) => (ROW.test(line) ? cellsOf(line).length : 0));
  if (width < 2 || others.some((cells) => cells !== width)) return [];
  const row = (cell: string): string => `|${` ${cell} |`.repeat(width)}\n`;
  return [{ start: index, end: index, text: row(' ') + row('---') }];
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
