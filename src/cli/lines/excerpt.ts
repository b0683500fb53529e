import type { Finding } from '../../drafts/finding.ts';
import type { Sheet } from '../../preview/sheet.ts';
import { wrap } from '../../preview/wrap.ts';

/**
 * Formats the line of a finding with a caret below its column, cut to the sheet's width around it:
 *
 *     12 │ See README.md for more.
 *        │     ^
 */
export function excerpt(lines: readonly string[], finding: Finding, { width, cells }: Sheet): string[] {
  const line = lines[finding.line - 1];
  if (line === undefined || line.trim() === '') return [];
  const number = String(finding.line);
  const room = Math.max(10, width - number.length - 7);
  const column = Math.min(finding.column - 1, line.length);
  // Show a window of the line, because the text before the column may be long.
  const from = column > room - 20 ? Math.max(0, column - Math.floor(room / 2)) : 0;
  const start = from > 0 && /[\uDC00-\uDFFF]/.test(line.charAt(from)) ? from - 1 : from;
  const [row] = wrap(line.slice(start, start + 4 * room), Number.MAX_SAFE_INTEGER, cells);
  const before = start > 0 ? '…' : '';
  let shown = before;
  let used = before.length;
  let caret = used;
  for (const glyph of row?.glyphs ?? []) {
    if (used + glyph.width > room) break;
    if (start + glyph.start <= column) caret = used;
    shown += glyph.shown;
    used += glyph.width;
  }
  const gutter = ' '.repeat(number.length);
  return [`    ${number} │ ${shown}`, `    ${gutter} │ ${' '.repeat(caret)}^`];
}
