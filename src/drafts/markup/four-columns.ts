import { applyEdits, type Edit, type EditedText } from '../edits.ts';
import { columnsOf, type Line, linesOf, trackFences } from './fenced-lines.ts';
import { nameOf, titleLine, WARNS } from './frame-titles.ts';
import type { MarkupNote } from './markup-options.ts';

/** The line above an indented note, or above the words of a tab of MkDocs. */
const OPENS =
  /^(?:(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+[\w-]+)*(?:[ \t]+"([^"]*)")?|===[!+]?[ \t]+["“]([^"”]+)["”])[ \t]*$/;
const MAY_OPEN = /^[ \t]*(?:!!!|\?\?\?\+?|===[!+]?)[ \t]/m;
/** An item whose words stand further to the right than the lines that Python-Markdown counts as its own. */
const WIDE_ITEM = /^( {0,3})([-+*]|\d{1,9}[.)])( {2,4}|(?<=^\d+[.)]) )(?=\S)/;
const MAY_BE_WIDE = /^(?: {0,3}(?:[-+*]|\d{1,9}[.)]) {2}|\d{2,9}[.)] ) {0,2}\S/m;

/** How far Python-Markdown indents what belongs to a note, a tab or an item, in columns. */
const WIDTH = 4;
/** How deep notes nest. */
const DEEPEST = 12;
/** A note with somebody’s words, which must not pass for the author’s: `!!! quote`. */
const QUOTES = /^(?:quote|cite)$/;

/**
 * Moves what Python-Markdown indents by four columns to where Markdown reads it as what it is, before anything else is read: the words
 * of notes (`!!!`, `???`) and tabs (`=== "Now"`) at any depth, and what belongs to a wide item (`  2.  words`).
 */
export function withoutFourColumns(
  source: string,
  from: number,
): EditedText & { readonly notes: readonly MarkupNote[] } {
  const notes: MarkupNote[] = [];
  const opened = MAY_OPEN.test(source)
    ? applyEdits(source, notesAndTabs(linesOf(source, from), notes))
    : undefined;
  const text = opened?.text ?? source;
  const originalOffset = opened?.originalOffset ?? ((offset: number): number => offset);
  if (!MAY_BE_WIDE.test(text)) return { text, originalOffset, notes };
  const narrow = applyEdits(text, wideItems(linesOf(text, from)));
  return {
    text: narrow.text,
    originalOffset: (offset) => originalOffset(narrow.originalOffset(offset)),
    notes,
  };
}

/** Writes titles of notes and tabs as bold lines, and moves the lines below them by their indentation. */
function notesAndTabs(lines: readonly Line[], notes: MarkupNote[]): Edit[] {
  const edits: Edit[] = [];
  /** The columns at which the open notes begin. */
  const open: number[] = [];
  /** How many notes are open around the words of a quotation, it among them. */
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
    while (column < (open.at(-1) ?? Number.NEGATIVE_INFINITY) + WIDTH) open.pop();
    if (open.length < quoted) quoted = 0;
    const sign = quoted === 0 ? '' : `${' '.repeat((open[quoted - 1] ?? 0) - WIDTH * (quoted - 1))}> `;
    if (sign !== '')
      for (const { start: from, text: written } of blank)
        edits.push({ start: from, end: from + written.length, text: sign.trimEnd() });
    blank = [];
    const ends = isIn && open.length === 0;
    if (ends) isFenced = trackFences();
    const shift = WIDTH * open.length;
    const lead = leadOf(text, shift + (sign === '' ? 0 : sign.length - 2));
    // Words directly below a note are a paragraph of their own.
    const apart = ends && above?.words !== '' ? '\n' : '';
    if (lead > 0 || apart !== '') edits.push({ start, end: start + lead, text: apart + sign });
    const match = isFenced(line) === undefined && open.length < DEEPEST ? OPENS.exec(line.words) : null;
    if (ITEM.test(line.words)) inItem = true;
    else if (column === 0) inItem = false;
    // Further to the right it is code, except in an item.
    if (match !== null && (inItem || column < (open.at(-1) ?? -WIDTH) + 2 * WIDTH)) {
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

/** Moves the words of an item to the column of what Python-Markdown counts as its own, if such lines are below it. */
function wideItems(lines: readonly Line[]): Edit[] {
  const isFenced = trackFences();
  return lines.flatMap((line, index) => {
    if (isFenced(line) !== undefined) return [];
    const [whole = '', lead = '', mark = '', gap = ''] = WIDE_ITEM.exec(line.text) ?? [];
    const excess = columnsOf(whole.replace(/\S/g, ' ')) - WIDTH;
    if (
      excess <= 0 ||
      gap.length > WIDTH ||
      gap.includes('\t') ||
      !holdsLines(lines, index + 1, WIDTH + excess)
    )
      return [];
    const kept = Math.max(0, lead.length - excess);
    const narrow = Math.max(1, gap.length - Math.max(0, excess - lead.length));
    return [
      {
        start: line.start,
        end: line.start + whole.length,
        text: ' '.repeat(kept) + mark + ' '.repeat(narrow),
      },
    ];
  });
}

/** Whether a line below a blank one is indented as the words of an item at most four columns wide, and less than `words`. */
function holdsLines(lines: readonly Line[], from: number, words: number): boolean {
  let belowBlank = false;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) return false;
    if (line.words === '') belowBlank = true;
    else {
      if (line.column < WIDTH && (belowBlank || ITEM.test(line.words))) return false;
      if (belowBlank && line.column < words) return true;
      belowBlank = false;
    }
  }
  return false;
}

const ITEM = /^(?:[-+*]|\d{1,9}[.)])(?:\s|$)/;
