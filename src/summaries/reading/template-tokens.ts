import type { MarkupToken } from './markup-token.ts';

/** Longest tag that is looked for, in UTF-16 units, so that a hostile text takes no time with the square of its length. */
const LONGEST = 1000;

const any = `[\\s\\S]{0,${LONGEST}}?`;
/** Hugo's shortcodes, Liquid's and Nunjucks' tags, values and comments, and kramdown's attributes. */
const TEMPLATE = new RegExp(
  [
    `\\{\\{(?<hugo>[<%])(?<hugoBody>${any})[>%]\\}\\}`,
    `\\{%-?(?<tag>${any})-?%\\}`,
    `\\{\\{(?<value>${any})\\}\\}`,
    `\\{#(?<comment>(?!\\})${any})#\\}`,
    '\\{:(?<kramdown>[^}\\n]{0,200})\\}',
    '\\{(?<attributes>[#.][\\w-][^}\\n]{0,200})\\}(?=[^\\S\\n]*(?:\\n|$))',
  ].join('|'),
  'g',
);

/** `ref` and `relref` print an address, and stand in the target of a link. */
const ADDRESS = /^(?:ref|relref|link|post_url|url)$/;

/** The templates' pieces in a text, from `from` on; the ones in code are the caller's to leave out. */
export function templateTokens(source: string, from: number): MarkupToken[] {
  const tokens: MarkupToken[] = [];
  TEMPLATE.lastIndex = from;
  for (let match = TEMPLATE.exec(source); match !== null; match = TEMPLATE.exec(source)) {
    const { hugoBody, tag, value } = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length };
    if (hugoBody !== undefined) tokens.push({ ...span, ...hugoTag(hugoBody) });
    else if (tag !== undefined) tokens.push({ ...span, ...liquidTag(tag) });
    else if (value !== undefined) tokens.push({ ...span, role: 'value', name: value.trim().slice(0, 40) });
    else tokens.push({ ...span, role: 'silent', name: 'attribute' });
  }
  return tokens;
}

function hugoTag(body: string): Pick<MarkupToken, 'role' | 'name'> {
  const text = body.trim();
  if (text.startsWith('/*')) return { role: 'silent', name: 'comment' };
  const name = /^\/?\s*([\w./-]+)/.exec(text)?.[1]?.replace(/^\/+/, '').toLowerCase() ?? '';
  if (text.startsWith('/')) return { role: 'close', name };
  if (ADDRESS.test(name) || name === 'param') return { role: 'value', name };
  return { role: text.endsWith('/') ? 'single' : 'open', name };
}

function liquidTag(body: string): Pick<MarkupToken, 'role' | 'name'> {
  const name = /^\s*(\w+)/.exec(body)?.[1]?.toLowerCase() ?? '';
  if (/^end\w/.test(name)) return { role: 'close', name: name.slice(3) };
  if (ADDRESS.test(name)) return { role: 'value', name };
  return { role: name === 'else' || name === 'elsif' ? 'single' : 'open', name };
}
