import { columnsOf } from '../columns-of.ts';
import { applyEdits, type Edit } from '../edits.ts';
import { type Line, linesOf, trackFences } from './fenced-lines.ts';
import { INDENT, ITEM } from './indented-notes.ts';
import type { FirstPass } from './markup-options.ts';

/** An item whose words stand further to the right than the lines that Python-Markdown counts as its own. */
const WIDE_ITEM = /^( {0,3})([-+*]|\d{1,9}[.)])( {1,4})(?=\S)/;
const MAY_BE_WIDE =
  /^(?: {0,3}(?:[-+*]|\d{1,9}[.)]) {2}| {0,3}\d{2,9}[.)] | {2,3}\d[.)] | {3}[-+*] ) {0,2}\S/m;

/** Narrows items (`  2.  words`, `  2. words`) below which Python-Markdown counts lines as theirs that Markdown does not. */
export const withoutWideItems: FirstPass = (source, from) => {
  const edits = MAY_BE_WIDE.test(source) ? wideItems(linesOf(source, from)) : [];
  return { ...applyEdits(source, edits), notes: [] };
};

/** Moves the words of an item to the column of what Python-Markdown counts as its own, if such lines are below it. */
function wideItems(lines: readonly Line[]): Edit[] {
  const isFenced = trackFences();
  /** The column of the item in which an item further to the right is. */
  let outer: number | undefined;
  return lines.flatMap((line, index) => {
    if (isFenced(line) !== undefined) return [];
    const isNested = outer !== undefined && line.column > outer;
    if (ITEM.test(line.words)) outer = isNested ? outer : line.column;
    else if (line.column === 0 && line.words !== '') outer = undefined;
    const [whole = '', lead = '', mark = '', gap = ''] = WIDE_ITEM.exec(line.text) ?? [];
    // An item in another one would leave it without its blanks.
    const isDoubtful = gap === ' ' && lead !== '';
    if (isNested && isDoubtful) return [];
    const excess = columnsOf(whole.replace(/\S/g, ' ')) - INDENT;
    if (excess <= 0 || gap.length > INDENT || gap.includes('\t')) return [];
    const held = heldLine(lines, index + 1, INDENT + excess);
    if (held === undefined || (isDoubtful && !isText(held.words))) return [];
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

/** The beginning of a quotation, an item, a link, a picture or bold words; and many words without a sign of code. */
const NO_CODE =
  /^(?:>|[-*+] |\d{1,3}[.)] |!?\[|https?:|\*\*?[\p{L}“"]|<(?:p|a|img|strong|em|b|i)\b)|(?<!\S)(?:\p{L}+,? ){7}/u;
/** Signs of code, and a word alone, which may be a command. */
const CODE = /[{}=$|\\]|;$|\p{L}\(|^\S+$/u;

/** Whether a line is no code, which Markdown, too, may mean by four blanks. */
const isText = (words: string): boolean =>
  NO_CODE.test(words) || (/^[“"'(]?\p{L}/u.test(words) && !CODE.test(words));

/** Returns the line below a blank one that is indented as the words of an item at most four columns wide, and less than `words`. */
function heldLine(lines: readonly Line[], from: number, words: number): Line | undefined {
  let belowBlank = false;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) return undefined;
    if (line.words === '') belowBlank = true;
    else {
      if (line.column < INDENT && (belowBlank || ITEM.test(line.words))) return undefined;
      if (belowBlank && line.column < words) return line;
      belowBlank = false;
    }
  }
  return undefined;
}
