import type { Piece } from './block-layout.ts';
import type { MarkupNote, MarkupOptions } from './markup-options.ts';
import type { MarkupToken } from './markup-token.ts';
import type { Pair } from './pair-up.ts';

/** A token at hand, and what is asked of it. */
export type TokenCase = {
  readonly token: MarkupToken;
  readonly pair: Pair | undefined;
  readonly source: string;
  readonly options: MarkupOptions;
  readonly notes: MarkupNote[];
};

/** Words, or nothing, in the place of a token. */
export const textPiece = ({ start, end }: MarkupToken, words: string): Piece => ({
  start,
  end,
  as: { is: 'text', text: words },
});

/** Parts what stands before a token and behind it, and is nothing itself. */
export const partingPiece = ({ start, end }: MarkupToken): Piece => ({
  start,
  end,
  as: { is: 'block', text: '' },
});

/** Whether nothing but white space follows in the line. */
export const isLineEnd = (source: string, at: number): boolean =>
  /^[^\S\n]*(?:\r?\n|$)/.test(source.slice(at, at + 1000));

/** Whether something has its lines to itself. */
export function isAlone(source: string, start: number, end: number): boolean {
  return source.slice(source.lastIndexOf('\n', start - 1) + 1, start).trim() === '' && isLineEnd(source, end);
}
