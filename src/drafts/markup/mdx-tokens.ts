import { type Budget, closingSign, LONGEST, opensText } from './closing-sign.ts';
import type { MarkupToken } from './markup-token.ts';

const IMPORT = /^import\s+(?:["'{*]|type\s|[\w$]+\s*(?:,|from\b))/;
const EXPORT = /^export\s+(?:default|const|let|var|function|async|class|type|interface|\{|\*)/;

/** The constant that replaces front matter, up to its object: as named by Next.js and MDX's documentation. */
export const FIELDS_EXPORT = /^export\s+const\s+(?:metadata|meta|frontmatter)\b\s*(?::[^={\n]+)?=\s*(?=\{)/i;

/** What is known of an offset: whether it is in code, where nothing counts, and the tag that begins there. */
type MdxReaders = {
  readonly inCode: (offset: number) => boolean;
  readonly tagAt: (offset: number) => MarkupToken | undefined;
};

/** Finds MDX's imports, exports and expressions from `from`. */
export function mdxTokens(
  source: string,
  from: number,
  { inCode, tagAt }: MdxReaders,
  budget: Budget,
): MarkupToken[] {
  const tokens: MarkupToken[] = [];
  /** Where braces around plain markup close: `{<p>words</p>}`. */
  const closers: number[] = [];
  const signs = /[<{\n}]/g;
  let at = from;
  while (at < source.length) {
    const end = moduleEnd(source, at, from, budget);
    if (end !== undefined && !inCode(at)) {
      const name = source.startsWith('import', at) ? 'import' : 'export';
      tokens.push({ start: at, end, role: 'silent', language: 'mdx', name, text: source.slice(at, end) });
      at = end;
      continue;
    }
    signs.lastIndex = at;
    const sign = signs.exec(source);
    if (sign === null) break;
    at = sign.index;
    if (source[at] === '\n' || source[at] === '}') {
      if (at === closers.at(-1)) tokens.push(brace(closers.pop() ?? at));
      at += 1;
      continue;
    }
    const skipped = inCode(at) || source[at - 1] === '\\';
    const token = skipped ? undefined : source[at] === '<' ? tagAt(at) : expressionAt(source, at, budget);
    if (token?.role === 'value' && /^<[\s\S]*>$/.test(source.slice(at + 1, token.end - 1).trim())) {
      tokens.push(brace(at));
      closers.push(token.end - 1);
      at += 1;
      continue;
    }
    if (token !== undefined) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

const brace = (start: number): MarkupToken => ({
  start,
  end: start + 1,
  role: 'silent',
  language: 'comment',
  name: 'brace',
  text: '',
});

/** Returns where an import or export that starts at a line's beginning ends; `undefined` if there is none, or it never ends. */
export function moduleEnd(source: string, at: number, from: number, budget: Budget): number | undefined {
  if (at !== from && source[at - 1] !== '\n') return undefined;
  const head = source.slice(at, at + 80);
  if (!IMPORT.test(head) && !EXPORT.test(head)) return undefined;
  const limit = Math.min(source.length, at + LONGEST, at + budget.left);
  let open = 0;
  let quote = '';
  let end = at;
  for (; end < limit; end += 1) {
    const here = source.charAt(end);
    // Only a template string continues after a line end; any other quote was an apostrophe.
    if (here === '\n' && quote !== '`') {
      quote = '';
      if (open <= 0) break;
    } else if (quote !== '') {
      if (here === '\\') end += 1;
      else if (here === quote) quote = '';
    } else if (here === '/' && /[/*]/.test(source.charAt(end + 1))) end = commentEnd(source, end, limit) - 1;
    else if (opensText(source, end)) quote = here;
    else if ('{[('.includes(here)) open += 1;
    else if ('}])'.includes(here)) open -= 1;
  }
  budget.left -= end - at;
  return open <= 0 ? Math.min(source.length, end + 1) : undefined;
}

/** Returns where a comment ends; a line comment ends before the line's end. */
function commentEnd(source: string, start: number, limit: number): number {
  const sign = source.charAt(start + 1) === '/' ? '\n' : '*/';
  for (let at = start + 2; at < limit; at += 1)
    if (source.startsWith(sign, at)) return sign === '\n' ? at : at + sign.length;
  return limit;
}

const ATTRIBUTES = /^(?:[#.][\w-]+|[A-Za-z][\w-]*=(?![=>]))(?:\s|[\w#.="'-])*$/;

function expressionAt(source: string, start: number, budget: Budget): MarkupToken | undefined {
  const end = closingSign(source, start + 1, '}', budget);
  if (end === undefined) return undefined;
  const inside = source.slice(start + 1, end - 1).trim();
  const token = { start, end, language: 'mdx' } as const;
  if (/^\/[*/]/.test(inside) || inside === '')
    return { ...token, role: 'silent', language: 'comment', name: 'comment', text: inside };
  // `## Heading {#id}` and `:::tip{icon=false}`, which Docusaurus reads before MDX does.
  if (ATTRIBUTES.test(inside)) return { ...token, role: 'literal', name: 'attributes', text: '' };
  const literal = /^(["'`])((?:(?!\1)[^\n`$\\])*)\1$/.exec(inside)?.[2];
  if (literal?.trim() === '' && literal !== '') {
    // `{' '}` at a line’s end is the space before the next line’s words.
    const lineEnd = /^[ \t]*\n[ \t]*(?=\S)/.exec(source.slice(end, end + 200))?.[0].length ?? 0;
    return { ...token, end: end + lineEnd, role: 'literal', name: 'text', text: ' ' };
  }
  if (literal !== undefined) return { ...token, role: 'literal', name: 'text', text: literal };
  return { ...token, role: 'value', name: 'value', text: inside.replace(/\s+/g, ' ') };
}

/** Whether a text without a file name is MDX: it begins with an import, or with its metadata export. */
export function opensAsModule(source: string, from: number): boolean {
  const head = source.slice(from, from + 10_000).trimStart();
  return IMPORT.test(head) || FIELDS_EXPORT.test(head);
}
