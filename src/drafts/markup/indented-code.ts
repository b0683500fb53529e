import { insideOf } from '../../text/code-spans.ts';
import type { Span } from '../../text/span.ts';

/** In Markdown, four columns of white space after a blank line make code. */
const INDENTED = /^(?: {4}| {0,3}\t)/;
const ITEM = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:\s|$)/;

/** Finds code by its indentation, as Markdown does: after a blank line, and not inside a list item. */
export function indentedCode(source: string, from: number, fences: readonly Span[]): Span[] {
  if (!/\n(?: {4}| {0,3}\t)/.test(source)) return [];
  const inFence = insideOf(fences);
  const spans: Span[] = [];
  let afterBlank = true;
  let inItem = false;
  let open: { start: number; end: number } | undefined;
  for (let at = from; at <= source.length; ) {
    const found = source.indexOf('\n', at);
    const end = found === -1 ? source.length : found;
    const line = source.slice(at, end);
    if (line.trim() === '') afterBlank = true;
    else {
      const isCode: boolean =
        INDENTED.test(line) && !inItem && !inFence(at) && (afterBlank || open !== undefined);
      if (isCode) open = { start: open?.start ?? at, end };
      else {
        if (open !== undefined) spans.push(open);
        open = undefined;
        if (ITEM.test(line)) inItem = true;
        else if (!/^\s/.test(line)) inItem = false;
      }
      afterBlank = false;
    }
    if (found === -1) break;
    at = end + 1;
  }
  if (open !== undefined) spans.push(open);
  return spans;
}
