import type { Edit } from '../edits.ts';
import { DEEPEST_INDENT, DEEPEST_NESTING } from '../limits.ts';
import type { Line } from './lines.ts';

const MARKER = /[^\S\n]*(?:>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$))/y;

/**
 * Finds lists and quotes that nest too deep for a Markdown parser (see `limits.ts`). The edit escapes the first excess marker
 * with a backslash, so that the rest of the line is plain text.
 */
export function tooDeepEdits(chunk: string, lines: readonly Line[]): Edit[] {
  return lines.flatMap((line) => {
    const deep = line.kind === 'raw' || line.kind === 'source' ? -1 : tooDeepAt(chunk, line);
    if (deep === -1) return [];
    const digits = /^\d*/.exec(chunk.slice(deep, deep + 10))?.[0].length ?? 0;
    return [{ start: deep + digits, end: deep + digits, text: '\\' }];
  });
}

/** Returns the offset of the first marker of a line that nests too deep, or -1. */
function tooDeepAt(chunk: string, line: Line): number {
  let depth = line.indent >= DEEPEST_INDENT ? DEEPEST_NESTING : 0;
  MARKER.lastIndex = line.textStart;
  for (
    let match = MARKER.exec(chunk);
    match !== null && MARKER.lastIndex <= line.end;
    match = MARKER.exec(chunk)
  ) {
    depth += 1;
    if (depth > DEEPEST_NESTING) return match.index + match[0].length - match[0].trimStart().length;
  }
  return -1;
}
