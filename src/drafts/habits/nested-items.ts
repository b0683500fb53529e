import { columnsOf } from '../columns-of.ts';
import type { Edit } from '../edits.ts';
import type { Line } from './lines.ts';

/** An open item: its column in the source, the one that it gets, and that of its words. */
type OpenItem = { readonly column: number; readonly at: number; readonly words: number };

/** Markdown takes an item that is this far to the right of the words above for more of these words. */
const TOO_FAR = 4;
/** The deepest nesting that is mended. */
const DEEPEST = 12;

const isItem = ({ kind }: Line): boolean => kind === 'bullet' || kind === 'ordered';

/**
 * Makes edits that move items below an item which their author indented too far for Markdown, by two tabs or six spaces, to the
 * words of the item above, so that each level stays one:
 *
 *     * one                 * one
 *             - two    ▶      - two
 *                 + three       + three
 *
 *       5. five        ▶      5. five
 *         - six                  - six
 */
export function nestedItemEdits(chunk: string, lines: readonly Line[]): Edit[] {
  const edits: Edit[] = [];
  let open: OpenItem[] = [];
  let belowBlank = false;
  // From which column on a line is code, below a blank line; none before.
  let code = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const wasBlank = belowBlank;
    belowBlank = line.kind === 'blank';
    if (belowBlank) continue;
    const column = columnsOf(chunk.slice(line.start, line.textStart));
    const last = open.at(-1);
    const tooFar = (last === undefined ? 0 : last.column + last.words - last.at) + TOO_FAR;
    if (column < code) code = wasBlank && column >= tooFar ? tooFar : Number.POSITIVE_INFINITY;
    if (column >= code) continue;
    if (!isItem(line)) {
      const above = open.at(-1);
      const shift = above === undefined ? 0 : above.column - above.at;
      if (column === 0 || shift > column) open = [];
      else if (shift > 0) edits.push(indented(line, column - shift));
      continue;
    }
    open = open.filter((item) => item.column < column).slice(0, DEEPEST);
    const parent = open.at(-1);
    if (parent === undefined && column >= TOO_FAR) continue;
    const wanted = parent === undefined ? column : parent.at + column - parent.column;
    const at = parent !== undefined && isMisplaced(wanted, parent, open.at(-2)) ? parent.words : wanted;
    if (at !== column) edits.push(indented(line, at));
    open.push({ column, at, words: at + markWidth(line.text) });
  }
  return edits;
}

/** Whether Markdown takes an item for words of the one above it: too far to the right of its words, or of those around it. */
const isMisplaced = (column: number, { words }: OpenItem, around: OpenItem | undefined): boolean =>
  column >= words + TOO_FAR || (column < words && column >= (around?.words ?? 0) + TOO_FAR);

const indented = ({ start, textStart }: Line, column: number): Edit => ({
  start,
  end: textStart,
  text: ' '.repeat(column),
});

/** Returns how far an item's words are from its mark, as Markdown counts. */
function markWidth(text: string): number {
  const [, mark = '', gap = ''] = /^([-+*]|\d{1,9}[.)])([^\S\n]*)/.exec(text) ?? [];
  return mark.length + (gap.length >= 1 && gap.length <= TOO_FAR ? gap.length : 1);
}
