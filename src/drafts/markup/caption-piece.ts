import type { Piece } from './block-layout.ts';
import { insideOfPair, type TokenCase } from './token-case.ts';

/** How far above a caption its picture is looked for, in UTF-16 units. */
const FARTHEST = 3000;
/** What makes several paragraphs of a caption, or slants it already. */
const OWN_LAYOUT = /\n\s*\n|<\/?(?:p|div|ul|ol|li|em|i|blockquote|pre|table)\b/i;

/**
 * Makes the piece for a tag of a picture's caption: its words are slanted, which distinguishes them from the text below the picture.
 * Undefined for the caption of anything else, such as the name below a quotation.
 */
export function captionPiece(here: TokenCase): Piece | undefined {
  const { token, pair, source, options } = here;
  if (pair === undefined || token.name !== 'figcaption' || options.purpose !== 'thread') return undefined;
  const words = insideOfPair(here);
  if (words.trim() === '' || OWN_LAYOUT.test(words)) return undefined;
  const above = source.slice(Math.max(0, pair.open.start - FARTHEST), pair.open.start);
  const figure = above.slice(Math.max(0, above.toLowerCase().lastIndexOf('<figure')));
  if (!/<img\b|!\[/i.test(figure) || /<(?:blockquote|pre|table|video|audio|iframe)\b/i.test(figure))
    return undefined;
  return token === pair.open
    ? {
        start: token.start,
        end: token.end,
        as: { is: 'open', kind: 'plain', marker: '', text: '', lead: '<em>', flows: true },
      }
    : {
        start: pair.open.end + words.trimEnd().length,
        end: token.end,
        as: { is: 'close', kind: 'plain', tail: '</em>' },
      };
}
