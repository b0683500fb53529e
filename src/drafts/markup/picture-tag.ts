import { PICTURE_FILE } from '../picture-file.ts';
import { attributesOf, pictureOf } from './attributes.ts';
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
 * Whether a tag that holds no words shows a picture: it carries a picture’s file, whatever its name, or a path, and its name says the rest:
 * `<Wide src="mast.png" />`, `<BlogPicture path="masts/noon" />`.
 */
export function showsPicture(here: TokenCase): boolean {
  const { token } = here;
  if (token.role === 'close' || insideOfPair(here).trim() !== '' || SIGNS.test(token.name)) return false;
  const path = pictureOfTag(token)?.path ?? '';
  return PICTURE_FILE.test(path) || (CALLED.test(calledName(token)) && IS_PATH.test(path));
}

/** A path with a name of letters, without spaces. */
const IS_PATH = /^[^\s?]*\p{L}[^\s?]*$/u;
