import type { Piece } from './block-layout.ts';
import { beforeInLine, isLineEnd, type TokenCase } from './token-case.ts';

/** Makes the empty piece for an item of which a tag is all there is, and its bullet; undefined if anything is indented below it. */
export function emptyItem({ token, source, options }: TokenCase): Piece | undefined {
  const { start, end, role } = token;
  const before = beforeInLine(source, start);
  if (
    role === 'close' ||
    options.purpose !== 'thread' ||
    !/^[ \t]*[-+*][ \t]+$/.test(before) ||
    !isLineEnd(source, end)
  )
    return undefined;
  const next = /^[^\n]*\n([ \t]*)(?=\S)/.exec(source.slice(end, end + 1000))?.[1] ?? '';
  if (next.length > before.search(/\S/)) return undefined;
  return { start: Math.max(0, source.lastIndexOf('\n', start)), end, as: { is: 'text', text: '' } };
}
