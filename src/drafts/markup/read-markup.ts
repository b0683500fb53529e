import { codeSpans, insideOf } from '../../text/code-spans.ts';
import type { Span } from '../../text/span.ts';
import type { Edit } from '../edits.ts';
import { htmlElement } from '../html/html-elements.ts';
import { isProse } from '../is-prose.ts';
import { blockLayout, type Piece } from './block-layout.ts';
import { budgetFor } from './closing-sign.ts';
import { indentedCode, isPageOfWords } from './indented-code.ts';
import { rawHtmlOf } from './marks/franklin-marks.ts';
import { plainMarks } from './marks/plain-marks.ts';
import type { Markup, MarkupNote, MarkupOptions } from './markup-options.ts';
import type { MarkupToken } from './markup-token.ts';
import { mdxTokens } from './mdx-tokens.ts';
import { pairUp } from './pair-up.ts';
import { tableRows } from './table-rows.ts';
import { mayHoldTags, tagReader } from './tag-tokens.ts';
import { mayHoldTemplates, templateTokens } from './template-tokens.ts';
import { isBehindBullet } from './token-case.ts';
import { pieceOf } from './token-pieces.ts';
import { mayHoldShortcodes, wordpressTokens } from './wordpress-tokens.ts';

/** Any sign that could begin markup. */
const ANY = /[<({[:%=@#＃^~!?*+_]|---[ |]|\\[ \n]/;

/**
 * Finds the markup in a text, from any common engine: HTML, components and MDX, templates and shortcodes, attributes, Obsidian
 * notes, containers. Words stay; dropped content with words is reported.
 */
export function readMarkup(source: string, bodyStart: number, options: MarkupOptions): Markup {
  if (!ANY.test(source)) return { edits: [], notes: [] };
  const marks = plainMarks(source, bodyStart, options);
  const hasTags = mayHoldTags(source);
  const hasTemplates = mayHoldTemplates(source);
  if (!hasTags && !hasTemplates && !mayHoldShortcodes(source) && !options.isMdx && !marks.any)
    return { edits: [], notes: [] };

  const isRawHtml = rawHtmlOf(source);
  const code = codeSpans(source, bodyStart).filter((span) => !isRawHtml(span));
  const byIndent = options.isMdx ? [] : indentedCode(source, bodyStart, code);
  const pages = byIndent.filter((span) => isPageOfWords(source, span));
  const indented = byIndent.filter((span) => !pages.includes(span));
  const spans = merged([...code, ...indented, ...formulas(source, bodyStart, insideOf(code))]);
  const inCode = insideOf(spans);
  const tokens = tokensOf(source, bodyStart, inCode, { isMdx: options.isMdx, hasTags, hasTemplates });
  const notes: MarkupNote[] = [];
  const pieces: Piece[] = [];
  const pairs = pairUp(tokens);
  let reached = bodyStart;
  for (const token of tokens) {
    if (token.start < reached) continue;
    const piece = pieceOf({ token, pair: pairs.get(token), source, options, notes });
    if (piece === undefined) continue;
    pieces.push(piece);
    reached = piece.end;
  }
  const ownCode = indented.filter(({ start, end }) => isPrinted(source.slice(start, end)));
  const layout = blockLayout(source, bodyStart, pieces, {
    isCode: insideOf(ownCode),
    isPage: insideOf(pages),
    isRow: insideOf(tableRows(source, bodyStart)),
  });
  const gone = insideOf(pieces);
  const own = marks.read((offset) => inCode(offset) || gone(offset), notes);
  return {
    edits: withoutClashes([...layout, ...own].map((edit) => oneSpace(edit, source))),
    notes: notes.sort((one, other) => one.offset - other.offset),
  };
}

/** Whether indented lines inside a tag are what a program printed, and not words or tags that their author indented with the tag. */
const isPrinted = (lines: string): boolean =>
  !isProse(lines) &&
  ![...lines.matchAll(/^\s*<\/?([a-z][\w-]*)/gim)].some(
    ([, name = '']) => /^[A-Z]|-/.test(name) || htmlElement(name.toLowerCase()) !== undefined,
  );

/** Which markup languages a source may have. */
type Languages = { readonly isMdx: boolean; readonly hasTags: boolean; readonly hasTemplates: boolean };

function tokensOf(
  source: string,
  from: number,
  inCode: (offset: number) => boolean,
  { isMdx, hasTags, hasTemplates }: Languages,
): MarkupToken[] {
  const budget = budgetFor(source.length - from);
  const tagAt = tagReader(source, isMdx, budget);
  if (isMdx) return mdxTokens(source, from, { inCode, tagAt }, budget);
  const templates = [
    ...(hasTemplates ? templateTokens(source, from, inCode) : []),
    ...(mayHoldShortcodes(source) ? wordpressTokens(source, from, inCode) : []),
  ].sort((one, other) => one.start - other.start);
  if (!hasTags) return templates;
  const inTemplate = insideOf(templates);
  const tags: MarkupToken[] = [];
  for (let at = source.indexOf('<', from); at !== -1; ) {
    const skipped = inCode(at) || inTemplate(at) || source[at - 1] === '\\';
    const tag = skipped ? undefined : tagAt(at);
    if (tag !== undefined) tags.push(tag);
    at = source.indexOf('<', tag?.end ?? at + 1);
  }
  return [...templates, ...tags].sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Finds TeX formulas, whose braces and signs are their own: between `$$`, between `$` on one line, and environments. */
function formulas(source: string, from: number, inCode: (offset: number) => boolean): Span[] {
  if (!source.includes('$') && !source.includes('\\begin{')) return [];
  const spans: Span[] = [];
  const pattern =
    /^\\begin\{([a-z]{1,20}\*?)\}[^$]{1,4000}?^\\end\{\1\}|\$\$[^$]{1,4000}\$\$|(?<![\\\p{L}\p{N}$])\$(?:(?=\S)[^$\n]{0,300}[\\^_{][^$\n]{0,300}(?<=\S)|\s[^$\n]{0,300}(?:\\[A-Za-z]{2}|[\^_]\{)[^$\n]{0,300}\s)\$(?!\d)/gmu;
  pattern.lastIndex = from;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source))
    if (!inCode(match.index)) spans.push({ start: match.index, end: pattern.lastIndex });
  return spans;
}

function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (last === undefined || start >= last.end) all.push({ start, end });
    else if (end > last.end) all[all.length - 1] = { start: last.start, end };
  }
  return all;
}

/** After removing something between two spaces, keeps only one. */
function oneSpace(edit: Edit, source: string): Edit {
  const { start, end, text } = edit;
  const gone = text === '' && end > start && /^[ \n]?$/.test(source.charAt(start - 1));
  // `the settings ![[gear.svg#icon]].`
  const isSpaced = source[start - 1] === ' ' && !isBehindBullet(source, start);
  if (gone && isSpaced && /^[.,;:!?)]/.test(source.slice(end, end + 1)))
    return { start: start - 1, end, text };
  return gone && source[end] === ' ' && source[start] !== ' ' ? { start, end: end + 1, text } : edit;
}

/** Keeps only the first, longest edit at each place. */
function withoutClashes(edits: readonly Edit[]): Edit[] {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || b.edit.end - a.edit.end || a.order - b.order);
  const kept: Edit[] = [];
  let reached = 0;
  for (const { edit } of sorted) {
    if (edit.start < reached) continue;
    kept.push(edit);
    reached = Math.max(reached, edit.end);
  }
  return kept;
}
