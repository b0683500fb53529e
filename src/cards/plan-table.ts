import { type Align, INNER_HEIGHT, INNER_WIDTH, leadingOf, SIZES, type TableContent } from './card.ts';
import { textWidth } from './text-width.ts';
import { narrowest, wrapWords } from './wrap-words.ts';

/** The words of a table: the first row is its header; each row has as many cells as `aligns`. */
export type TableWords = { readonly aligns: readonly Align[]; readonly rows: readonly (readonly string[])[] };

/** A part of a table as a card's content, with its words. */
export type TablePart = { readonly content: TableContent; readonly words: TableWords };

/** Space between two columns, in layout units. */
export const COLUMN_GAP = 20;
/** Space above and below a row's words. */
export const ROW_PADDING = 7;
/** The widest column that is not wrapped: prose in a cell wraps. */
const WIDEST = 260;
/** The narrowest column that may break a long word. */
const LEAST = 150;
/** The most rows and columns that are planned: a bound for hostile input. */
const MOST_ROWS = 1_000;
const MOST_COLUMNS = 60;

const faceOf = (row: number): 'semiBold' | 'regular' => (row === 0 ? 'semiBold' : 'regular');

/** Returns the height of a row from the number of lines of its tallest cell. */
export function rowHeight(lines: number, size: number): number {
  return lines * leadingOf(size) + 2 * ROW_PADDING;
}

type ColumnNeed = { readonly natural: number; readonly least: number };

function needOf({ rows }: TableWords, column: number, size: number): ColumnNeed {
  let natural = 0;
  let least = 0;
  rows.forEach((cells, row) => {
    const words = cells[column] ?? '';
    natural = Math.max(natural, textWidth(words, faceOf(row), size));
    least = Math.max(least, narrowest(words, faceOf(row), size));
  });
  // One extra unit: a text measured in parts may be a little wider as a whole.
  return { natural: Math.min(natural, INNER_WIDTH) + 1, least: Math.min(least, natural, LEAST) + 1 };
}

const gaps = (count: number): number => Math.max(0, count - 1) * COLUMN_GAP;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Distributes the card's width among wrapped columns: each gets its minimum, and the rest in proportion to what it lacks. */
function share(needs: readonly ColumnNeed[]): number[] {
  const room = INNER_WIDTH - gaps(needs.length);
  const natural = needs.map((need) => need.natural);
  if (sum(natural) <= room) return natural;
  const base = needs.map(({ natural: full, least }) =>
    Math.min(full, Math.max(least, Math.min(WIDEST, full) / 3)),
  );
  const floor = sum(base) <= room ? base : needs.map(({ least }) => least);
  const lacking = needs.map((need, at) => need.natural - (floor[at] ?? 0));
  const spare = room - sum(floor);
  const all = sum(lacking);
  return floor.map((width, at) => width + (all === 0 ? 0 : (spare * (lacking[at] ?? 0)) / all));
}

/** The widest column of figures or names that stays unwrapped if a table is split anyway. */
const WHOLE = 160;

/** Returns the minimum width of a column if a table is split by columns: prose wraps. */
function groupWidth({ natural, least }: ColumnNeed): number {
  return natural <= WHOLE ? natural : Math.max(least, WHOLE);
}

/** Groups columns by card; each group after the first repeats the first column. */
function columnGroups(needs: readonly ColumnNeed[]): number[][] {
  const groups = packedColumns(needs, needs.length);
  // Distribute columns evenly: a last card with one column looks left over.
  const even = packedColumns(needs, Math.ceil((needs.length - 1) / groups.length));
  return even.length === groups.length ? even : groups;
}

/** Fills cards with columns: the first column on each, and at most `most` others. */
function packedColumns(needs: readonly ColumnNeed[], most: number): number[][] {
  const groups: number[][] = [];
  const first = needs[0] === undefined ? 0 : groupWidth(needs[0]);
  let group = [0];
  let used = first;
  needs.forEach((need, column) => {
    if (column === 0) return;
    const width = groupWidth(need);
    const isFull = group.length > most || used + gaps(group.length + 1) + width > INNER_WIDTH;
    if (group.length > 1 && isFull) {
      groups.push(group);
      group = [0];
      used = first;
    }
    group.push(column);
    used += width;
  });
  groups.push(group);
  return groups;
}

