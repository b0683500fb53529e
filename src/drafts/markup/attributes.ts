import { decodeReferences } from '../html/character-references.ts';
import { wordsOfHtml } from '../html/html-words.ts';
import { PICTURE_FILE } from '../picture-file.ts';

/** A tag's attributes by name, in lower case, and its values without a name, in order. */
export type Attributes = {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
};

const ATTRIBUTE =
  /([A-Za-z_:@][\w:.-]*)\s*(?:=|:(?=\s*["']))\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\{\s*"([^"]*)"\s*\}|\{\s*'([^']*)'\s*\}|\{\s*`([^`$]*)`\s*\}|(\{[^{}]*\})|([^\s"'>{},]+))|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|(https?:\/\/[^\s"'<>{}]*[^\s"'<>{},]|[^\s"'=,]+)/g;

/** The longest attribute text that is read, in UTF-16 units. */
const LONGEST = 4000;

/** Parses `src="a.png" alt='b' class={x}`, and the unnamed values of templates: `"a.png", "b"`. */
export function attributesOf(text: string): Attributes {
  const named = new Map<string, string>();
  const positional: string[] = [];
  for (const match of text.slice(0, LONGEST).matchAll(ATTRIBUTE)) {
    const [, name, ...values] = match;
    const value = name === undefined ? values.slice(7).find((one) => one !== undefined) : undefined;
    if (name === undefined) positional.push(plain(value ?? ''));
    else {
      const quoted = [values[0], values[1], values[2], values[3], values[4], values[6]].find(
        (one) => one !== undefined,
      );
      // A value that only a program can compute is skipped.
      if (quoted !== undefined && !named.has(name.toLowerCase()))
        named.set(name.toLowerCase(), plain(quoted));
    }
  }
  return { named, positional };
}

