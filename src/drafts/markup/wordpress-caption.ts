import { withoutTags, wordsOfHtml } from '../html/html-words.ts';
import { attributeOf, attributesOf } from './attributes.ts';
import type { Piece } from './block-layout.ts';
import { slanted } from './image-piece.ts';
import { beforeInLine, insideOfPair, type TokenCase } from './token-case.ts';

/** A picture in Markdown. */
const PICTURE = /!\[[^[\]\n]{0,1000}\]\([^()\n]{0,1000}\)/g;
/** A link with nothing left in it. */
const EMPTY_LINK = /\[\s{0,9}\]\([^()\n]{0,1000}\)/g;

/**
 * Makes the piece for a tag of the form that WordPress wrote until 2012: `[caption caption="The words"]![…](…)[/caption]`. The
 * words of the attribute stand below the picture. Undefined for any other tag, and inside a line.
 */
export function wordpressCaption(here: TokenCase): Piece | undefined {
  const { token, pair, source, options } = here;
  if (pair?.open.language !== 'wordpress' || options.purpose !== 'thread') return undefined;
  if (!/^(?:wp_)?caption$/.test(pair.open.name)) return undefined;
  const caption = wordsOfHtml(attributeOf(attributesOf(pair.open.text), 'caption') ?? '');
  if (caption === '' || beforeInLine(source, pair.open.start).trim() !== '') return undefined;
  if (!holdsOnlyPictures(insideOfPair(here))) return undefined;
  const { start, end } = token;
  return token === pair.open
    ? { start, end, as: { is: 'open', kind: 'plain', marker: '', text: '' } }
    : { start, end, as: { is: 'close', kind: 'plain', text: slanted(caption) } };
}

/** Whether a text shows pictures, linked or not, and has no words. */
const holdsOnlyPictures = (inside: string): boolean =>
  /<img\b|!\[/i.test(inside) &&
  withoutTags(inside.replace(PICTURE, '').replace(EMPTY_LINK, '')).trim() === '';
