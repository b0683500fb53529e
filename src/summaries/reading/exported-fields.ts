import { FIELDS_EXPORT, moduleEnd } from '../../drafts/markup/mdx-tokens.ts';

/**
 * Where a post holds its fields as `export const metadata = { … }` (Next.js, MDX): the object's text and offset
 * (UTF-16). Looked for among the imports and exports above the text only; `undefined` where there is none.
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

/** More than any page's imports and exports take, and the spaces between two of them (UTF-16). */
const MOST_HEAD = 100_000;
const MOST_SPACE = 1000;
