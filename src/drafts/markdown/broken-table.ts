/** The line between the head of a table and its rows, which in a paragraph rules nothing. */
const RULER =
  /^[ \t>]{0,20}\|?[ \t]{0,20}:?-{3,}:?[ \t]{0,20}(?:\|[ \t]{0,20}:?-{2,}:?[ \t]{0,20})+\|?[ \t]*$/;

/** Says why a paragraph with the ruler of a table is no table; undefined for a paragraph without one. */
export function brokenTable(paragraph: string): string | undefined {
  if (!/-[ \t|]{1,40}:?-/.test(paragraph)) return undefined;
  const lines = paragraph.split('\n');
  const at = lines.findIndex((line) => RULER.test(line));
  if (at === -1) return undefined;
  const [head, ruler] = [cellsIn(lines[at - 1] ?? ''), cellsIn(lines[at] ?? '')];
  const why =
    at === 0
      ? 'has no head above its line of dashes: write one, with a blank line above it'
      : head === ruler
        ? 'has rows that are broken over several lines: put each on one line, with a blank line above the table'
        : `has a head of ${head === 1 ? '1 cell' : `${head} cells`} above a line of ${ruler}: give both as many`;
  return `this table can’t be read, and would go out as words and bars: it ${why}`;
}

const cellsIn = (row: string): number => row.replace(/^[ \t>]*\|?|\|[ \t]*$/g, '').split(/(?<!\\)\|/).length;
