import type { Piece } from './block-layout.ts';
import { insideOfPair, standsAlone, type TokenCase, textPiece, whole } from './token-case.ts';

/** Makes a formula of what stands between tags: `{% katex %}x^2{% endkatex %}`. */
export function formulaPiece(here: TokenCase): Piece | undefined {
  const { token, pair, source } = here;
  const tex = insideOfPair(here).trim();
  if (pair === undefined || tex === '') return textPiece(token, '');
  // What has the signs of a formula needs no others.
  if (tex.includes('$')) return textPiece(token, '');
  if (pair.open !== token) return undefined;
  return standsAlone(source, pair) && !/^\s*inline\b/.test(token.text)
    ? { ...whole(here), as: { is: 'block', text: `$$\n${tex.replace(/\n\s*\n/g, '\n')}\n$$` } }
    : { ...whole(here), as: { is: 'text', text: `$${tex.replace(/\s+/g, ' ')}$` } };
}
