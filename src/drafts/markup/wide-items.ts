import { columnsOf } from '../columns-of.ts';
import { applyEdits, type Edit } from '../edits.ts';
import { type Line, linesOf, trackFences } from './fenced-lines.ts';
import { INDENT, ITEM } from './indented-notes.ts';
import type { FirstPass } from './markup-options.ts';

/** An item whose words stand further to the right than the lines that Python-Markdown counts as its own. */
const WIDE_ITEM = /^( {0,3})([-+*]|\d{1,9}[.)])( {2,4}|(?<=^\d+[.)]) )(?=\S)/;
const MAY_BE_WIDE = /^(?: {0,3}(?:[-+*]|\d{1,9}[.)]) {2}|\d{2,9}[.)] ) {0,2}\S/m;

/** Narrows items (`  2.  words`) below which Python-Markdown counts lines as theirs that Markdown does not. */
export const withoutWideItems: FirstPass = (source, from) => {
  const edits = MAY_BE_WIDE.test(source) ? wideItems(linesOf(source, from)) : [];
  return { ...applyEdits(source, edits), notes: [] };
};

/** Moves the words of an item to the column of what Python-Markdown counts as its own, if such lines are below it. */
function wideItems(lines: readonly Line[]): Edit[] {
  const isFenced = trackFences();
  return lines.flatMap((line, index) => {
    if (isFenced(line) !== undefined) return [];
    const [whole = '', lead = '', mark = '', gap = ''] = WIDE_ITEM.exec(line.text) ?? [];
    const excess = columnsOf(whole.replace(/\S/g, ' ')) - INDENT;
    if (
      excess <= 0 ||
      gap.length > INDENT ||
      gap.includes('\t') ||
      !holdsLines(lines, index + 1, INDENT + excess)
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
      if (line.column < INDENT && (belowBlank || ITEM.test(line.words))) return false;
      if (belowBlank && line.column < words) return true;
      belowBlank = false;
    }
  }
  return false;
}
