import type { Edit } from '../edits.ts';
import type { Line, LineKind } from './lines.ts';

/** Markdown reads four columns of white space below words as more of these words, whatever stands behind them. */
const TOO_FAR = 4;

const WORDS = new Set<LineKind>(['text', 'label', 'definition']);
const ITEMS = new Set<LineKind>(['bullet', 'ordered']);

/**
 * Edits that bring a list to the margin which its author indented by a tab or four spaces, right below words:
 *
 *     Plan:
 *         - one           becomes   - one
 *             - two                     - two
 */
export function indentedListEdits(chunk: string, lines: readonly Line[]): Edit[] {
  const edits: Edit[] = [];
  let margin: string | undefined;
  // Where a paragraph may open; in one; or in something else, such as an item that goes on.
  let place: 'open' | 'words' | 'other' = 'open';
  for (const line of lines) {
    const leading = chunk.slice(line.start, line.textStart);
    if (margin !== undefined && (line.kind === 'blank' || !leading.startsWith(margin))) margin = undefined;
    else if (place === 'words' && ITEMS.has(line.kind) && line.indent >= TOO_FAR) margin = leading;
    if (margin !== undefined) edits.push({ start: line.start, end: line.start + margin.length, text: '' });
    if (line.kind === 'blank') place = 'open';
    else place = place !== 'other' && line.indent === 0 && WORDS.has(line.kind) ? 'words' : 'other';
  }
  return edits;
}
