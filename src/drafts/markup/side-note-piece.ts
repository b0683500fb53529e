import { attributesOf } from './attributes.ts';
import type { Piece } from './block-layout.ts';
import { type MarkupToken, shownToken } from './markup-token.ts';
import { standsAlone, type TokenCase, textPiece } from './token-case.ts';

const SIDE_NOTE = /^(?:foot-?note|side-?note|margin-?note|fn|sn|mn)$/;

/** The author’s own mark of a note: `*`, `**`, `†`, `1`. */
const MARK = /^(?:\*{1,3}|[†‡§]{1,2}|\d{1,2})$/;

/** Opens a note on lines of its own with its mark, to which one in the text leads: `{{<footnote "*">}}` becomes `* In May.` */
function markedNote({ text, start, end }: MarkupToken, source: string): Piece | undefined {
  const mark = attributesOf(text).positional[0] ?? '';
  if (!MARK.test(mark)) return undefined;
  const gap = /^\s*/.exec(source.slice(end, end + 100))?.[0].length ?? 0;
  return { start, end: end + gap, as: { is: 'text', text: `\n\n${mark.replaceAll('*', '\\*')} ` } };
}

/**
 * Puts a note that a page shows beside its sentence, or below the text, into brackets: `It sank<Footnote>In May.</Footnote>.`
 * becomes `It sank (In May.).` A summary leaves it out. Returns `undefined` for any other tag, and for a note on lines of its own.
 */
export function sideNotePiece({ token, pair, source, options, notes }: TokenCase): Piece | undefined {
  if (pair === undefined || !SIDE_NOTE.test(token.name)) return undefined;
  if (standsAlone(source, pair)) return token === pair.open ? markedNote(token, source) : undefined;
  if (options.purpose === 'summary')
    return { start: pair.open.start, end: pair.close.end, as: { is: 'text', text: '' } };
  if (token === pair.close) return textPiece(token, ')');
  const message = `\`${shownToken(token, source, token.start)}\` is a note beside the text, which a post can’t show; its words stay, in brackets`;
  notes.push({ code: 'not-text', offset: token.start, message });
  return textPiece(token, /\s/.test(source.charAt(token.start - 1)) ? '(' : ' (');
}
