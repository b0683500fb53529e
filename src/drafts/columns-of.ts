/** Columns from one tab stop to the next. */
const TAB = 4;

/** Returns the column behind white space; a tab leads to the next multiple of four. */
export function columnsOf(leading: string): number {
  let column = 0;
  for (const sign of leading) column += sign === '\t' ? TAB - (column % TAB) : 1;
  return column;
}