function picked({ aligns, rows }: TableWords, columns: readonly number[]): TableWords {
  return {
    aligns: columns.map((column) => aligns[column] ?? 'left'),
    rows: rows.map((cells) => columns.map((column) => cells[column] ?? '')),
  };
}

/** A row of a table: its words, and their wrapped lines by column. */
type Row = { readonly words: readonly string[]; readonly cells: readonly (readonly string[])[] };

const linesOf = (cells: Row['cells']): number =>
  cells.reduce((most, lines) => Math.max(most, lines.length), 1);

/** Returns the most lines of a row that fits on a card together with a header of the same height. */
const mostLines = (size: number): number =>
  Math.floor((INNER_HEIGHT / 2 - 2 * ROW_PADDING) / leadingOf(size));

/** Splits a row that is taller than a card into several rows. */
function rowsOfCard({ words, cells }: Row, size: number): Row[] {
  const most = mostLines(size);
  const count = Math.ceil(linesOf(cells) / most);
  if (count === 1) return [{ words, cells }];
  return Array.from({ length: count }, (_, at) => {
    const own = cells.map((lines) => lines.slice(at * most, (at + 1) * most));
    return { words: own.map((lines) => lines.join(' ')), cells: own };
  });
}

/** Returns a table whose header leaves room for rows on a card; a taller header becomes a row below an empty header. */
function withShortHeader(words: TableWords, size: number): TableWords {
  const widths = share(words.aligns.map((_, column) => needOf(words, column, size)));
  const cells = (words.rows[0] ?? []).map((text, at) => wrapWords(text, 'semiBold', size, widths[at] ?? 0));
  if (linesOf(cells) <= mostLines(size)) return words;
  return { aligns: words.aligns, rows: [words.aligns.map(() => ''), ...words.rows] };
}

/** Makes one or more cards of a group of columns: excess rows continue on the next, below the same header. */
function partsOf(table: TableWords, size: number): TablePart[] {
  const words = withShortHeader(table, size);
  const widths = share(words.aligns.map((_, column) => needOf(words, column, size)));
  const rows = words.rows.flatMap((row, at): Row[] => {
    const cells = row.map((text, column) => wrapWords(text, faceOf(at), size, widths[column] ?? 0));
    return at === 0 ? [{ words: row, cells }] : rowsOfCard({ words: row, cells }, size);
  });
  const heightOf = (row: number): number => rowHeight(linesOf(rows[row]?.cells ?? []), size);
  const columns = widths.map((width, at) => ({ width, align: words.aligns[at] ?? ('left' as const) }));
  const parts: TablePart[] = [];
  let taken: number[] = [];
  let height = heightOf(0);
  const add = (): void => {
    if (taken.length === 0 && parts.length > 0) return;
    const shown = [0, ...taken];
    parts.push({
      content: { kind: 'table', size, columns, rows: shown.map((row) => rows[row]?.cells ?? []) },
      words: { aligns: words.aligns, rows: shown.map((row) => rows[row]?.words ?? []) },
    });
  };
  for (let row = 1; row < rows.length; row += 1) {
    const own = heightOf(row);
    if (taken.length > 0 && height + own > INNER_HEIGHT) {
      add();
      taken = [];
      height = heightOf(0);
    }
    taken.push(row);
    height += own;
  }
  add();
  return parts;
}

/**
 * Plans the cards of a table: the largest font at which it fits on one card without wrapped cells; else the smallest, cells
 * wrapped, split by columns (the first repeated) and by rows (the header repeated).
 */
export function planTable(table: TableWords): TablePart[] {
  const words: TableWords = {
    aligns: table.aligns.slice(0, MOST_COLUMNS),
    rows: table.rows.slice(0, MOST_ROWS),
  };
  const smallest = SIZES.at(-1) ?? 13;
  const size =
    SIZES.slice(1).find((one) => {
      const needs = words.aligns.map((_, column) => needOf(words, column, one));
      const wide = sum(needs.map(({ natural }) => natural)) + gaps(needs.length);
      return wide <= INNER_WIDTH && words.rows.length * rowHeight(1, one) <= INNER_HEIGHT;
    }) ?? smallest;
  const needs = words.aligns.map((_, column) => needOf(words, column, size));
  const fitsWrapped = sum(needs.map(({ natural, least }) => Math.min(natural, Math.max(least, 90))));
  if (fitsWrapped + gaps(needs.length) <= INNER_WIDTH) return partsOf(words, size);
  return columnGroups(needs).flatMap((columns) => partsOf(picked(words, columns), size));
}
