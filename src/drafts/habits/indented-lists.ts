import type { Edit } from '../edits.ts';
import type { Line, LineKind } from './lines.ts';

/** Markdown treats a line indented by four columns below words as more of these words, whatever it contains. */
const TOO_FAR = 4;

const WORDS = new Set<LineKind>(['text', 'label', 'definition']);
const ITEMS = new Set<LineKind>(['bullet', 'ordered']);

/**
 * Makes edits that move a list to the margin that its author indented by a tab or four spaces, directly below words:
 *
 *     Plan:
 *         - one           becomes   - one
 *             - two                     - two
 */
export function indentedListEdits(chunk: string, lines: readonly Line[]): Edit[] {
  const edits: Edit[] = [];
  let margin: string | undefined;
  // Whether a paragraph may begin here, is open, or something else is, such as a continued item.
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
