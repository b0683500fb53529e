import { FIELDS_EXPORT, moduleEnd } from '../markup/mdx-tokens.ts';

/**
 * Finds a post's fields in `export const metadata = { … }` (Next.js, MDX): the object's text and offset (UTF-16). Only searches
 * the imports and exports above the text; `undefined` if there is none.
 */
export function exportedFields(
  source: string,
): { readonly text: string; readonly start: number } | undefined {
  const budget = { left: MOST_HEAD };
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(source.slice(at, at + MOST_SPACE))?.[0].length ?? 0;
    const end = moduleEnd(source, at, 0, budget);
    if (end === undefined) return undefined;
    const statement = source.slice(at, end);
    const head = FIELDS_EXPORT.exec(statement)?.[0].length;
    if (head !== undefined) {
      // What may follow the object: `as const`, `satisfies Metadata`, a semicolon.
      const close = statement.lastIndexOf('}');
      return { text: statement.slice(head, close + 1), start: at + head };
    }
    at = end;
  }
}

/** The title among a page’s fields: `title: 'The float'`, in quotation marks or backquotes. */
const TITLE = /(?:^|[{,\n])\s*["']?title["']?\s*:\s*(["'`])((?:(?!\1)[^\\\n]|\\.){1,500})\1/;

/** Returns the title that a page of MDX exports; `undefined` without one. */
export function exportedTitle(source: string): string | undefined {
  const title = TITLE.exec(exportedFields(source)?.text.slice(0, LONGEST_FIELDS) ?? '')?.[2];
  return title?.replace(/\\(.)/g, '$1');
}

/** The longest fields in which a title is looked for, in UTF-16 units. */
const LONGEST_FIELDS = 20_000;
/** More than the imports and exports of any page, with the spaces between them (UTF-16). */
const MOST_HEAD = 100_000;
const MOST_SPACE = 1000;
