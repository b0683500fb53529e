import { columnsOf } from '../columns-of.ts';
import { applyEdits, type Edit } from '../edits.ts';
import { type Line, linesOf, trackFences } from './fenced-lines.ts';
import { nameOf, titleLine, WARNS } from './frame-titles.ts';
import type { FirstPass, MarkupNote } from './markup-options.ts';

/** The line above an indented note, or above the words of a tab of MkDocs. */
const OPENS =
  /^(?:(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+[\w-]+)*(?:[ \t]+"([^"]*)")?|===[!+]?[ \t]+["“]([^"”]+)["”])[ \t]*$/;
const MAY_OPEN = /^[ \t]*(?:!!!|\?\?\?\+?|===[!+]?)[ \t]/m;
/** How far Python-Markdown indents what belongs to a note, a tab or an item, in columns. */
export const INDENT = 4;
/** How deep notes nest. */
const DEEPEST = 12;
/** A note with somebody’s words, which must not pass for the author’s: `!!! quote`. */
const QUOTES = /^(?:quote|cite)$/;
/** The beginning of an item. */
export const ITEM = /^(?:[-+*]|\d{1,9}[.)])(?:\s|$)/;

/**
 * Moves the words of notes (`!!!`, `???`) and of tabs (`=== "Now"`), which Python-Markdown indents by four columns, to the column of the
 * sign, at any depth; Markdown would read them as code.
 */
export const withoutIndentedNotes: FirstPass = (source, from) => {
  const notes: MarkupNote[] = [];
  const edits = MAY_OPEN.test(source) ? notesAndTabs(linesOf(source, from), notes) : [];
  return { ...applyEdits(source, edits), notes };
};

/** Writes titles of notes and tabs as bold lines, and moves the lines below them by their indentation. */
function notesAndTabs(lines: readonly Line[], notes: MarkupNote[]): Edit[] {
  const edits: Edit[] = [];
  /** The columns at which the open notes begin. */
  const open: number[] = [];
  /** How many notes are open where a quotation has its words, the quotation counted, too. */
  let quoted = 0;
  /** Empty lines in a quotation, if it goes on. */
  let blank: Line[] = [];
  let isFenced = trackFences();
  let inItem = false;
  let above: Line | undefined;
  for (const line of lines) {
    if (line.words === '') {
      isFenced(line);
      above = line;
      if (quoted > 0) blank.push(line);
      continue;
    }
    const { start, text, column } = line;
    const isIn = open.length > 0;
    while (column < (open.at(-1) ?? Number.NEGATIVE_INFINITY) + INDENT) open.pop();
    if (open.length < quoted) quoted = 0;
    const sign = quoted === 0 ? '' : `${' '.repeat((open[quoted - 1] ?? 0) - INDENT * (quoted - 1))}> `;
    if (sign !== '')
      for (const { start: from, text: written } of blank)
        edits.push({ start: from, end: from + written.length, text: sign.trimEnd() });
    blank = [];
    const ends = isIn && open.length === 0;
    if (ends) isFenced = trackFences();
    const shift = INDENT * open.length;
    const lead = leadOf(text, shift + (sign === '' ? 0 : sign.length - 2));
    // Words directly below a note are a paragraph of their own.
    const apart = ends && above?.words !== '' ? '\n' : '';
    if (lead > 0 || apart !== '') edits.push({ start, end: start + lead, text: apart + sign });
    const match = isFenced(line) === undefined && open.length < DEEPEST ? OPENS.exec(line.words) : null;
    if (ITEM.test(line.words)) inItem = true;
    else if (column === 0) inItem = false;
    // Further to the right it is code, except in an item.
    if (match !== null && (inItem || column < (open.at(-1) ?? -INDENT) + 2 * INDENT)) {
      const [, type = 'tab', title, tab] = match;
      const heading = titleLine(title ?? tab ?? (WARNS.test(type) ? nameOf(type) : ''));
      const begin = start + text.length - line.words.length;
      const parted = heading === '' ? '' : `${heading}\n`;
      edits.push({ start: begin, end: start + text.length, text: parted });
      const message = `\`!!! ${type}\` is a frame, which a post can’t show; its words stay`;
      notes.push({ code: 'not-text', offset: start, message });
      open.push(column);
      if (quoted === 0 && QUOTES.test(type)) quoted = open.length;
    }
    above = line;
  }
  return edits;
}

/** Returns how many characters of white space fill `width` columns. */
function leadOf(text: string, width: number): number {
  let at = 0;
  while (at < text.length && columnsOf(text.slice(0, at)) < width) at += 1;
  return at;
}
