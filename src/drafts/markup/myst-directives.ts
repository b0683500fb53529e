import { applyEdits, type Edit } from '../edits.ts';
import { attributesOf } from './attributes.ts';
import { pageOfCall, pageOfFrame } from './embeds.ts';
import { nameOf, titleLine, WARNS } from './frame-titles.ts';
import type { FirstPass, MarkupNote } from './markup-options.ts';
import { excerptOf } from './markup-token.ts';

/** What only MyST (Jupyter Book, Sphinx) writes: roles, directives with a name in braces, targets. */
const OF_MYST =
  /\{(?:ref|numref|doc|cite(?::\w+)?|term|eq|math|kbd|abbr|download|sub|sup|guilabel)\}`|^[ \t]*(?:`{3,}|:{3,})\{(?:note|tip|warning|admonition|figure|image|code-cell|code-block|math|tableofcontents|toctree|contents|seealso|important|caution|danger|hint|attention|margin|sidebar|epigraph|card|dropdown)\}|^[ \t]*`{3,}\{[a-z][\w-]*\}[ \t]+https?:\/\/|^\([\w:-]+\)=[ \t]*$/m;

/** Whether a text is MyST. */
export const isMyst = (source: string): boolean =>
  /\}`|[`~:]\{|\)=[ \t]*$/m.test(source) && OF_MYST.test(source);

const OPENS = /^([ \t]*)(`{3,}|~{3,})\{([\w:-]+)\}[ \t]*(.*)$/;
/** Code, which may show directives. */
const OPENS_CODE = /^[ \t]*(`{3,}|~{3,})(?!\{)[^`]*$/;
const CLOSES = /^([ \t]*)(`{3,}|~{3,})[ \t]*$/;
/** Options of a directive: `:class: dropdown`, or YAML between two rules. */
const OPTIONS = /^(?:[ \t]*:[\w-]+:[^\n]*\n)+|^---\n[\s\S]*?\n---\n/;
const NOTES =
  /^(?:note|tip|hint|important|warning|caution|attention|danger|error|seealso|admonition|margin|sidebar|dropdown|card|topic)$/;
const QUOTES = /^(?:epigraph|pull-quote|highlights|blockquote)$/;
const PICTURES = /^(?:figure|image)$/;
const CODE = /^(?:code-cell|code-block|code|sourcecode)$/;

/** How deep directives nest: a longer fence holds a shorter one. */
const DEEPEST = 4;

/** Writes the directives of MyST as Markdown, before anything else is read: what is in their fences is no code. */
export const withoutDirectives: FirstPass = (source, from) => {
  const notes: MarkupNote[] = [];
  let text = source;
  let originalOffset = (offset: number): number => offset;
  for (let depth = 0; depth < DEEPEST && isMyst(text); depth += 1) {
    const outer = originalOffset;
    const edits = directives(text, from, (code, offset, message) =>
      notes.push({ code, offset: outer(offset), message }),
    );
    if (edits.length === 0) break;
    const edited = applyEdits(text, edits);
    text = edited.text;
    originalOffset = (offset) => outer(edited.originalOffset(offset));
  }
  return { text, originalOffset, notes };
};

type Say = (code: MarkupNote['code'], offset: number, message: string) => void;

function directives(source: string, from: number, say: Say): Edit[] {
  const lines = source.slice(from).split('\n');
  /** The last line that closes a fence, so that nothing is looked for in vain. */
  const lastOf = new Map<string, number>();
  lines.forEach((line, at) => {
    const [, indent, fence] = CLOSES.exec(line) ?? [];
    if (fence !== undefined) lastOf.set(`${indent}${fence}`, at);
  });
  const edits: Edit[] = [];
  let start = from;
  /** The fence of the code that is open. */
  let code = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (code !== '' || OPENS_CODE.test(line)) {
      const fence = OPENS_CODE.exec(line)?.[1] ?? '';
      if (code === '') code = fence;
      else if (CLOSES.exec(line)?.[2]?.startsWith(code) === true) code = '';
      start += line.length + 1;
      continue;
    }
    const [, indent = '', fence = '', name = '', words = ''] = OPENS.exec(line) ?? [];
    if (name === '' || (lastOf.get(indent + fence) ?? -1) <= at) {
      start += line.length + 1;
      continue;
    }
    let end = at + 1;
    while (lines[end]?.trimEnd() !== indent + fence) end += 1;
    const inside = lines
      .slice(at + 1, end)
      .map((one) => `${one}\n`)
      .join('');
    const length = lines.slice(at, end + 1).join('\n').length;
    const options = OPTIONS.exec(inside)?.[0] ?? '';
    const body = inside.slice(options.length).trim();
    const directive = { name: name.toLowerCase(), words: words.trim(), body, options };
    const page = pageOfDirective(directive);
    if (page !== undefined)
      say('not-text', start, `\`{${name}}\` can’t be shown in a post, so its address takes its place`);
    const text = page === undefined ? written(directive) : `\n${page}\n\n${body}\n`;
    if (text !== undefined)
      edits.push({ start, end: start + length, text: text.replace(/^(?=.)/gm, indent) });
    if (text === '') {
      const andWords = body === '' ? '' : `, and with it: “${excerptOf(body)}”`;
      say('not-text-dropped', start, `\`{${name}}\` is made by the engine, and is left out${andWords}`);
    }
    start += length + 1;
    at = end;
  }
  return edits;
}

type Directive = {
  readonly name: string;
  /** Behind the name, on its line. */
  readonly words: string;
  readonly body: string;
  readonly options: string;
};

/** Returns the address of what a directive shows, by itself or by its number: `{socialpost} https://…`, `{youtube} abcdefghijk`. */
function pageOfDirective({ name, words }: Directive): string | undefined {
  if ([NOTES, QUOTES, CODE, PICTURES].some((names) => names.test(name))) return undefined;
  if (/^https?:\/\/[^\s<>"'`{}]+$/i.test(words)) return pageOfFrame(words) ?? words;
  return words === '' ? undefined : pageOfCall(name, attributesOf(words));
}

/** Returns a directive as Markdown; empty for what only the engine can make, `undefined` for the cells of other notebooks. */
function written({ name, words, body, options }: Directive): string | undefined {
  if (NOTES.test(name)) {
    const title = titleLine(words !== '' ? words : WARNS.test(name) ? nameOf(name) : '');
    return title === '' ? body : `${title}\n\n${body}`;
  }
  if (QUOTES.test(name)) return body.replace(/^/gm, '> ');
  if (CODE.test(name)) {
    const fence = body.includes('```') ? '````' : '```';
    const isHidden = /hide-(?:input|cell)|remove-(?:input|cell)/.test(options);
    return isHidden ? '' : `${fence}${words.replace(/^ipython3?$/, 'python')}\n${body}\n${fence}`;
  }
  if (PICTURES.test(name)) {
    const alt = /^[ \t]*:alt:[ \t]*(.*)$/m.exec(options)?.[1] ?? '';
    return `![${alt.replace(/[[\]]/g, '')}](<${words.replace(/[<>]/g, '')}>)${body === '' ? '' : `\n\n${body}`}`;
  }
  if (name === 'math') return `$$\n${body === '' ? words : body}\n$$`;
  if (
    /^(?:tableofcontents|toctree|contents|bibliography|glue:.*|include|literalinclude|iframe|video)$/.test(
      name,
    )
  )
    return '';
  return undefined;
}
