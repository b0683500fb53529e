import { calledPicture } from './called-picture.ts';
import type { MarkupToken } from './markup-token.ts';
import { nextSign } from './next-sign.ts';
import { wordsOfTag } from './worded-tags.ts';

/** The longest value or comment, and the longest tag with attributes, in UTF-16 units. */
const LONGEST = 2_000;
const LONGEST_TAG = 50_000;

/** `ref` and `relref` print an address, and are used in the target of a link. */
const ADDRESS = /^(?:ref|relref|link|post_url|url|asset_path|static)$/;
/** `${{ … }}` of GitHub's workflows is shown literally; a price before a value is not. */
const OF_ACTIONS =
  /^\{\{\s*(?:secrets|github|env|inputs|matrix|steps|needs|vars|runner|job|jobs|strategy|hashFiles|toJSON)\b/;
/** Tags that show the templates between them literally. */
const VERBATIM = /^(?:raw|verbatim)$/;

/** Whether a text may contain anything that {@link templateTokens} finds. */
export const mayHoldTemplates = (source: string): boolean => /\{[{%]|\{#[^}\n]*#\}/.test(source);

/** Finds Hugo's shortcodes, and the tags, values and comments of Liquid, Nunjucks and Handlebars, from `from`. */
export function templateTokens(
  source: string,
  from: number,
  inCode: (offset: number) => boolean,
): MarkupToken[] {
  const tokens: MarkupToken[] = [];
  const closers = {
    '{{': nextSign(source, '}}'),
    '{%': nextSign(source, '%}'),
    '{#': nextSign(source, '#}'),
  };
  const opener = /\{[{%#]/g;
  const calls: string[] = [];
  let verbatim: MarkupToken | undefined;
  opener.lastIndex = from;
  for (let match = opener.exec(source); match !== null; match = opener.exec(source)) {
    const start = match.index;
    const sign = match[0] as keyof typeof closers;
    if (inCode(start) || source.charAt(start - 1) === '\\') continue;
    if (source.charAt(start - 1) === '$' && OF_ACTIONS.test(source.slice(start, start + 60))) continue;
    const isTag = sign === '{%' || /[<%]/.test(source.charAt(start + 2));
    const close = closers[sign](start + 2, isTag ? LONGEST_TAG : LONGEST);
    if (close === undefined) continue;
    const next = close - start > LONGEST ? source.indexOf(sign, start + 2) : -1;
    if (next !== -1 && next < close) continue;
    const found = tokenOf(source, start, close, sign);
    if (found === undefined) continue;
    const token = found.language === 'liquid' ? withCallEnd(found, calls) : found;
    opener.lastIndex = token.end;
    const isVerbatim = token.language === 'liquid' && VERBATIM.test(token.name);
    if (verbatim === undefined || (isVerbatim && token.role === 'close')) tokens.push(token);
    if (isVerbatim) verbatim = token.role === 'open' ? token : undefined;
  }
  return tokens;
}

/** Names what Zola's `{% end %}` closes: the last `{% quote(author="Ana") %}`. `calls` holds the open ones. */
function withCallEnd(token: MarkupToken, calls: string[]): MarkupToken {
  if (token.role === 'open' && token.text.startsWith('(')) {
    calls.push(token.name);
    return { ...token, text: token.text.replace(/^\(|\)$/g, '') };
  }
  const closed = token.name === 'end' ? calls.pop() : undefined;
  return closed === undefined ? token : { ...token, role: 'close', name: closed };
}

/** Zola's `{{ figure(src="mast.png", caption="A mast") }}`. */
const CALL = /^\s*([A-Za-z]\w*)\(\s*([A-Za-z]\w*\s*=[\s\S]*)\)\s*$/;

/** Logseq's `{{video https://…}}` and Roam's `{{[[video]]: https://…}}`. */
const OUTLINE_CALL =
  /^\s*(?:\[\[)?(video|youtube|vimeo|tweet|twitter|audio|pdf|iframe)(?:\]\])?:? +(https?:\/\/\S+)\s*$/;

function tokenOf(
  source: string,
  start: number,
  close: number,
  sign: '{{' | '{%' | '{#',
): MarkupToken | undefined {
  const end = close + 2;
  const body = source.slice(start + 2, close);
  if (sign === '{#')
    return body === '' || /\n\s*\n/.test(body) ? undefined : { start, end, ...COMMENT, text: body };
  if (sign === '{%') return { start, end, language: 'liquid', ...liquidTag(body) };
  if (/^[<%]/.test(body) && /[>%]$/.test(body))
    return { start, end, language: 'hugo', ...hugoTag(body.slice(1, -1), body.charAt(0)) };
  if (/^!--|^!/.test(body)) return { start, end, ...COMMENT, text: body };
  if (/\n\s*\n/.test(body) || body.trim() === '') return undefined;
  const box = /^\[\[(TODO|DONE)\]\]$/.exec(body)?.[1];
  if (box !== undefined)
    return {
      start,
      end,
      role: 'literal',
      language: 'liquid',
      name: 'box',
      text: box === 'DONE' ? '[x]' : '[ ]',
    };
  const [, called, values = ''] = CALL.exec(body) ?? OUTLINE_CALL.exec(body) ?? [];
  if (called !== undefined)
    return { start, end, role: 'single', language: 'liquid', name: called.toLowerCase(), text: values };
  const picture = calledPicture(body);
  if (picture !== undefined)
    return { start, end, role: 'single', language: 'liquid', name: 'figure', text: picture };
  // `{{{ html }}}`, which Handlebars prints unescaped.
  const triple = body.startsWith('{') && source.charAt(end) === '}';
  return {
    start,
    end: triple ? end + 1 : end,
    role: 'value',
    language: 'liquid',
    name: 'value',
    text: body.replace(/^[{~-]|[~-]$/g, '').trim(),
  };
}

const COMMENT = { role: 'silent', language: 'comment', name: 'comment' } as const;

function hugoTag(body: string, sign: string): Pick<MarkupToken, 'role' | 'name' | 'text'> {
  const text = body.trim();
  if (text.startsWith('/*')) {
    const shown = text.replace(/^\/\*\s*|\s*\*\/$/g, '');
    return {
      role: 'literal',
      name: 'shown',
      text: `{{${sign === '<' ? '\\<' : '%'} ${shown} ${sign === '<' ? '>' : '%'}}}`,
    };
  }
  const [, slash, written = ''] = /^(\/?)\s*([\w./-]+)/.exec(text) ?? [];
  const name = written.replace(/^\/+/, '').toLowerCase();
  const rest = text.slice(text.indexOf(written) + written.length).replace(/\/\s*$/, '');
  if (slash === '/') return { role: 'close', name, text: '' };
  // The address of the site itself, before a path on it.
  if (/^(?:site)?baseurl$/.test(name) && rest.trim() === '') return { role: 'literal', name, text: '' };
  const words = name === 'kbd' ? wordsOfTag(name, rest) : undefined;
  if (words !== undefined) return { role: 'literal', name, text: words };
  if (ADDRESS.test(name) || name === 'param') return { role: 'value', name, text };
  return { role: text.endsWith('/') ? 'single' : 'open', name, text: rest };
}

function liquidTag(body: string): Pick<MarkupToken, 'role' | 'name' | 'text'> {
  const [whole = '', written = ''] = /^[-\s]*(\w+)/.exec(body) ?? [];
  const name = written.toLowerCase();
  const text = body.slice(whole.length).replace(/-$/, '').trim();
  if (/^end\w/.test(name)) return { role: 'close', name: name.slice(3), text };
  const words = wordsOfTag(name, text);
  if (words !== undefined) return { role: 'literal', name, text: words };
  if (ADDRESS.test(name)) return { role: 'value', name, text: `${written} ${text}` };
  return { role: /^(?:else|elsif|elif|when)$/.test(name) ? 'single' : 'open', name, text };
}
