import type { Piece } from './block-layout.ts';
import type { MarkupNote, MarkupOptions } from './markup-options.ts';
import { type MarkupToken, shownToken } from './markup-token.ts';
import type { Pair } from './pair-up.ts';

/** A token to convert, with its context. */
export type TokenCase = {
  readonly token: MarkupToken;
  readonly pair: Pair | undefined;
  readonly source: string;
  readonly options: MarkupOptions;
  readonly notes: MarkupNote[];
};

/** Makes a piece that replaces a token by words, or by nothing. */
export const textPiece = ({ start, end }: MarkupToken, words: string): Piece => ({
  start,
  end,
  as: { is: 'text', text: words },
});

/** Makes an empty piece that separates the text before and after a token. */
export const partingPiece = ({ start, end }: MarkupToken): Piece => ({
  start,
  end,
  as: { is: 'block', text: '' },
});

/** Whether only white space follows in the line, or attributes of kramdown: `{% include figure … %}{: .wide}`. */
export const isLineEnd = (source: string, at: number): boolean =>
  /^[^\S\n]*(?:\{:[^{}\n]{0,300}\}[^\S\n]*)?(?:\r?\n|$)/.test(source.slice(at, at + 1000));

/** How far back in its line a tag looks, in UTF-16 units. */
const LINE = 1000;

/** Returns what precedes an offset in its line, of a long one only the end. */
export function beforeInLine(source: string, at: number): string {
  const before = source.slice(Math.max(0, at - LINE), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** Whether a tag is the first thing in its line, or in an item. */
export const opensItem = (source: string, at: number): boolean =>
  /^[\s>]*(?:[-+*]|\d{1,9}[.)])?\s*$/.test(beforeInLine(source, at));

/** Whether a tag stands right behind the mark of an item. */
export const isBehindBullet = (source: string, at: number): boolean =>
  /^[\s>]*(?:[-+*]|\d{1,9}[.)])\s+$/.test(beforeInLine(source, at));

/** Returns how much white space before a mark such as `<Ref id="2" />` goes with it: all of it where a full stop or a comma follows. */
export const spaceBefore = ({ token: { start, end }, source }: TokenCase): number =>
  /^[.,;:!?)\]。，、！？]/.test(source.slice(end, end + 1)) && !isBehindBullet(source, start)
    ? (/\s+$/.exec(source.slice(Math.max(0, start - 20), start))?.[0].length ?? 0)
    : 0;

/** Whether something is alone on its lines. */
export function isAlone(source: string, start: number, end: number): boolean {
  return beforeInLine(source, start).trim() === '' && isLineEnd(source, end);
}

/** Whether something is alone on lines between two that are one sentence. */
export function isInSentence(source: string, start: number, end: number): boolean {
  if (!isAlone(source, start, end)) return false;
  const above = source.slice(Math.max(0, start - LINE), start);
  const below = source.slice(end, end + LINE);
  return (
    /[\p{L}\p{N},;)”"’*_`][^\S\n]*\n[^\S\n]*$/u.test(above) && /^[^\S\n]*\r?\n[^\S\n]*\p{Ll}/u.test(below)
  );
}

/** Whether a pair is on lines of its own: only white space before it, and more than one line or nothing after it. */
export function standsAlone(source: string, { open, close }: Pair): boolean {
  const before = beforeInLine(source, open.start);
  if (source.slice(open.end, close.start).includes('\n')) return !/[\p{L}\p{N}]/u.test(before);
  return before.trim() === '' && isLineEnd(source, close.end);
}

/** Returns where a token, or a pair with its content, is. */
export const whole = ({ token, pair }: TokenCase): { start: number; end: number } => ({
  start: token.start,
  end: pair?.open === token ? pair.close.end : token.end,
});

/** Returns what a pair holds, as written. */
export const insideOfPair = ({ pair, source }: TokenCase): string =>
  pair === undefined ? '' : source.slice(pair.open.end, pair.close.start);

/** Returns the tag as messages show it. */
export const shown = ({ token, source }: TokenCase): string => shownToken(token, source, token.start);

/** Adds a note whose message begins with the tag. */
export function note(here: TokenCase, code: MarkupNote['code'], what: string): void {
  here.notes.push({ code, offset: here.token.start, message: `\`${shown(here)}\` ${what}` });
}