/** Returns the first of some attributes that is not empty. */
export function attributeOf({ named }: Attributes, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = named.get(name)?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** Decodes a value's escapes and character references. */
function plain(value: string): string {
  return decodeReferences(value.replace(/\\(["'`\\])/g, '$1'));
}

/** Attributes whose values readers see as words. */
const WORDS = [
  'title',
  'text',
  'caption',
  'label',
  'alt',
  'summary',
  'description',
  'content',
  'message',
  'heading',
  'quote',
];

/** Returns the words in a tag's attributes, which are removed with it. */
export function attributeWords(attributes: Attributes): string {
  // An unnamed value of several words is a label or a title: `{% post_link radar 'Why radar' %}`.
  const unnamed = attributes.positional.filter((value) => /\p{L}\s+\p{L}/u.test(value.trim()));
  return [...WORDS.flatMap((name) => attributes.named.get(name)?.trim() ?? []), ...unnamed]
    .filter((value) => /\p{L}/u.test(value) && !/^(?:https?:|\/|\.\/)/.test(value))
    .join(' · ');
}

/** Returns the title of a note: the named one, or the only unnamed value. */
export function titleOf(attributes: Attributes): string {
  const named = attributeOf(attributes, 'title', 'summary', 'heading', 'header', 'label');
  if (named !== undefined) return named;
  const [first, second] = attributes.positional;
  const words = [first, second].find((value) => value !== undefined && /\s|^\p{Lu}/u.test(value));
  return words?.trim() ?? '';
}

/** Attributes that name a picture's file. */
const PATHS = ['src', 'url', 'path', 'file', 'image', 'image_path', 'img', 'image_url', 'source', 'filename'];

/** Attributes that may name a picture's file, or something else. */
const MAY_NAME = ['href', 'name', 'light', 'dark'];

/** Attributes that hold a picture's alt text. */
const ALTS = ['alt', 'image_alt', 'alttext', 'alt_text'];

/** Attributes that hold a picture's alt text if it reads as words, and otherwise its name for a program. */
const NAMES = ['name', 'n'];

/** Attributes that hold a picture's caption, besides `title`. */
const CAPTIONS = ['figcaption', 'desc', 'description', 'c'];

/** Attributes that name whose picture it is, and those that hold an address of theirs. */
const CREDITS = ['attr', 'credit', 'credits', 'attribution', 'photographer'];
const CREDIT_LINKS = ['attrlink', 'attr_link', 'creditlink', 'crediturl', 'credit_link', 'credit_url'];

/** Returns whose picture it is, linked if an address is given, as Hugo’s `figure` shows it: `attr="Ana" attrlink="https://…"`. */
function creditOf(attributes: Attributes): string {
  const who = wordsOfHtml(attributeOf(attributes, ...CREDITS) ?? '');
  const link = attributeOf(attributes, ...CREDIT_LINKS) ?? '';
  if (!/\p{L}/u.test(who)) return '';
  return /^https?:\/\/[^\s<>]+$/.test(link) && !/[[\]]/.test(who) ? `[${who}](<${link}>)` : who;
}

/** Joins the words of a caption and whose picture it is: `The mast at noon (Ana)`. */
function withCredit(caption: string, credit: string): string {
  if (credit === '' || caption.toLowerCase().includes(credit.toLowerCase())) return caption;
  return caption === '' ? credit : `${caption} (${credit})`;
}

/** What tells a site’s generator how to draw a picture: `Resize`, `1600x`, `q80`, `webp`, `left`. */
const ORDER =
  /^(?:resize|fit|fill|crop|process|smart|\d{0,5}x\d{0,5}|\d+(?:px|%|em|rem|vw)?|[qr]\d{1,3}|webp|jpe?g|png|left|right|center|true|false)$/i;
const isOrder = (value: string): boolean =>
  value.split(/\s+/).every((word) => word === '' || ORDER.test(word));

/** Returns the picture that a tag shows; `undefined` if it names none. */
export function pictureOf(
  attributes: Attributes,
): { readonly path: string; readonly alt: string; readonly caption: string } | undefined {
  const { positional } = attributes;
  const index = positional.findIndex((value) => PICTURE_FILE.test(value));
  const named = PATHS.map((name) => attributeOf(attributes, name)).filter((value) => value !== undefined);
  // The address that a picture leads to is no picture: `url="https://example.org" image="mast.png"`.
  const file = MAY_NAME.map((name) => attributeOf(attributes, name)).find(
    (value) => value !== undefined && PICTURE_FILE.test(value),
  );
  const path = named.find((value) => PICTURE_FILE.test(value)) ?? file ?? named[0] ?? positional[index];
  if (path === undefined || /[{}]|^\s*$/.test(path)) return undefined;
  const rest = index === -1 ? [] : positional.slice(index + 1);
  // `"Alt of a"`, or as Hexo writes it, words without quotes.
  const behind =
    rest.find((value) => /\s/.test(value) && !isOrder(value)) ??
    (isOrder(rest.join(' ')) ? '' : rest.filter((value) => /\p{L}/u.test(value)).join(' '));
  const name = NAMES.map((one) => attributeOf(attributes, one)).find(
    (value) => value !== undefined && /^\p{L}.*\s|^\p{Lu}\p{L}+$/u.test(value),
  );
  const alt = attributeOf(attributes, ...ALTS) ?? (behind || name) ?? '';
  const words = wordsOfHtml(attributeOf(attributes, 'caption', 'title', ...CAPTIONS) ?? '');
  // Links of a caption are for its line, not for the alt text.
  const unlinked = words.replace(/\[([^[\]\n]{1,300})\]\([^()\s]{0,500}\)/g, '$1');
  return {
    path: path.trim(),
    alt: wordsOfHtml(alt) || unlinked,
    caption: withCredit(words, creditOf(attributes)),
  };
}

/** Whether a picture has a title, but neither an alt text nor a caption: then its title is most likely the alt text. */
export const hasOnlyTitle = (attributes: Attributes): boolean =>
  attributeOf(attributes, 'title') !== undefined &&
  attributeOf(attributes, ...ALTS, 'caption', ...CAPTIONS) === undefined;

/** Returns the caption of a group of pictures; empty without one. */
export const captionOf = (attributes: Attributes): string =>
  attributeOf(attributes, 'caption', 'title') ?? '';
