import { attributeOf, attributesOf } from './attributes.ts';
import type { Piece } from './block-layout.ts';
import type { MarkupToken } from './markup-token.ts';
import { beforeInLine, isLineEnd, type TokenCase } from './token-case.ts';

/** Whether a tag is the first thing in its line, or in an item. */
export const opensItem = (source: string, at: number): boolean =>
  /^[\s>]*(?:[-+*]|\d{1,9}[.)])?\s*$/.test(beforeInLine(source, at));

/** Whether a tag stands right behind the mark of an item. */
export const isBehindBullet = (source: string, at: number): boolean =>
  /^[\s>]*(?:[-+*]|\d{1,9}[.)])\s+$/.test(beforeInLine(source, at));

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

/** Returns `Ana: ` for `<Talk name="Ana">Words.</Talk>`, a part in a dialogue: the page shows who says it. */
export function speakerOf(token: MarkupToken, inside: string): string | undefined {
  if (token.language === 'html' || !/^\s*[\p{L}\p{N}“"'‘(*_`[]/u.test(inside)) return undefined;
  const name = attributeOf(attributesOf(token.text), 'name', 'speaker', 'who', 'character');
  return name !== undefined && /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,3}$/u.test(name)
    ? `${name}: `
    : undefined;
}
