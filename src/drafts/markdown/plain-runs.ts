import type { RootContent } from 'mdast';
import { plainList } from './plain-list.ts';
import { type Names, plainWords, positionOf, withoutEnd } from './plain-words.ts';

/** Consecutive blocks of a text that need no parser; offsets are UTF-16, and `end` is where the next block may start. */
export type PlainRun = {
  readonly start: number;
  readonly end: number;
  readonly nodes: readonly RootContent[];
};

/**
 * What can begin a block other than a paragraph, or change a block's kind. A bracket may begin a link, but not a definition or
 * a footnote.
 */
const OPENS_BLOCK = /^(?:[-+>#|:=~_$\\\s]|\d{1,9}[.)](?:\s|$)|\*(?![*\p{L}\p{N}])|`{2}|\[[^\]\n]*(?:\]:|$))/u;
const LIST_MARK = /^(?:[-+*]|\d{1,9}[.)]) /;
const HEADING = /^(#{1,6}) +([^\s#](?:.*[^\s#])?)$/;
const QUOTATION = /^> [^\s#]/;
const FENCE = /^(`{3,}|~{3,})([^`&\\\t\r\u00a0]*)$/;
/** A line between two parts; below words, the parser decides whether it makes them a heading. */
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/;
/** A fence that opens inside a list or quotation, or after white space. */
const INNER_FENCE = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s[\s>]*)*(?:`{3}|~{3})/;

/**
 * Finds the paragraphs, headings, lists, quotations and code blocks at the margin that CommonMark reads in only one way. Most text is like this,
 * and a full parser takes ten times as long for it.
 */
export function plainRuns(text: string, names: Names): PlainRun[] {
  if (/[\r\0\ufeff]|\$\$|^ {1,3}(?:`{3}|~{3})/m.test(text)) return [];
  const runs: PlainRun[] = [];
  let nodes: RootContent[] = [];
  let from = 0;
  let at = 0;
  let isInner = false;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (line === '') {
      at += 1;
      continue;
    }
    // A line at the margin ends an open list or quotation.
    if (isInner && /^[^\s>]/.test(line)) isInner = false;
    // Below text for the parser, an item may belong to a list above it.
    const mayBeItem = LIST_MARK.test(line) && at > 0 && nodes.length === 0;
    const block = isInner || mayBeItem ? undefined : plainBlock(text, at, line, names);
    if (block !== undefined) {
      if (nodes.length === 0) from = at;
      nodes.push(block.node);
      at = block.end;
      continue;
    }
    if (nodes.length > 0) runs.push({ start: from, end: at, nodes });
    nodes = [];
    // Leave everything to the parser up to the next blank line.
    for (let rest = line; rest !== '' && at < text.length; rest = lineAt(text, at)) {
      if (isInner && /^[^\s>]/.test(rest)) isInner = false;
      if (!isInner && INNER_FENCE.test(rest)) {
        if (/^[`~]/.test(rest)) {
          const code = plainCode(text, at, rest);
          if (code === undefined) return runs;
          at = code.end;
          continue;
        }
        isInner = true;
      }
      at += rest.length + 1;
    }
  }
  if (nodes.length > 0) runs.push({ start: from, end: text.length, nodes });
  return runs;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end === -1 ? text.length : end);
}

type Found = { readonly node: RootContent; readonly end: number };

/** A list directly below words; a numbered one must start at 1. */
const LIST_BELOW = /^(?:[-+*]|1[.)]) +\S/;

function plainBlock(text: string, at: number, line: string, names: Names): Found | undefined {
  if (line.startsWith('#')) return plainHeading(at, line, names);
  if (line.startsWith('```') || line.startsWith('~')) return plainCode(text, at, line);
  if (QUOTATION.test(line)) return plainQuotation(text, at, line, names);
  if (LIST_MARK.test(line)) return plainList(text, at, names);
  if (RULE.test(line)) {
    const position = positionOf(at, at + line.length);
    return { node: { type: 'thematicBreak', position }, end: at + line.length + 1 };
  }
  if (OPENS_BLOCK.test(line)) return undefined;
  let end = at + line.length;
  for (let next = lineAt(text, end + 1); next !== '' && end < text.length; next = lineAt(text, end + 1)) {
    if (LIST_BELOW.test(next)) {
      // Directly below words, the parser reads a few lists differently.
      if (plainList(text, end + 1, names) === undefined) return undefined;
      break;
    }
    if (OPENS_BLOCK.test(next)) return undefined;
    end += 1 + next.length;
  }
  const words = withoutEnd(text.slice(at, end));
  const children = plainWords(words, at, names);
  const position = positionOf(at, end);
  return children && { node: { type: 'paragraph', children, position }, end: end + 1 };
}

function plainHeading(at: number, line: string, names: Names): Found | undefined {
  const heading = HEADING.exec(line);
  if (heading === null) return undefined;
  const [, signs = '', words = ''] = heading;
  const children = plainWords(words, at + line.length - words.length, names);
  if (children === undefined) return undefined;
  const depth = signs.length as 1 | 2 | 3 | 4 | 5 | 6;
  const end = at + line.length;
  return { node: { type: 'heading', depth, children, position: positionOf(at, end) }, end: end + 1 };
}

/** Reads a quotation of one line. */
function plainQuotation(text: string, at: number, line: string, names: Names): Found | undefined {
  const end = at + line.length;
  const words = line.slice(2);
  if (OPENS_BLOCK.test(words) || lineAt(text, end + 1) !== '') return undefined;
  const children = plainWords(withoutEnd(words), at + 2, names);
  if (children === undefined) return undefined;
  const paragraph = { type: 'paragraph' as const, children, position: positionOf(at + 2, end) };
  return { node: { type: 'blockquote', children: [paragraph], position: positionOf(at, end) }, end: end + 1 };
}

function plainCode(text: string, at: number, line: string): Found | undefined {
  const opening = FENCE.exec(line);
  if (opening === null) return undefined;
  const [, marks = '', info = ''] = opening;
  const closing = new RegExp(`\\n {0,3}${marks.charAt(0)}{${marks.length},}[ \\t]*(?=\\n|$)`, 'g');
  closing.lastIndex = at + line.length;
  const found = closing.exec(text);
  if (found === null) return undefined;
  const value = text.slice(at + line.length + 1, found.index);
  const [, lang = '', meta = ''] = /^(\S*)\s*(.*)$/.exec(info.trimStart()) ?? [];
  const end = closing.lastIndex;
  const position = positionOf(at, end);
  return { node: { type: 'code', lang: lang || null, meta: meta || null, value, position }, end: end + 1 };
}
