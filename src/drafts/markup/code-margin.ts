import { indentAt, itemIndent } from './item-indent.ts';

/** Code between tags, and the place of its opening tag in a text. */
type TaggedCode = { readonly source: string; readonly start: number; readonly code: string };

/** The mark of an item at the start of a line. */
const ITEM_MARK = /^[^\S\n]*(?:[-+*]|\d{1,9}[.)])[^\S\n]+/;

/**
 * Drops the indentation that lines of code have only because of where their tag stands: in an item, or between other tags. Code
 * that begins on its tag’s line loses that line’s indentation, other code what all its lines share.
 *
 *     1. First:
 *        <pre>if high:                if high:
 *            shut()</pre>   becomes       shut()
 */
export function withoutOuterMargin({ source, start, code }: TaggedCode): string {
  const [first = '', ...others] = code.split('\n');
  const shared = others.reduce(
    (least, line) => (line.trim() === '' ? least : Math.min(least, indentAt(line, 0))),
    Number.POSITIVE_INFINITY,
  );
  if (shared === 0 || shared === Number.POSITIVE_INFINITY) return code;
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const mark = ITEM_MARK.exec(source.slice(lineStart, Math.min(start, lineStart + 40)))?.[0].length ?? 0;
  const margin =
    first.trim() === '' || shared === indentAt(source, lineStart)
      ? shared
      : Math.min(shared, Math.max(mark, itemIndent(source, lineStart).length));
  return [first, ...others.map((line) => line.slice(Math.min(margin, indentAt(line, 0))))].join('\n');
}
