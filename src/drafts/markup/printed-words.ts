import { PICTURE_FILE } from '../picture-file.ts';
import { attributeOf, attributesOf } from './attributes.ts';
import type { MarkupToken } from './markup-token.ts';
import { decoratesOrFrames } from './only-on-page.ts';
import { calledName } from './picture-tag.ts';
import { tagUse } from './tag-use.ts';
import { isAlone, type TokenCase } from './token-case.ts';

/** What a tag prints of its own arguments. */
type Printed = { readonly text: string; readonly isLink: boolean };
type Row = {
  readonly reason: string;
  /** Returns the Markdown for what a tag prints; `undefined` if the row says nothing of it. */
  readonly prints: (here: TokenCase) => Printed | undefined;
  readonly sample: string;
  readonly leaves: string;
};

/** A value in quotation marks, and the sign before it of one that has a name. */
const QUOTED = /(=\s*)?(?:"((?:[^"\\]|\\.){1,500})"|'((?:[^'\\]|\\.){1,500})'|`([^`]{1,500})`)/g;
const ADDRESS = /^https?:\/\/[^\s<>"'`{}]+$/i;
/** A page of the site: `/docs/masts/`. */
const PAGE = /^\/[\w-]+(?:\/[\w-]+)*(?:\/|\.html)?(?:#[\w-]+)?$/;
/** The longest arguments that are read, in UTF-16 units. */
const LONGEST = 1000;

/** Returns the values in quotation marks of a tag that have no name, in order. */
const quotedOf = ({ text }: MarkupToken): string[] =>
  [...text.slice(0, LONGEST).matchAll(QUOTED)].flatMap(([, named, ...forms]) =>
    named === undefined
      ? [(forms.find((form) => form !== undefined) ?? '').replace(/\\(["'`\\])/g, '$1')]
      : [],
  );

/** How a date is to be written, in Go’s form or that of `strftime`: `January 2, 2006`, `%d %B`. */
const DATE_LAYOUT = /\bJan(?:uary)? (?:0?2|2006)\b|\b0?2 Jan(?:uary)?\b|%[A-Za-z]/;

/** Whether a value reads as words, and is no path, place, name of a class, address or layout of a date. */
const isWords = (value: string): boolean =>
  /\p{L}/u.test(value) && !/[/{}<>]|\.\w{1,5}$/.test(value) && !DATE_LAYOUT.test(value);

const linked = (words: string, url: string): Printed => ({
  text: `[${words.replace(/[[\]\\]/g, '\\$&').trim()}](<${url}>)`,
  isLink: true,
});

/** What tags print of their arguments in a sentence; the first row that knows wins. */
export const PRINTED_WORDS: readonly Row[] = [
  {
    reason: 'words and an address, without names, are a link',
    prints: ({ token }) => {
      const values = quotedOf(token);
      const url = values.find((value) => ADDRESS.test(value) || PAGE.test(value));
      const words = values.find((value) => value !== url && isWords(value));
      if (url === undefined || words === undefined || PICTURE_FILE.test(url)) return undefined;
      return linked(words, url);
    },
    sample: 'It was {% personlink "Ana Elm", "https://example.org" %}, in May.',
    leaves: 'It was Ana Elm, in May.',
  },
  {
    reason: 'words and an address by the names that say so are a link',
    prints: ({ token }) => {
      const attributes = attributesOf(token.text);
      const url = attributeOf(attributes, 'href', 'url', 'link', 'to') ?? '';
      const words = attributeOf(attributes, 'text', 'label', 'words', 'title') ?? '';
      if (!ADDRESS.test(url) || !/\p{L}/u.test(words) || PICTURE_FILE.test(url)) return undefined;
      return linked(words, url);
    },
    sample: 'See {{ link(text="the log", href="https://example.org") }}.',
    leaves: 'See the log.',
  },
  {
    reason: 'several words in quotation marks, as the first value, are words of the sentence',
    prints: ({ token, source }) => {
      if (isAlone(source, token.start, token.end) || !/^\s*["'`]/.test(token.text)) return undefined;
      const [words = ''] = quotedOf(token);
      if (!/\p{L}[\p{L}\p{N}’'-]*\s+[\p{L}\p{N}]/u.test(words) || !isWords(words)) return undefined;
      return { text: words.trim(), isLink: false };
    },
    sample: 'It was {{< term "a spring tide" >}}, in May.',
    leaves: 'It was a spring tide, in May.',
  },
];

/**
 * Returns what a tag of a template without a closing one prints of its own arguments, as Markdown; `undefined` for one that only
 * decorates, and if only the blog can tell.
 */
export function printedWords(here: TokenCase): Printed | undefined {
  const { token, pair, options } = here;
  if (options.purpose !== 'thread' || pair !== undefined || token.role === 'close') return undefined;
  if (token.language !== 'hugo' && token.language !== 'liquid') return undefined;
  if (decoratesOrFrames(token.name) || tagUse(token.name) !== 'keep' || calledName(token) !== token.name)
    return undefined;
  for (const { prints } of PRINTED_WORDS) {
    const printed = prints(here);
    if (printed !== undefined) return printed;
  }
  return undefined;
}
