import type { Edit } from '../../edits.ts';
import type { MarkSearch } from './mark-rule.ts';

/** A ruler of pandoc’s simple tables, below the row of heads. */
const RULER = /(?<=\n)[ \t]*-{3,}(?: +-{3,})+[ \t]*(?=\n)/g;

/** More columns than any page has room for. */
const MOST_COLUMNS = 50;

/** Whether a text may have a table whose columns only dashes and spaces show. */
export const mayHoldDashedTables = (source: string): boolean => /^[ \t]*-{3,} +-{3,}/m.test(source);

/**
 * Draws the bars of pandoc’s simple tables, which `knitr::kable()` writes, where every row keeps to the columns:
 *
 *     month     mm              | month | mm |
 *     -------  ---       →      |---|---|
 *     May       12              | May | 12 |
 */
export function dashedTables({ source, from, skip }: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  RULER.lastIndex = from;
  for (const { 0: ruler, index } of source.matchAll(RULER)) {
    if (skip(index)) continue;
    const start = source.lastIndexOf('\n', index - 2) + 1;
    const heads = source.slice(start, index - 1);
    if (start < from || isBlank(heads) || !isBlank(lineBefore(source, start))) continue;
    const rows = [heads];
    let end = index + ruler.length;
    for (let line = lineAt(source, end + 1); !isBlank(line); line = lineAt(source, end + 1)) {
      end += 1 + line.length;
      if (/^[ \t]*---[- \t]*$/.test(line)) break;
      rows.push(line);
    }
    const columns = Array.from(ruler.matchAll(/-+/g), ({ index: at }) => at);
    if (rows.length < 2 || columns.length > MOST_COLUMNS || !rows.every((row) => keepsTo(row, columns)))
      continue;
    const [head = '', ...body] = rows.map((row) => written(row, columns));
    edits.push({ start, end, text: [head, `|${'---|'.repeat(columns.length)}`, ...body].join('\n') });
  }
  return edits;
}

const isBlank = (line: string): boolean => line.trim() === '';

function lineAt(source: string, at: number): string {
  const end = source.indexOf('\n', at);
  return at >= source.length ? '' : source.slice(at, end === -1 ? undefined : end);
}

const lineBefore = (source: string, start: number): string =>
  start === 0 ? '' : source.slice(source.lastIndexOf('\n', start - 2) + 1, start - 1);

/** Whether no word of a row reaches into the next column, and its first column is not empty. */
const keepsTo = (row: string, [first = 0, ...others]: readonly number[]): boolean =>
  isBlank(row.slice(0, first)) && others.every((at) => row.length < at || row.charAt(at - 1) === ' ');

/** Writes a row with bars. */
function written(row: string, columns: readonly number[]): string {
  const cells = columns.map((at, column) => row.slice(at, columns[column + 1]).trim());
  return `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
}
