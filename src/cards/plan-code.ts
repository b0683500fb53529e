import { type CodeContent, type CodeRow, INNER_HEIGHT, INNER_WIDTH, leadingOf, SIZES } from './card.ts';
import { displayWidth } from './cells.ts';
import type { FenceMeta } from './fence-meta.ts';
import { drawnText } from './other-scripts.ts';

/** Width of a character of the code font, in font sizes. */
export const CELL = 0.6;
/** Columns from one tab stop to the next. */
const TAB = 4;
/** Cells between line numbers and code. */
export const NUMBER_GAP = 2;
/** Width of the mark of a continued line, in cells. */
export const WRAP_MARK = 2;

/** A code block's content for one card, with the source that it shows. */
export type CodePart = { readonly content: CodeContent; readonly source: string };

/** The code to show. `firstLine` is the number of its first line in the author's block, from 1. */
export type CodeExcerpt = { readonly lines: readonly string[]; readonly firstLine: number };

/** Expands a line's tabs to spaces up to the next stop, and removes terminal control characters. */
export function expandTabs(line: string): string {
  if (!/[\t\x00-\x1f\x7f]/.test(line)) return line;
  let column = 0;
  let out = '';
  for (const character of line) {
    if (character === '\t') {
      const spaces = TAB - (column % TAB);
      out += ' '.repeat(spaces);
      column += spaces;
    } else if (character >= ' ' && character !== '\x7f') {
      out += character;
      column += displayWidth(character);
    }
  }
  return out;
}

/** Returns the lines of a block, or those that its meta selects; undefined if it has none of them. */
export function excerptOf(source: string, { lines: asked }: FenceMeta): CodeExcerpt | undefined {
  const all = source.split(/\r\n|\n|\r/);
  const from = (asked?.from ?? 1) - 1;
  const lines = all.slice(Math.max(0, from), asked?.to ?? all.length);
  return lines.some((line) => line.trim() !== '') ? { lines, firstLine: Math.max(1, from + 1) } : undefined;
}

/** Returns the cells for line numbers. */
export function numberCells(lastNumber: number): number {
  return String(lastNumber).length + NUMBER_GAP;
}

const columnsAt = (size: number, taken: number): number => Math.floor(INNER_WIDTH / (size * CELL)) - taken;
const rowsAt = (size: number): number => Math.floor(INNER_HEIGHT / leadingOf(size));

/**
 * Plans the cards of a code block: the largest font at which it fits on one card without wrapped lines, else the smallest font,
 * with lines wrapped, and split at blank lines.
 */
export function planCode(
  excerpt: CodeExcerpt,
  language: string,
  meta: FenceMeta,
  numbers: boolean,
): CodePart[] {
  const lines = withoutIndent(excerpt.lines.map((line) => drawnText(expandTabs(line))));
  const widest = lines.reduce((most, line) => Math.max(most, displayWidth(line.trimEnd())), 0);
  const firstNumber = meta.start ?? excerpt.firstLine;
  const taken = numbers ? numberCells(firstNumber + lines.length - 1) : 0;
  const smallest = SIZES.at(-1) ?? 13;
  const size =
    SIZES.find((one) => widest <= columnsAt(one, taken) && lines.length <= rowsAt(one)) ?? smallest;
  const columns = columnsAt(size, taken);
  const highlights = meta.highlights
    .map((line) => line - excerpt.firstLine)
    .filter((line) => line >= 0 && line < lines.length);
  const groups = split(lines, columns, rowsAt(size));
  return groups.map((rows) => ({
    content: {
      kind: 'code',
      language,
      lines,
      rows,
      size,
      highlights,
      ...(numbers ? { firstNumber } : {}),
    },
    source: excerpt.lines
      .slice(rows[0]?.line ?? 0, (rows.at(-1)?.line ?? 0) + 1)
      .join('\n')
      .replace(/\s+$/, ''),
  }));
}

/** Removes the common indent of lines, which an excerpt from inside a function has. */
function withoutIndent(lines: readonly string[]): readonly string[] {
  const shared = lines.reduce(
    (least, line) => (line.trim() === '' ? least : Math.min(least, indentOf(line))),
    Number.POSITIVE_INFINITY,
  );
  return shared === 0 || shared === Number.POSITIVE_INFINITY
    ? lines
    : lines.map((line) => line.slice(shared));
}

