import { POST_PICTURES } from '../front-matter/picture-alt.ts';
import { PICTURE_FILE } from '../picture-file.ts';
import { attributeOf, attributesOf, pictureOf } from './attributes.ts';
import type { MarkupToken } from './markup-token.ts';
import { tagUse } from './tag-use.ts';
import { insideOfPair, type TokenCase } from './token-case.ts';

/** Names that end in what a picture is called, `blogpicture`, or begin with it: `image_with_border`. */
const CALLED =
  /(?:picture|image|img|photo|(?<!con)figure|screenshot)s?$|^(?:picture|image|img|photo|figure)[_-]/;
/** Names of kinds of files: `{% include png.html url="mast" %}`. */
const KINDS = /^(?:png|jpe?g|gif|webp|avif|svg)$/;
/** What is part of a sentence or of a page’s frame. */
const SIGNS = /icon|logo|avatar|badge|emoji/;
/** Tags that put another file in their place. */
const INCLUDES = /^(?:include|render|partial)$/;

/** Returns what a tag is called: of an include, the file’s name without folder and ending. */
export function calledName({ name, language, text }: MarkupToken): string {
  if (language === 'html' || !INCLUDES.test(name)) return name;
  const file = attributesOf(text).positional[0] ?? '';
  return (file.split('/').at(-1) ?? '').replace(/\.\w+$/, '').toLowerCase();
}

/**
 * Returns the picture that a tag’s attributes name; of an include for one kind of files, with the ending of that kind:
 *
 *     {% include png.html name="The mast at noon" url="masts/noon" %}
 *                └ kind ┘      └───── alt ────┘       └─ path ─┘
 */
export function pictureOfTag(token: MarkupToken): ReturnType<typeof pictureOf> {
  const picture = pictureOf(attributesOf(token.text));
  const kind = calledName(token);
  if (picture === undefined || !KINDS.test(kind) || PICTURE_FILE.test(picture.path)) return picture;
  return { ...picture, path: `${picture.path}.${kind}` };
}

/** Whether a tag is called a picture, `<BlogPicture>`, `{% include figure.html %}`. */
export const isCalledPicture = (token: MarkupToken): boolean =>
  CALLED.test(calledName(token)) || tagUse(calledName(token)) === 'image';

/**
 * Whether a tag that holds no words but a caption shows a picture: it carries a picture’s file, whatever its name, or a path, and
 * its name says the rest:
 * `<Wide src="mast.png" />`, `<BlogPicture path="masts/noon" />`.
 */
export function showsPicture(here: TokenCase): boolean {
  const { token } = here;
  const inside = insideOfPair(here).trim();
  if (token.role === 'close' || SIGNS.test(token.name)) return false;
  if (inside !== '' && !isCaptioned(here, inside)) return false;
  const path = pictureOfTag(token)?.path ?? '';
  return PICTURE_FILE.test(path) || (CALLED.test(calledName(token)) && IS_PATH.test(path));
}

/** Whether a component with alt text holds one line of words: `<Banner alt="A mast" src="mast.jpg">By Ana</Banner>`. */
const isCaptioned = ({ token }: TokenCase, inside: string): boolean =>
  token.language === 'component' &&
  !/\n[ \t]*\n/.test(inside) &&
  inside.length <= LONGEST_CAPTION &&
  attributeOf(attributesOf(token.text), 'alt') !== undefined;

/** The longest words that are a caption, in UTF-16 units. */
const LONGEST_CAPTION = 300;

/** Names of the picture that a post’s front matter gives. */
const OF_POST = /^(?:featured?|cover|hero|banner|header|lead|title|post)[-_]?(?:picture|image|img|photo)$/;
/** Whether a tag without a path is called a picture and says what the picture shows: `{{< featuredImg alt="A mast" >}}`. */
export const namesPicture = (here: TokenCase): boolean =>
  here.token.role !== 'close' &&
  here.pair === undefined &&
  CALLED.test(calledName(here.token)) &&
  !SIGNS.test(here.token.name) &&
  attributeOf(attributesOf(here.token.text), 'alt', 'caption') !== undefined;

/** Returns the picture of the post, which its front matter names and the tag describes: `featured_image: mast.png`. */
export function pictureOfPost({ token, options }: TokenCase): ReturnType<typeof pictureOf> {
  if (!OF_POST.test(token.name)) return undefined;
  const path = POST_PICTURES.map((key) => options.field(key)).find(
    (value) => value !== undefined && PICTURE_FILE.test(value),
  );
  return path === undefined
    ? undefined
    : pictureOf({ named: new Map([...attributesOf(token.text).named, ['src', path]]), positional: [] });
}

/** A path with a name of letters, without spaces. */
const IS_PATH = /^[^\s?]*\p{L}[^\s?]*$/u;
