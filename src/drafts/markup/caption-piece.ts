import { attributeOf, attributesOf } from './attributes.ts';
import type { Piece } from './block-layout.ts';
import { insideOfPair, type TokenCase } from './token-case.ts';

/** How far above a caption its picture is looked for, in UTF-16 units. */
const FARTHEST = 3000;
/** What makes several paragraphs of a caption, or slants it already. */
const OWN_LAYOUT = /\n\s*\n|<\/?(?:p|div|ul|ol|li|em|i|blockquote|pre|table)\b/i;
/** Classes of captions: `caption`, `thecap`, `wp-caption-text`, `figcaption`. */
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:the|fig|figure|img|image|photo)?[_-]?cap(?:tion)?(?:$|[\s_-](?:text)?)/i;
/** The end of a paragraph or of an element around it, which follows a caption: `<p><img …> <center>The words</center></p>`. */
const ENDS = /^\s*(?:<\/(?:p|div|figure|td)\b|$)|^[^\S\n]*\n[^\S\n]*\n/i;
/** An empty line behind the picture, which ends its paragraph. */
const BLANK = /\n[^\S\n]*\n[^\n]*$/;
/** A picture with nothing but tags behind it. */
const PICTURE_ABOVE = /(?:<img\b[^<>]*>|!\[[^\]\n]*\]\([^)\n]*\))(?:\s|<\/?[a-z][^<>]*>)*$/i;

/**
 * Makes the piece for a tag of a picture's caption: its words are slanted, which distinguishes them from the text below the picture.
 * Undefined for the caption of anything else, such as the name below a quotation.
 */
export function captionPiece(here: TokenCase): Piece | undefined {
  const { token, pair, options } = here;
  if (pair === undefined || options.purpose !== 'thread' || !isCaption(here)) return undefined;
  const words = insideOfPair(here);
  if (words.trim() === '' || OWN_LAYOUT.test(words)) return undefined;
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

/** Whether an element is a caption by its name or its class, and a picture is above it. */
function isCaption({ pair, source }: TokenCase): boolean {
  if (pair === undefined || pair.open.language !== 'html') return false;
  const { name, text, start } = pair.open;
  const { end } = pair.close;
  const above = source.slice(Math.max(0, start - FARTHEST), start);
  if (name !== 'figcaption') {
    const classes = attributeOf(attributesOf(text), 'class', 'classname') ?? '';
    const isLast = name === 'center' && ENDS.test(source.slice(end, end + 100)) && !BLANK.test(above);
    return (isLast || CAPTION_CLASS.test(classes)) && PICTURE_ABOVE.test(above);
  }
  const figure = above.slice(Math.max(0, above.toLowerCase().lastIndexOf('<figure')));
  return /<img\b|!\[/i.test(figure) && !/<(?:blockquote|pre|table|video|audio|iframe)\b/i.test(figure);
}