/** Splits a line into rows: one, or several if it is wider than a card; about `most` at most. */
export function wrapLine(
  text: string,
  line: number,
  columns: number,
  most = Number.POSITIVE_INFINITY,
): CodeRow[] {
  const shown = text.trimEnd();
  if (displayWidth(shown) <= columns) return [{ line, start: 0, end: shown.length, indent: 0 }];
  const own = /^ */.exec(shown)?.[0].length ?? 0;
  const indent = Math.min(own, Math.floor(columns / 2)) + WRAP_MARK;
  const rows: CodeRow[] = [];
  let start = 0;
  let at = 0;
  let cells = 0;
  let breakable = -1;
  let parting = -1;
  let room = columns;
  for (const character of shown) {
    const width = displayWidth(character);
    if (cells + width > room && at > start) {
      const end = breakable > start ? breakable : parting > start ? parting : at;
      rows.push({ line, start, end, indent: rows.length === 0 ? 0 : indent });
      if (rows.length > most) return rows;
      start = end;
      cells = displayWidth(shown.slice(start, at));
      room = columns - indent;
      breakable = -1;
      parting = -1;
    }
    cells += width;
    at += character.length;
    // End a row after a space, else after a comma or a part of an address, if it is then more than half full.
    if (cells <= room / 2 || at <= own) continue;
    if (/\s/.test(character)) breakable = at;
    else if (/[,;(&?/=]/.test(character)) parting = at;
  }
  rows.push({ line, start, end: shown.length, indent: rows.length === 0 ? 0 : indent });
  return rows;
}

/** The most cards planned for one block: far more than any thread shows, and a bound for hostile input. */
export const MOST_PLANNED = 24;

/** Groups the rows of all lines by card: split at blank lines, else before the least indented line. */
function split(lines: readonly string[], columns: number, most: number): CodeRow[][] {
  const groups: CodeRow[][] = [];
  let rows: CodeRow[] = [];
  const add = (group: readonly CodeRow[]): void => {
    const shown = trimBlank(group, lines);
    if (shown.length > 0) groups.push(shown);
  };
  for (let line = 0; line < lines.length && groups.length < MOST_PLANNED; line += 1) {
    for (const row of wrapLine(lines[line] ?? '', line, columns, most * MOST_PLANNED)) rows.push(row);
    while (rows.length > most && groups.length < MOST_PLANNED) {
      const at = cutOf(rows, lines, most);
      add(rows.slice(0, at));
      rows = trimBlank(rows.slice(at), lines);
    }
  }
  if (groups.length < MOST_PLANNED) add(rows);
  return groups;
}

/** Returns where to split rows that exceed a card: at `most` or earlier, but not in the first half. */
function cutOf(rows: readonly CodeRow[], lines: readonly string[], most: number): number {
  const isBlank = (row: CodeRow | undefined): boolean => row !== undefined && lines[row.line]?.trim() === '';
  const half = Math.floor(most / 2);
  let best = -1;
  let depth = Number.POSITIVE_INFINITY;
  for (let at = most; at > half; at -= 1) {
    const row = rows[at];
    if (row === undefined || row.start > 0) continue;
    if (isBlank(rows[at - 1]) || isBlank(row)) {
      // A blank line inside a function is a worse place than one between two functions.
      const next = rows[isBlank(row) ? at + 1 : at];
      const indent = next === undefined ? 0 : indentOf(lines[next.line] ?? '');
      if (indent < depth) [best, depth] = [at, indent];
    }
  }
  if (best >= 0) return best;
  for (let at = most; at > half; at -= 1) {
    const row = rows[at];
    if (row === undefined || row.start > 0) continue;
    const indent = indentOf(lines[row.line] ?? '');
    if (indent < depth && !/^\s*[)\]}]/.test(lines[row.line] ?? '')) [best, depth] = [at, indent];
  }
  return best >= 0 ? best : most;
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** Drops blank rows at both ends, which would only make a card taller. */
function trimBlank(rows: readonly CodeRow[], lines: readonly string[]): CodeRow[] {
  let from = 0;
  let to = rows.length;
  const isBlank = (row: CodeRow | undefined): boolean => row !== undefined && lines[row.line]?.trim() === '';
  while (from < to && isBlank(rows[from])) from += 1;
  while (to > from && isBlank(rows[to - 1])) to -= 1;
  return rows.slice(from, to);
}
