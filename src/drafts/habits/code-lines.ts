import { bulletMarkOf } from './bullet-marks.ts';
import type { Line, LineKind } from './lines.ts';

/** Columns of white space that make a line code. */
const CODE = 4;

/** What code may stand directly below. */
const ENDS_WORDS = new Set<LineKind>(['blank', 'heading', 'rule']);
/** What holds the lines that are indented below it. */
const HOLDS = new Set<LineKind>(['bullet', 'ordered', 'mark']);
/** The first line of a footnote, which holds indented lines, too. */
const NOTE = /^\[\^[^\]]{1,100}\]:/;

/**
 * Marks the lines that are code by their indentation as `raw`: four columns of white space below a blank line, and not in an item
 * or a note. In them `---` is no rule, and `[name]: words` no definition.
 */
export function withCodeLines(lines: readonly Line[]): Line[] {
  let above: LineKind | 'code' = 'blank';
  let isHeld = false;
  return lines.map((line) => {
    const mayBegin = above === 'code' || ENDS_WORDS.has(above);
    if (line.kind === 'blank') {
      if (above !== 'code') above = 'blank';
      return line;
    }
    const isCode = line.indent >= CODE && line.kind !== 'raw' && !isHeld && mayBegin;
    if (HOLDS.has(line.kind) || bulletMarkOf(line.text) !== undefined || NOTE.test(line.text))
      isHeld = isHeld || !isCode;
    else if (line.indent === 0 && mayBegin) isHeld = false;
    above = isCode ? 'code' : line.kind;
    return isCode ? { ...line, kind: 'raw' } : line;
  });
}
