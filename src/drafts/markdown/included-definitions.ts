import { codeSpans, insideOf } from '../../text/code-spans.ts';
import type { SiteLookup } from '../site-lookup.ts';

/** A tag that puts a text of the site in its place: `{% include references.md %}`. */
const INCLUDE = /\{%-?\s{0,9}include\s{1,9}([\w.][\w./-]{0,200})\s{0,9}-?%\}/g;
const DEFINITION = /^ {0,3}\[([^\]\n^][^\]\n]{0,998})\]:[^\S\n]*(\S+)(?:[^\S\n]+["'(][^\n]*)?$/gm;
const LABEL = /\[([^[\]^][^[\]]{0,998})\]/g;

/** Files that a text may include; more are passed over. */
const MOST_INCLUDED = 20;

const normal = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();

/** A text with definitions of others below it, and their labels in lower case. */
type Included = { readonly text: string; readonly labels: readonly string[] };

/**
 * Appends the definitions that a text uses and has from other texts of its site: `[the log][]` has its address from
 * `{% include references.md %}`. All other words of an included text are left out.
 */
export function withIncluded(source: string, bodyStart: number, site: SiteLookup | undefined): Included {
  const plain = { text: source, labels: [] };
  if (site === undefined) return plain;
  const names = new Set([...source.slice(bodyStart).matchAll(INCLUDE)].map(([, name = '']) => name));
  const borrowed = new Map<string, string>();
  for (const name of [...names].slice(0, MOST_INCLUDED))
    for (const [label, line] of definitionsOf(site.included(name, 'includes') ?? ''))
      if (!borrowed.has(label)) borrowed.set(label, line);
  if (borrowed.size === 0) return plain;
  const own = new Set(
    [...source.slice(bodyStart).matchAll(DEFINITION)].map(([, label = '']) => normal(label)),
  );
  const lines = new Map<string, string>();
  for (const [, label = ''] of source.slice(bodyStart).matchAll(LABEL)) {
    const line = own.has(normal(label)) ? undefined : borrowed.get(normal(label));
    if (line !== undefined) lines.set(normal(label), line);
  }
  if (lines.size === 0) return plain;
  const text = `${source}\n\n${[...lines.values()].join('\n')}\n`;
  // Code that was never closed goes on to the end.
  return insideOf(codeSpans(text, bodyStart))(source.length + 2)
    ? plain
    : { text, labels: [...lines.keys()] };
}

function definitionsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  // A number is a mark of the text's own, and only the blog can work out what stands in braces.
  for (const [, label = '', url = ''] of text.matchAll(DEFINITION))
    if (!/^\d+$/.test(label) && !/[{}<>]/.test(url) && !found.has(normal(label)))
      found.set(normal(label), `[${label}]: ${url}`);
  return found;
}
