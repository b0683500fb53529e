import type { Span } from '../../text/span.ts';

/** The line between the head of a table and its rows: `| --- | :-: |`, `---|---`. */
const RULER = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

const MAY_HOLD = /\|[ \t]{0,40}:?-|-:?[ \t]{0,40}\|/;

/**
 * Returns the lines of the tables that Markdown knows by a ruler: the head above it, and the lines with a bar below it.
 *
 *     | Gate | <div>Rain</div> |
 *     | ---- | --------------- |
 *     | May  | 12.4            |
 */
export function tableRows(source: string, from: number): Span[] {
  if (!MAY_HOLD.test(source)) return [];
  const spans: Span[] = [];
  let above: Span | undefined;
  let isInside = false;
  for (let start = from; start < source.length; ) {
    const next = source.indexOf('\n', start) + 1 || source.length;
    const line = source.slice(start, next).trimEnd();
    const hasBar = line.includes('|');
    if (hasBar && above !== undefined && !isInside && RULER.test(line)) {
      spans.push(above);
      isInside = true;
    }
    isInside &&= hasBar;
    if (isInside) spans.push({ start, end: next });
    above = hasBar ? { start, end: next } : undefined;
    start = next;
  }
  return spans;
}
