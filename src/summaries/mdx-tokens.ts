import type { MarkupToken } from './markup-token.ts';

/** Elements that Markdown's own reader understands inside a paragraph. */
const INLINE_HTML =
  /^(?:a|abbr|b|br|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|time|wbr)$/;

/** Longest tag or expression, in UTF-16 units. */
const LONGEST = 20_000;
/** How often each character may be looked at, on average: an honest text needs two, and a hostile one gets no more than this. */
const LOOKS = 8;

type Budget = { left: number };

const IMPORT = /^import\s+(?:["'{*]|type\s|[\w$]+\s*(?:,|from\b))/;
const EXPORT = /^export\s+(?:default|const|let|var|function|async|class|type|interface|\{|\*)/;

/** Whether a post without the ending `.mdx` is one: its text opens with a module's import. */
export function opensWithImport(source: string, from: number): boolean {
  return IMPORT.test(source.slice(from, from + 10_000).trimStart());
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
    const end = moduleEnd(source, at, from);
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

/** Where the import or export ends that starts at a line's beginning; `undefined` where none does. */
function moduleEnd(source: string, at: number, from: number): number | undefined {
  if (at !== from && source[at - 1] !== '\n') return undefined;
  const head = source.slice(at, at + 80);
  if (!IMPORT.test(head) && !EXPORT.test(head)) return undefined;
  let end = at;
  let open = 0;
  do {
    const found = source.indexOf('\n', end);
    const lineEnd = found === -1 ? source.length : found;
    for (const sign of source.slice(end, lineEnd)) {
      if ('{[('.includes(sign)) open += 1;
      else if ('}])'.includes(sign)) open -= 1;
    }
    end = Math.min(source.length, lineEnd + 1);
  } while (open > 0 && end < source.length && end - at < LONGEST);
  return end;
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
    // An apostrophe in the prose of an expression's JSX is no string: only what can follow one in code opens it.
    else if ((here === '"' || here === "'" || here === '`') && /[=({,:[\s+?]/.test(source.charAt(at - 1)))
      quote = here;
    else if (here === '\n' && source.charAt(at + 1) === '\n' && sign === '>' && depth === 0) return undefined;
  }
  return undefined;
}
