import type { Position } from './finding.ts';

/** A file's lines, for converting offsets to positions. */
export type LineTable = {
  /** UTF-16 offset at which each line starts; the first is 0. */
  readonly starts: readonly number[];
  /** Returns the line and column of a UTF-16 offset. */
  readonly positionAt: (offset: number) => Position;
};

/** Makes the table of a text; `\n`, `\r\n` and a lone `\r` end a line, as in Markdown. */
export function lineTable(text: string): LineTable {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  const positionAt = (offset: number): Position => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return { starts, positionAt };
}
