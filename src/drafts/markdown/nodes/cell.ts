import type { Code } from 'mdast';
import type { Block } from '../../draft.ts';
import type { Position } from '../../finding.ts';
import { attributesOf } from '../../markup/attributes.ts';
import { pageOfCall } from '../../markup/embeds.ts';
import { PICTURE_FILE } from '../../picture-file.ts';
import { captionWords, cellCaption } from './cell-caption.ts';

/** A cell of Quarto or R Markdown: code that the engine runs, with options for what the page shows. */
export type Cell = {
  readonly language: string;
  /** Without the options above it. */
  readonly source: string;
  readonly hidesCode: boolean;
  readonly alt: string;
  /** As written, in Markdown. */
  readonly caption: string;
};

/** Options above the code, which no page shows. */
const OPTIONS = /^(?:(?:[#%]{1,2}|\/\/|--)\|[^\n]*(?:\n|$))+\n*/;
const HIDDEN_ABOVE = /^(?:[#%]{1,2}|\/\/|--)\|[ \t]*(?:echo|include):[ \t]*false[ \t]*$/im;
const HIDDEN_BEHIND = /\b(?:echo|include)\s*=\s*(?:F|FALSE)\b/i;
const SHOWN_ABOVE = /^(?:[#%]{1,2}|\/\/|--)\|[ \t]*echo:[ \t]*(?:true|fenced)[ \t]*$/im;
const SHOWN_BEHIND = /\becho\s*=\s*(?:T|TRUE)\b/i;
/** What `!expr` gives, R works out. */
const WORDS_ABOVE = /^(?:[#%]{1,2}|\/\/|--)\|[ \t]*fig-(alt|cap):(?![ \t]*!expr\b)(.*)$/gim;
/** In a fence’s first line, `\"` became a plain quotation mark: the string ends at the one before a comma or the brace. */
const WORDS_BEHIND =
  /\bfig\.(alt|cap)\s*=\s*(?:"((?:[^"\\]|\\.|"(?!\s*[,}])){0,2000})"|'((?:[^'\\]|\\.|'(?!\s*[,}])){0,2000})')/gi;

/** Words without the quotation marks around them, and without the signs that strings need: `\"`. */
const unquoted = (written: string): string =>
  written
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .replace(/\\(["'\\])/g, '$1');

/** Returns the options with words for a picture by their names. */
const wordsIn = (options: string, info: string): ReadonlyMap<string, string> =>
  new Map(
    [...info.matchAll(WORDS_BEHIND), ...options.matchAll(WORDS_ABOVE)].map(
      ([, name = '', one, other = '']) => [name.toLowerCase(), unquoted(one ?? other)],
    ),
  );

/**
 * Reads a fence whose language is in braces: `{r echo=FALSE}`, `{python}`; `undefined` for any other. `hidesCells` is what the front matter
 * says of all.
 */
export function cellOf({ lang, meta, value }: Code, hidesCells: boolean): Cell | undefined {
  const info = `${lang ?? ''} ${meta ?? ''}`.trim();
  const language = /^\{\s*\.?([\w+#-]+)(?:[\s,][^}]*)?\}$/.exec(info)?.[1];
  if (language === undefined) return undefined;
  const options = OPTIONS.exec(value)?.[0] ?? '';
  const source = value.slice(options.length);
  const words = wordsIn(options, info);
  const caption = words.get('cap') ?? '';
  return {
    language,
    source: FENCED.test(options) ? fenced(language, options, source) : source,
    hidesCode:
      HIDDEN_BEHIND.test(info) ||
      HIDDEN_ABOVE.test(options) ||
      (hidesCells && !SHOWN_BEHIND.test(info) && !SHOWN_ABOVE.test(options)),
    caption,
    alt: captionWords(words.get('alt') ?? caption),
  };
}

/** `echo: fenced`, which shows the fence of the cell and its other options. */
const FENCED = /^(?:[#%]{1,2}|\/\/|--)\|[ \t]*echo:[ \t]*fenced[ \t]*(?:\n|$)/im;
const fenced = (language: string, options: string, source: string): string =>
  `\`\`\`{${language}}\n${options.replace(FENCED, '')}${source}\n\`\`\``;

/** A picture that the code names, or what another site shows: `blogdown::shortcode("youtube", "abcdefghijk")`. */
const PICTURES = /\binclude_graphics\(\s*(?:c\(\s*)?((?:["'][^"'\n]{1,300}["']\s*,?\s*){1,20})/g;
const SHORTCODE = /\bshortcode\(\s*["'](\w+)["']\s*,\s*([^()\n]{1,300})\)/g;

/** Returns what a cell shows without being run. */
export function shownByCell({ source, alt, caption }: Cell, at: Position): Block[] {
  const pictures = [...source.matchAll(PICTURES)].flatMap(([, paths = '']) =>
    [...paths.matchAll(/["']([^"']+)["']/g)].flatMap(([, path = '']): Block[] =>
      PICTURE_FILE.test(path) ? [{ type: 'image', image: { path, alt, at }, at }] : [],
    ),
  );
  const pages = [...source.matchAll(SHORTCODE)].flatMap(([, name = '', values = '']): Block[] => {
    const url = pageOfCall(name.toLowerCase(), attributesOf(values));
    return url === undefined
      ? []
      : [{ type: 'paragraph', runs: [{ type: 'link', text: url, url, auto: true, at }], at }];
  });
  return [...pictures, ...(pictures.length === 0 ? [] : cellCaption(caption, at)), ...pages];
}

/** Whether a cell does nothing but show them. */
export const onlyShows = ({ source }: Cell): boolean =>
  /^\s*(?:\w+::)?(?:include_graphics|shortcode)\([^()]*(?:\([^()]*\))?[^()]*\)\s*$/.test(source);
