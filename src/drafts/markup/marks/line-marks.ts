import type { Edit } from '../../edits.ts';
import { nameOf, titleLine, WARNS } from '../frame-titles.ts';
import { excerptOf } from '../markup-token.ts';
import { dashedTables, mayHoldDashedTables } from './dashed-tables.ts';
import { type MarkRule, type MarkSearch, replacing } from './mark-rule.ts';
import { mayHoldRulers, ruledTables } from './ruled-tables.ts';

type Line = { readonly start: number; readonly end: number; readonly text: string };

function linesOf({ source, from }: MarkSearch): Line[] {
  const lines: Line[] = [];
  for (let start = from; start <= source.length; ) {
    const found = source.indexOf('\n', start);
    const end = found === -1 ? source.length : found;
    lines.push({ start, end, text: source.slice(start, end).replace(/\r$/, '') });
    if (found === -1) break;
    start = end + 1;
  }
  return lines;
}

/** Line marks, one row per kind. */
export const LINE_MARKS: readonly MarkRule[] = [
  {
    name: 'callouts and alerts',
    why: 'GitHub’s and Obsidian’s notes are the author’s own words, not a quotation',
    sample: '> [!note] Remember\n> Words.',
    leaves: 'Remember Words.',
    mayHold: (source) => source.includes('[!'),
    find: callouts,
  },
  {
    name: 'prompts',
    why: 'Jekyll’s themes make a note of a quotation by its class: its words are the author’s own',
    sample: '> Mind the tide.\n{: .prompt-warning }',
    leaves: 'Mind the tide.',
    mayHold: (source) => source.includes('.prompt-'),
    find: prompts,
  },
  {
    name: 'containers',
    why: 'Docusaurus, VitePress, pandoc and Quarto keep notes between lines of colons',
    sample: '::: tip Hint\nWords.\n:::',
    leaves: 'Hint Words.',
    mayHold: (source) => source.includes(':::'),
    find: containers,
  },
  {
    name: 'Frog’s languages of code',
    why: 'Frog colours `code`[racket]; its files begin with an indented title',
    sample: 'The `getenv`[racket] function.',
    leaves: 'The getenv[racket] function.',
    mayHold: (source) => /^[ \t]+Title:/i.test(source) && source.includes('`['),
    find: replacing(/(?<=[^`]`)\[[a-z][\w+#-]{0,15}\](?![([:])/g, () => ''),
  },
  {
    name: 'rulers of tables',
    why: 'kramdown, pandoc and Org draw more of them than GitHub’s Markdown reads',
    sample: 'Words.\n\n+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+',
    leaves: 'Words.',
    mayHold: mayHoldRulers,
    find: ruledTables,
  },
  {
    name: 'tables without bars',
    why: 'pandoc and knitr draw columns with dashes and spaces',
    sample: 'Words.\n\nmonth     mm\n------  ----\nMay       12\nJune       4',
    leaves: 'Words.',
    mayHold: mayHoldDashedTables,
    find: dashedTables,
  },
  {
    name: 'notes indented below a note',
    why: 'an editor indents them with the lines of the note above, and only pandoc reads them there',
    sample: 'It froze[^1][^2].\n\n[^1]: In May.\n    [^2]: At noon.',
    leaves: 'It froze.',
    mayHold: (source) => source.includes(' [^'),
    find: replacing(/(?<=^(?:\[\^|[ \t])[^\n]*\n)(?: {2,4}|\t)(?=\[\^[^\]\n]{1,100}\]:[ \t])/gm, () => ''),
  },
  {
    name: 'definition lists',
    why: 'a term and its meaning become one line of a post',
    sample: 'Radar\n: A sensor.',
    leaves: 'Radar: A sensor.',
    mayHold: (source) => /\n: {1,4}\S/.test(source),
    find: definitions,
  },
];

const CALLOUT = /^([ \t]*)>[ \t]*\[!([A-Za-z][\w|-]*)\][+-]?[ \t]*(.*)$/;
/** Marks a quotation that becomes a picture. */
const CARD = /^card$/i;
const QUOTED = /^(?:quote|cite)$/i;

function callouts(search: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  const lines = linesOf(search);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const match = line === undefined ? null : CALLOUT.exec(line.text);
    if (line === undefined || match === null || search.skip(line.start)) continue;
    const [, indent = '', type = '', title = ''] = match;
    const above = lines[index - 1]?.text ?? '';
    if (CARD.test(type) || /^[ \t]*>/.test(above)) continue;
    const isQuote = QUOTED.test(type);
    const heading =
      title !== '' ? titleLine(title) : isQuote ? '' : titleLine(nameOf(type.split('|')[0] ?? type));
    // In an item, it is a paragraph of its own below the item's words.
    const lead = indent !== '' && above.trim() !== '' ? `\n${indent}` : indent;
    edits.push(...headingEdits(line, title, heading, lead));
    const message = `\`[!${type}]\` becomes ${heading === '' ? 'a quotation' : 'its title and its words'}: a post has no frames`;
    search.notes.push({ code: 'not-text', offset: line.start, message });
    for (let below = lines[index + 1]; below !== undefined; below = lines[index + 1]) {
      const mark = /^([ \t]*)>[ \t]?/.exec(below.text);
      if (mark === null) break;
      const [whole, inner = ''] = mark;
      if (!isQuote) edits.push({ start: below.start, end: below.start + whole.length, text: inner });
      index += 1;
    }
    // Following lines without a `>` are not part of it.
    const next = lines[index + 1];
    if (next !== undefined && next.text.trim() !== '')
      edits.push({ start: next.start, end: next.start, text: '\n' });
  }
  return edits;
}

/** Removes the signs of a quotation that its class makes a note. */
function prompts(search: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  let quoted: Edit[] = [];
  for (const { start, text } of linesOf(search)) {
    const mark = /^> ?/.exec(text)?.[0];
    if (mark !== undefined) quoted.push({ start, end: start + mark.length, text: '' });
    else {
      if (/^\{:[^}]*\.prompt-(?:tip|info|warning|danger)\b/.test(text)) edits.push(...quoted);
      quoted = [];
    }
  }
  return edits;
}

/** Edits only the signs before and after a callout's title, so that other rules still apply to the title itself. */
function headingEdits({ start, text }: Line, title: string, heading: string, lead: string): Edit[] {
  const end = start + text.length;
  if (title === '') return [{ start, end, text: heading === '' ? '' : `${lead}${heading}\n` }];
  const bold = /[*_`[\]]/.test(title) ? '' : '**';
  const titleEnd = start + text.trimEnd().length;
  return [
    { start, end: start + text.length - title.length, text: `${lead}${bold}` },
    { start: titleEnd, end, text: `${bold}\n` },
  ];
}

const OPENS = /^([ \t]*)(:{3,})[ \t]*\{?[ \t]*([.#\w][\w.-]*)\}?[ \t]*(?:\[([^\]]*)\])?[ \t]*(.*?)\}?[ \t]*$/;
/** Whether the word behind a note’s name says how serious it is: Qiita’s `:::note warn` and Zenn’s `:::message alert`. */
const isDegree = (kind: string, word: string): boolean =>
  /^(?:note|message)$/.test(kind) && /^(?:info|warn|alert)$/.test(word);
/** An option of a container of MyST, below its first line. */
const OPTION = /^[ \t]*:[\w-]+:/;
const CLOSES = /^[ \t]*(:{3,})[ \t]*$/;

function containers(search: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  const open: { readonly line: Line; readonly match: RegExpExecArray }[] = [];
  let above = '';
  for (const line of linesOf(search)) {
    const isOption = OPTION.test(line.text) && (OPTION.test(above) || /^[ \t]*:{3,}\{/.test(above));
    above = line.text;
    if (isOption) edits.push({ start: line.start, end: line.start + line.text.length, text: '' });
    if (!line.text.includes(':::') || search.skip(line.start)) continue;
    const opening = OPENS.exec(line.text);
    if (opening !== null) {
      open.push({ line, match: opening });
      continue;
    }
    const opened = CLOSES.test(line.text) ? open.pop() : undefined;
    if (opened === undefined) continue;
    const [, , , type = '', bracketed, behind = ''] = opened.match;
    const [, double, single] = /\btitle=(?:"([^"]*)"|'([^']*)')/.exec(behind) ?? [];
    const attribute = double ?? single;
    const named = type.startsWith('#') ? (/(?<=^|[ \t])\.([\w-]+)/.exec(behind)?.[1] ?? '') : type;
    const kind = named.replace(/^\./, '').replace(/^callout-/, '');
    const plain = behind.replace(/[ \t]*(?:\{[^{}]*\}?|:{3,})[ \t]*$/, '');
    const isTitle = !/[={}]|^[.#][\w-]|^:+$/.test(plain) && !isDegree(kind, plain);
    const title = bracketed ?? attribute ?? (isTitle ? plain : '');
    // Quarto takes a heading with which a callout opens for its title.
    const isTitled =
      named !== kind && named.includes('callout-') && opensWithHeading(search.source, opened.line);
    const heading = titleLine(title !== '' ? title : WARNS.test(kind) && !isTitled ? nameOf(kind) : '');
    edits.push({
      start: opened.line.start,
      end: opened.line.start + opened.line.text.length,
      text: heading === '' ? '' : `${heading}\n`,
    });
    edits.push({ start: line.start, end: line.start + line.text.length, text: '' });
    if (QUOTE.test(kind) && open.length < DEEPEST_QUOTE) quoteLines(opened.line, line, search.source, edits);
    const message = `\`::: ${excerptOf(kind, 30)}\` is a frame, which a post can’t show; its words stay`;
    search.notes.push({ code: 'not-text', offset: opened.line.start, message });
  }
  return edits;
}

/** How deep in other containers lines are marked as a quotation. */
const DEEPEST_QUOTE = 4;
/** A container with somebody’s words, which must not pass for the author’s. */
const QUOTE = /^(?:block-?|pull-?|cite-)?quote$/;

/** Marks the lines between those of a container as a quotation; lines of containers in it were replaced before. */
function quoteLines(opening: Line, closing: Line, source: string, edits: Edit[]): void {
  const from = opening.end + 1;
  const replaced = new Set<number>();
  // The list is in the order of the text, so marks above the container come first.
  for (let at = edits.length - 1; at >= 0; at -= 1) {
    const edit = edits[at];
    if (edit === undefined || edit.start < from) break;
    if (edit.start >= closing.start) continue;
    replaced.add(edit.start);
    edits[at] = { ...edit, text: edit.text === '' ? '>' : edit.text.replace(/^/gm, '> ') };
  }
  for (let start = from; start < closing.start; start = source.indexOf('\n', start) + 1)
    if (!replaced.has(start))
      edits.push({ start, end: start, text: /[\r\n]/.test(source.charAt(start)) ? '>' : '> ' });
}

const opensWithHeading = (source: string, { end }: Line): boolean =>
  /^\s*\n[ \t]{0,3}#{1,6}[ \t]/.test(source.slice(end, end + 200));

const PLAIN_TERM = /^(?![ \t]|[-+>#|]|\*{1,2}(?:\s|$)|\*{3}|\d{1,9}[.)](?:\s|$)|:).*\S/;

/** Finds `Term` above `: meaning`, as in kramdown, PHP Markdown Extra and pandoc. */
function definitions(search: MarkSearch): Edit[] {
  const lines = linesOf(search);
  return lines.flatMap((line, index) => {
    const mark = /^:[ \t]{1,4}(?=\S)/.exec(line.text);
    if (mark === null || search.skip(line.start)) return [];
    const above = lines[index - 1];
    const term = above?.text.trim() === '' ? lines[index - 2] : above;
    const end = line.start + mark[0].length;
    if (term === undefined || !PLAIN_TERM.test(term.text)) {
      // A second meaning of the same term.
      return /^:[ \t]/.test(term?.text ?? '') ? [{ start: line.start, end, text: '' }] : [];
    }
    const start = term.start + term.text.trimEnd().length;
    if (!ITEM.test(line.text.slice(mark[0].length))) return [{ start, end, text: ': ' }];
    return [{ start, end, text: ':\n\n' }, ...atMargin(lines, index + 1, mark[0].length)];
  });
}

const ITEM = /^(?:[-*+]|\d{1,3}[.)])[ \t]+\S/;
/** The longest list that is a meaning, in lines. */
const MOST_LINES = 100;

/** Moves the lines of a list that explains a term to the margin, by at most `width` spaces, up to the first line without indentation. */
function atMargin(lines: ReturnType<typeof linesOf>, from: number, width: number): Edit[] {
  const edits: Edit[] = [];
  for (const { start, text } of lines.slice(from, from + MOST_LINES)) {
    const indent = /^ */.exec(text)?.[0].length ?? 0;
    if (indent === 0) break;
    edits.push({ start, end: start + Math.min(indent, width), text: '' });
  }
  return edits;
}
