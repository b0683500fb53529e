/** How deep elements of a page may nest: pages have a few dozen levels, and readers recurse. */
const DEEPEST_HTML = 400;
/** The most elements of a page: a book of 500 pages has half as many, and readers take more than linear time. */
const MOST_ELEMENTS = 30_000;

/** Empty elements, and elements that need no closing tag. */
const UNCLOSED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup)$/;

/** Returns why HTML is too large for a reader; `undefined` for ordinary pages. */
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
