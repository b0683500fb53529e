import { insideOf } from '../../text/code-spans.ts';
import type { Span } from '../../text/span.ts';
import { isAnnounced } from './is-announced.ts';

/** In Markdown, four columns of white space after a blank line make code. */
const INDENTED = /^(?: {4}| {0,3}\t)/;
/** An item, or a footnote. */
const ITEM = /^ {0,3}(?:(?:[-+*]|\d{1,9}[.)])(?:\s|$)|\[\^[^\]\n]{1,100}\]:)/;

/** Finds code by its indentation, as Markdown does: after a blank line, and not inside an item or a footnote. */
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

/** A tag that begins a block of words. */
const BLOCK_TAG = /^\s*<(?:p|h[1-6]|[uod]l|li|d[dt]|div|blockquote|figure|figcaption|section|article)[\s>]/i;
/** A tag of a list, at the start of a line or at the end of one. */
const LIST_TAG = /^\s*<\/?(?:li|[uod]l|d[dt])\b/i;
const LIST_TAG_ABOVE = /<\/?(?:li|[uod]l|d[dt])\b[^<>`]*>\s*$/i;
/** How many words nobody shows as an example of HTML. */
const MANY_WORDS = 40;

/**
 * Whether indented lines are a text in HTML, which an editor or a template indented as it nested: the rest of a list, or paragraphs of
 * many words. An example that the words above announce is code.
 */
export function isPageOfWords(source: string, { start, end }: Span): boolean {
  const lines = source.slice(start, end);
  if (LIST_TAG.test(lines) && LIST_TAG_ABOVE.test(source.slice(Math.max(0, start - 200), start))) return true;
  if (!BLOCK_TAG.test(lines) || isAnnounced(source, start)) return false;
  const words = lines.replace(/<[^<>]*>|&[a-z]+;/gi, ' ');
  return (words.match(/\p{L}{2,}/gu)?.length ?? 0) >= MANY_WORDS && /\p{L}\S*[.!?](?:\s|$)/u.test(words);
}
