import type { Piece } from './block-layout.ts';
import { shownToken } from './markup-token.ts';
import { standsAlone, type TokenCase, textPiece } from './token-case.ts';

const SIDE_NOTE = /^(?:foot-?note|side-?note|margin-?note|fn|sn|mn)$/;

/**
 * Puts a note that a page shows beside its sentence, or below the text, into brackets: `It sank<Footnote>In May.</Footnote>.`
 * becomes `It sank (In May.).` A summary leaves it out. Returns `undefined` for any other tag, and for a note on lines of its own.
 */
export function sideNotePiece({ token, pair, source, options, notes }: TokenCase): Piece | undefined {
  if (pair === undefined || !SIDE_NOTE.test(token.name) || standsAlone(source, pair)) return undefined;
  if (options.purpose === 'summary')
    return { start: pair.open.start, end: pair.close.end, as: { is: 'text', text: '' } };
  if (token === pair.close) return textPiece(token, ')');
  const message = `\`${shownToken(token, source, token.start)}\` is a note beside the text, which a post can’t show; its words stay, in brackets`;
  notes.push({ code: 'not-text', offset: token.start, message });
  return textPiece(token, /\s/.test(source.charAt(token.start - 1)) ? '(' : ' (');
}
