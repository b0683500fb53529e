/** How deep elements of a page may stand in each other: pages have a few dozen, and readers recurse. */
const DEEPEST_HTML = 400;
/** Most elements of a page: a book of 500 pages has half as many, and readers take time with more than their number. */
const MOST_ELEMENTS = 30_000;

/** Elements that hold nothing, and those that a page need not close. */
const UNCLOSED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup)$/;

/** Why HTML must not reach what reads it; `undefined` for a page as people make them. */
export function tooMuchHtml(html: string): string | undefined {
  let depth = 0;
  let count = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    const [, closing, name = ''] = match;
    count += closing === '/' ? 0 : 1;
    if (count > MOST_ELEMENTS) return `it has more than ${MOST_ELEMENTS} elements`;
    if (UNCLOSED.test(name.toLowerCase())) continue;
    depth += closing === '/' ? -1 : 1;
    if (depth > DEEPEST_HTML) return `its elements nest deeper than ${DEEPEST_HTML}`;
    if (depth < 0) depth = 0;
  }
  return undefined;
}
