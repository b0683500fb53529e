import { lowerBound } from './lower-bound.ts';
import type { Span } from './span.ts';

const FENCE = /^[\s>]*(?:[-+*]\s+|\d{1,9}[.)]\s+)*(`{3,}|~{3,})(.*)$/;

/**
 * Finds fenced code and code in backticks, in order; templates and components inside are only shown.
 *
 *     Use `{{< ref >}}` for links.
 *         ├──────────┤
 */
export function codeSpans(text: string, from: number): Span[] {
  const spans: Span[] = [];
  let fence: { readonly mark: string; readonly start: number } | null = null;
  let paragraph = from;
  let lineStart = from;
  while (lineStart <= text.length) {
    const found = text.indexOf('\n', lineStart);
    const lineEnd = found === -1 ? text.length : found;
    const line = text.slice(lineStart, lineEnd);
    if (fence !== null) {
      if (closes(line, fence.mark)) {
        spans.push({ start: fence.start, end: lineEnd });
        fence = null;
        paragraph = lineEnd;
      }
    } else {
      const [, mark, info = ''] = FENCE.exec(line) ?? [];
      const opens = mark !== undefined && !(mark.startsWith('`') && info.includes('`'));
      if (opens || line.trim() === '') {
        addInline(text, paragraph, lineStart, spans);
        paragraph = lineEnd;
      }
      if (opens) fence = { mark, start: lineStart };
    }
    if (found === -1) break;
    lineStart = lineEnd + 1;
  }
  if (fence === null) addInline(text, paragraph, text.length, spans);
  else spans.push({ start: fence.start, end: text.length });
  return spans;
}

function closes(line: string, mark: string): boolean {
  const bare = line.replace(/^[\s>]+/, '').trimEnd();
  return bare.length >= mark.length && bare === mark.charAt(0).repeat(bare.length);
}

/** Adds inline code: a run of backticks extends to the next run of the same length in its paragraph. */
function addInline(text: string, from: number, to: number, spans: Span[]): void {
  const runs = [...text.slice(from, to).matchAll(/`+/g)];
  const later = new Map<number, number[]>();
  runs.forEach((run, index) => {
    const same = later.get(run[0].length);
    if (same === undefined) later.set(run[0].length, [index]);
    else same.push(index);
  });
  const done = new Map<number, number>();
  for (let at = 0; at < runs.length; at += 1) {
    const opening = runs[at];
    if (opening === undefined) continue;
    const { length } = opening[0];
    const same = later.get(length) ?? [];
    let next = done.get(length) ?? 0;
    while ((same[next] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    done.set(length, next);
    const closer = same[next];
    const closing = closer === undefined ? undefined : runs[closer];
    if (closer === undefined || closing === undefined) continue;
    spans.push({ start: from + opening.index, end: from + closing.index + closing[0].length });
    at = closer;
  }
}

/** Returns a test for offsets inside one of the spans. */
export function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  return (offset) => {
    const span = spans[lowerBound(spans.length, (at) => (spans[at]?.end ?? 0) > offset)];
    return span !== undefined && span.start <= offset;
  };
}
