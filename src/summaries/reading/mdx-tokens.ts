import type { MarkupToken } from './markup-token.ts';

/** Elements that Markdown's own reader understands inside a paragraph. */
const INLINE_HTML =
  /^(?:a|abbr|b|br|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|time|wbr)$/;

/** Longest tag or expression, in UTF-16 units. */
const LONGEST = 20_000;
/** How often each character may be looked at, on average: an honest text needs two, and a hostile one gets no more than this. */
const LOOKS = 8;

/** How many characters may still be looked at. */
export type Budget = { left: number };

const IMPORT = /^import\s+(?:["'{*]|type\s|[\w$]+\s*(?:,|from\b))/;
const EXPORT = /^export\s+(?:default|const|let|var|function|async|class|type|interface|\{|\*)/;

/** The constant that holds what front matter would, up to its object: as Next.js and MDX' own pages name it. */
export const FIELDS_EXPORT = /^export\s+const\s+(?:metadata|meta|frontmatter)\b\s*(?::[^={\n]+)?=\s*(?=\{)/i;

/** Whether a post without the ending `.mdx` is one: its text opens with a module's import, or with its fields. */
export function opensAsModule(source: string, from: number): boolean {
  const head = source.slice(from, from + 10_000).trimStart();
  return IMPORT.test(head) || FIELDS_EXPORT.test(head);
}

/**
 * MDX's imports and exports, tags of components and expressions, from `from` on. `inCode` tells of offsets in code,
 * where nothing counts.
 */
export function mdxTokens(source: string, from: number, inCode: (offset: number) => boolean): MarkupToken[] {
  const tokens: MarkupToken[] = [];
  const budget = { left: LONGEST + LOOKS * (source.length - from) };
  const signs = /[<{\n]/g;
  let at = from;
  while (at < source.length) {
    const end = moduleEnd(source, at, from, budget);
    if (end !== undefined && !inCode(at)) {
      tokens.push({ start: at, end, role: 'silent', name: 'import' });
      at = end;
      continue;
    }
    signs.lastIndex = at;
    const sign = signs.exec(source);
    if (sign === null) break;
    at = sign.index;
    if (source[at] === '\n') {
      at += 1;
      continue;
    }
    const token = inCode(at) || source[at - 1] === '\\' ? undefined : tokenAt(source, at, budget);
    if (token !== undefined) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

/** Where the import or export ends that starts at a line's beginning; `undefined` where none does, or it never ends. */
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
    // Only a template's text goes on over a line's end: any other sign there was an apostrophe.
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

/** Where the comment ends that starts here: a line's before the line's end. */
function commentEnd(source: string, start: number, limit: number): number {
  const sign = source.charAt(start + 1) === '/' ? '\n' : '*/';
  for (let at = start + 2; at < limit; at += 1)
    if (source.startsWith(sign, at)) return sign === '\n' ? at : at + sign.length;
  return limit;
}

/** An apostrophe in the prose of an expression's JSX opens no text: only what can follow one in code does. */
function opensText(source: string, at: number): boolean {
  return /["'`]/.test(source.charAt(at)) && /[=({,:[\s+?]/.test(source.charAt(at - 1));
}

function tokenAt(source: string, start: number, budget: Budget): MarkupToken | undefined {
  if (source[start] === '{') return expressionAt(source, start, budget);
  const head = source.slice(start, start + 80);
  const match = /^<(\/)?([A-Za-z][\w.-]*)?(?=[\s/>])/.exec(head);
  if (match === null || (match[2] === undefined && !/^<\/?>/.test(head))) return undefined;
  const name = (match[2] ?? '').split('.').at(-1) ?? '';
  if (INLINE_HTML.test(name)) return undefined;
  const end = closingSign(source, start + 1, '>', budget);
  if (end === undefined) return undefined;
  const single = source[end - 2] === '/';
  const role = match[1] === '/' ? 'close' : single ? 'single' : 'open';
  return { start, end, role, name: name.toLowerCase() };
}

function expressionAt(source: string, start: number, budget: Budget): MarkupToken | undefined {
  const end = closingSign(source, start + 1, '}', budget);
  if (end === undefined) return undefined;
  const inside = source.slice(start + 1, end - 1).trim();
  if (inside.startsWith('/*') || inside === '') return { start, end, role: 'silent', name: 'comment' };
  const literal = /^(["'`])([^\n"'`$\\]*)\1$/.exec(inside)?.[2];
  if (literal !== undefined) return { start, end, role: 'literal', name: 'text', text: literal };
  return { start, end, role: 'value', name: inside.replace(/\s+/g, ' ').slice(0, 40) };
}

/** Where the tag or expression is closed, past its sign; strings and braces inside are stepped over. */
function closingSign(source: string, from: number, sign: '>' | '}', budget: Budget): number | undefined {
  const limit = Math.min(source.length, from + LONGEST, from + budget.left);
  let depth = 0;
  let quote = '';
  for (let at = from; at < limit; at += 1) {
    budget.left -= 1;
    const here = source.charAt(at);
    if (quote !== '') {
      if (here === '\\') at += 1;
      else if (here === quote) quote = '';
      continue;
    }
    if (here === '{') depth += 1;
    else if (here === sign && depth === 0) return at + 1;
    else if (here === '}') depth -= 1;
    else if (opensText(source, at)) quote = here;
    else if (here === '\n' && source.charAt(at + 1) === '\n' && sign === '>' && depth === 0) return undefined;
  }
  return undefined;
}
