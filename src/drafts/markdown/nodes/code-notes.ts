import type { Code } from 'mdast';
import { PICTURE_FILE } from '../../picture-file.ts';

/** A mark of MkDocs for a note below the code, with the sign of a comment that goes with it: `# (1)!`; `f(1)!` is code. */
const MARK =
  /(?<![ \t])(?:[ \t]*(?:#|\/\/|--|;{1,2}|%|<!--|\/\*)[ \t]*|[ \t]+|^)\(\d{1,3}\)!(?:[ \t]*\(\d{1,3}\)!){0,8}[ \t]*(?:(?:-->|\*\/)[ \t]*)?$/gm;

/** Drops the marks for notes below the code; the notes are a list there. */
export const withoutMarks = (source: string): string =>
  source.includes(')!') ? source.replace(MARK, '') : source;

/** A line of code in whose place a page puts a file: MkDocs’ `--8<-- "tree.py"`, mdBook’s `{{#include tree.rs:main}}`. */
const INCLUDED =
  /^[ \t]*(?:-{1,4}8<-{1,4}[ \t]*["'](?:;[ \t]*)?([^"'\n]{1,300})["']|\{\{[ \t]*#(?:rustdoc_)?include[ \t]+([^{}\n]{1,300}?)[ \t]*\}\})[ \t]*(?:\n|$)/gm;

/** Languages of code that shows how to write such a line. */
const SHOWS_SIGNS = /^(?:md|mdx|markdown|te?xt|hbs|handlebars|yaml|yml|toml|diff|none)?$/i;

/** Splits code into the lines that are there, and the names of the files that a page puts in place of others. */
export function splitIncludes(
  source: string,
  language: string,
): { readonly code: string; readonly files: readonly string[] } {
  if (!/8<-|#(?:rustdoc_)?include\b/.test(source) || SHOWS_SIGNS.test(language))
    return { code: source, files: [] };
  const files = [...source.matchAll(INCLUDED)].map(([, ofMkdocs, ofMdbook]) =>
    (ofMkdocs ?? ofMdbook ?? '').trim(),
  );
  return { code: files.length === 0 ? source : source.replace(INCLUDED, ''), files };
}

/** Says what to do about a file that a page puts in place of a line. */
export const includeAdvice = (file: string): string =>
  PICTURE_FILE.test(file)
    ? 'add it as a picture, `![what it shows](FILE)`'
    : 'write its lines here, or remove it';

/** How Quarto’s users write a cell that is shown and not run: its braces are doubled, and the page shows single ones. */
const ESCAPED = /^\{(\{[^{}\n]+\})\}$/;
const ESCAPED_INSIDE = /^([ \t]*`{3,})\{(\{[^{}\n]+\})\}[ \t]*$/gm;

/** Returns a fence of Quarto that the page shows with its lines, ```` ```{r} ````; `undefined` for any other. */
export function shownFence({ lang, meta, value }: Code): string | undefined {
  const own = ESCAPED.exec(`${lang ?? ''} ${meta ?? ''}`.trim())?.[1];
  return own === undefined ? undefined : `\`\`\`${own}\n${value}\n\`\`\``;
}

/** Writes the doubled braces of cells inside code as the page shows them. */
export const withSingleBraces = (source: string): string =>
  source.includes('{{') ? source.replace(ESCAPED_INSIDE, '$1$2') : source;
