/** A tag of Liquid or Nunjucks, up to a length that no assignment of a text has. */
const TAG = /\{%-?\s{0,9}(\w+)\s{0,9}([^%]{0,500}?)-?%\}/g;
/** `url = "https://example.org/a/"`. */
const LITERAL = /^([a-z_]\w*)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\d+(?:\.\d+)?))\s*$/i;
/** The name that a tag gives a value: `url = page.url | escape`, `capture url`, `for url in urls`. */
const NAME = /^([a-z_]\w*)/i;
/** Tags whose content may not be shown, or more than once. */
const BRANCHES = /^(end)?(?:if|unless|case|for|tablerow|macro|capture|call|filter|raw|verbatim|comment)$/;

/**
 * Finds the variables that a text itself sets to one written value, as `{% assign stack = "https://example.org/a/" %}`. A name that is
 * set twice, in a branch, or to what the blog computes is left out.
 */
export function assignedValues(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  if (!/\{%-?\s{0,9}(?:assign|set)\s/.test(source)) return new Map();
  let depth = 0;
  for (const [, tag = '', rest = ''] of source.matchAll(TAG)) {
    const branch = BRANCHES.exec(tag);
    if (branch !== null) depth = Math.max(0, depth + (branch[1] === undefined ? 1 : -1));
    if (!/^(?:assign|set|capture|for|increment|decrement)$/.test(tag)) continue;
    const [, name, double, single, number] =
      tag === 'assign' || tag === 'set' ? (LITERAL.exec(rest) ?? []) : [];
    const value = depth === 0 ? (double ?? single ?? number) : undefined;
    const key = name ?? NAME.exec(rest)?.[1];
    if (key !== undefined) found.set(key, found.has(key) && found.get(key) !== value ? undefined : value);
  }
  return new Map([...found].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
