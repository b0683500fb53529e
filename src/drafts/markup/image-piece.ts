import { decodeReferences } from '../html/character-references.ts';
import { withoutTags } from '../html/html-words.ts';
import { PICTURE_FILE } from '../picture-file.ts';
import {
  attributeOf,
  attributesOf,
  attributeWords,
  captionOf,
  hasOnlyTitle,
  pictureOf,
} from './attributes.ts';
import type { Piece } from './block-layout.ts';
import { HOLE } from './hole.ts';
import { withImports } from './imported-file.ts';
import { excerptOf } from './markup-token.ts';
import type { Pair } from './pair-up.ts';
import { pictureOfPost, pictureOfTag } from './picture-tag.ts';
import {
  insideOfPair,
  isAlone,
  note,
  partingPiece,
  standsAlone,
  type TokenCase,
  textPiece,
  whole,
} from './token-case.ts';

/** The beginning of a picture’s address, or of a link’s. */
const IN_TARGET = /\]\(<?$/;
/** A file as the only argument of a tag. */
const FILE = /^\s*(?:\w+\s*=\s*)?["'`]?([^\s"'`()<>]+)["'`]?\s*$/;

/** Makes the piece for a picture of a component, a shortcode or a figure, with its caption below. */
export function imagePiece(here: TokenCase): Piece | undefined {
  const { token, pair, source, options } = here;
  if (pair?.close === token) return captionBelow(here, pair) ?? partingPiece(token);
  // Hugo’s `![A mast]({{< file "mast.png" >}})`: the tag prints the address of the file.
  const file = IN_TARGET.test(source.slice(Math.max(0, token.start - 300), token.start))
    ? FILE.exec(token.text)?.[1]
    : undefined;
  if (file !== undefined && PICTURE_FILE.test(file)) return textPiece(token, file);
  const picture = pictureOfTag(token) ?? importedPicture(here) ?? bundledPicture(here) ?? pictureOfPost(here);
  const inside = withoutTags(insideOfPair(here));
  const span = whole(here);
  if (picture !== undefined && isIcon(here, picture)) {
    note(here, 'not-text', 'is a drawing without words, such as an icon');
    return { ...span, as: { is: 'text', text: '' } };
  }
  // A component around a picture of its own: `<Figure><img src="mast.png" /></Figure>`.
  if (picture === undefined && pair !== undefined && /<img\b|!\[/i.test(insideOfPair(here)))
    return partingPiece(token);
  if (picture === undefined) {
    const words = lostWords(token.text, decodeReferences(inside));
    const lost = words === '' ? '' : `, and with it: ${words}`;
    const what = `shows a picture whose file only the blog knows; it is left out${lost}; write ![…](FILE) if readers need it`;
    note(here, words === '' && options.purpose === 'summary' ? 'not-text' : 'not-text-dropped', what);
    return isAlone(source, span.start, span.end)
      ? { ...span, as: { is: 'block', text: '' } }
      : { ...span, as: { is: 'text', text: options.purpose === 'summary' ? HOLE : '' } };
  }
  // `{% include wide_img.html title="A mast" %}`: such templates write the title as alt text; one named `card` shows it.
  const untold = /^\s*\S*im(?:g|age)/.test(token.text) && hasOnlyTitle(attributesOf(token.text));
  const caption = options.purpose === 'summary' ? '' : inside || (untold ? '' : picture.caption);
  const alt = picture.alt || picture.caption || decodeReferences(inside);
  const written = `![${alt.replace(/[[\]\\<&*_`]/g, '\\$&').replace(/\s+/g, ' ')}](<${picture.path.replace(/[<>\n]/g, '')}>)`;
  if (!isAlone(source, span.start, span.end)) return { ...span, as: { is: 'text', text: written } };
  // Words with links or expressions go on below the picture as they are.
  if (
    token.language === 'component' &&
    options.purpose !== 'summary' &&
    /<a\b|\]\(|\{/.test(insideOfPair(here))
  )
    return { start: token.start, end: token.end, as: { is: 'block', text: written } };
  return {
    ...span,
    as: { is: 'block', text: caption === '' ? written : `${written}\n\n${slanted(caption)}` },
  };
}

/** A link whose words begin, or have begun, and the words behind a drawing in it. */
const IN_LINK = /(?:<a\b[^<>]*>[^<>]{0,200}|\[[^\]\n]{0,200})$/i;
const WORDS_BEHIND = /^[^<>\]\n]*[\p{L}\p{N}][^<>\]\n]*(?:<\/a|\])/iu;

/** Whether an included drawing stands before the words of a link: `<a href="…">{% include rss.svg %} The log</a>`. */
const isIcon = ({ token, source }: TokenCase, { path, alt }: { path: string; alt: string }): boolean =>
  token.name === 'include' &&
  alt === '' &&
  /\.svg$/i.test(path) &&
  IN_LINK.test(source.slice(Math.max(0, token.start - 600), token.start)) &&
  WORDS_BEHIND.test(source.slice(token.end, token.end + 300));

/** Returns what is lost with a picture: its caption and its alt text, each by its name if it has both. */
function lostWords(written: string, inside: string): string {
  const attributes = attributesOf(written);
  const [alt, caption] = [attributeOf(attributes, 'alt'), attributeOf(attributes, 'caption')];
  if (alt !== undefined && caption !== undefined && inside === '')
    return `its alt text “${excerptOf(alt)}” and its caption “${excerptOf(caption)}”`;
  const words = [attributeWords(attributes), inside].filter((some) => some !== '').join(' · ');
  return words === '' ? '' : `“${excerptOf(words)}”`;
}

/** Makes the caption of a tag around a picture, below the picture: `{% figure caption:"A mast" %}![…](a.png){% endfigure %}`. */
function captionBelow(here: TokenCase, { open, close }: Pair): Piece | undefined {
  if (here.options.purpose === 'summary' || open.language === 'html') return undefined;
  const attributes = attributesOf(open.text);
  const caption = captionOf(attributes);
  const isAround = pictureOf(attributes) === undefined && /<img\b|!\[/i.test(insideOfPair(here));
  if (caption === '' || !isAround || !standsAlone(here.source, { open, close })) return undefined;
  return { start: close.start, end: close.end, as: { is: 'block', text: slanted(caption) } };
}

/** Returns a picture whose file the page imports: `import mast from './mast.png'` and `<Image src={mast} alt="A mast" />`. */
function importedPicture({ token, source }: TokenCase): ReturnType<typeof pictureOf> {
  const picture = pictureOf(attributesOf(withImports(token.text, source)));
  return picture !== undefined && PICTURE_FILE.test(picture.path) ? picture : undefined;
}

/** Returns the picture that Docsy finds beside the text by a part of its name: `{{< imgproc mast Resize 800x >}}`. */
function bundledPicture({ token, options }: TokenCase): ReturnType<typeof pictureOf> {
  const attributes = attributesOf(token.text);
  const [part] = attributes.positional;
  if (token.name !== 'imgproc' || part === undefined) return undefined;
  const path = options.site?.picture(part);
  return path === undefined
    ? undefined
    : pictureOf({ named: new Map([...attributes.named, ['src', path]]), positional: [] });
}

/** Returns a caption in italics, which distinguish it from the text below the picture; as it is if it has marks of its own. */
export const slanted = (caption: string): string =>
  /^[^\s*_`[\]<>\\](?:[^*_`[\]<>\\\n]*[^\s*_`[\]<>\\])?$/u.test(caption) ? `*${caption}*` : caption;
