import { withoutTags } from '../html/html-words.ts';
import type { Piece } from './block-layout.ts';
import { excerptOf } from './markup-token.ts';
import { isAlone, type TokenCase } from './token-case.ts';

/**
 * Drops a button: its label says what a click does on the page, and a post has nothing to click. Returns `undefined` for a
 * button in a sentence or in a link, because its label is a part of that text.
 */
export function buttonPiece({ token, pair, source, notes }: TokenCase): Piece | undefined {
  if (pair?.open !== token) return undefined;
  const from = source.lastIndexOf('\n', token.start - 1) + 1;
  const lineEnd = source.indexOf('\n', pair.close.end);
  const to = lineEnd === -1 ? source.length : lineEnd;
  const around = `${source.slice(from, token.start)}${source.slice(pair.close.end, to)}`;
  if (
    /<a\b/i.test(around) ||
    withoutTags(around.replace(/<button\b[\s\S]*?<\/button\s*>/gi, '')).trim() !== ''
  )
    return undefined;
  const label = withoutTags(source.slice(pair.open.end, pair.close.start));
  const message = `\`<button>\` is dropped: a post can’t show it${label === '' ? '' : `, and with it: “${excerptOf(label)}”`}`;
  notes.push({ code: 'html-dropped', offset: token.start, message });
  const span = { start: token.start, end: pair.close.end };
  return isAlone(source, span.start, span.end)
    ? { ...span, as: { is: 'block', text: '' } }
    : { ...span, as: { is: 'text', text: '' } };
}
