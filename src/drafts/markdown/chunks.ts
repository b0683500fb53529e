import { bulletMarkOf } from '../habits/bullet-marks.ts';
import { trackRawLines } from '../habits/raw-lines.ts';
import { CHUNK_SIZE, LARGEST_CHUNK, LARGEST_TABLE, LONG_LIST, MOST_MARKS_IN_A_PARAGRAPH } from '../limits.ts';

/**
 * What the cut at a chunk's start separated: `nothing`, a list, quote or paragraph between two `lines`, a paragraph at a `break` of its
 * author's, a line at a `space`, or one with too many marks at one `mark`, which then becomes plain text.
 */
export type Seam = 'nothing' | 'lines' | 'break' | 'space' | 'mark';

/** A part of a draft's text that is parsed separately. Offsets are UTF-16, into the source. */
export type Chunk = { readonly start: number; readonly end: number; readonly seam: Seam };

type Cut = {
  readonly above: number;
  readonly seam: Seam;
  readonly at: (line: string, afterBlank: boolean, isOutermost: boolean) => boolean;
};

/** Where a text may be cut before a line: the first row whose size is exceeded and whose line matches. */
const CUTS: readonly Cut[] = [
  // After a blank line, a line at the margin that is not an item ends whatever precedes it.
  {
    above: CHUNK_SIZE,
    seam: 'nothing',
    at: (line, afterBlank) => afterBlank && !/^(?:\s|$|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|\[\^)/.test(line),
  },
  // An item at the margin; nested ones stay with their parents.
  {
    above: LONG_LIST,
    seam: 'lines',
    at: (line) => /^(?:[-+*]\s|\d{1,9}[.)]\s|>)/.test(line) || bulletMarkOf(line) !== undefined,
  },
  // An outermost item of an indented list.
  { above: LONG_LIST, seam: 'lines', at: (_line, _afterBlank, isOutermost) => isOutermost },
  // At a chunk's start, an indented line of an item would be code.
  { above: LARGEST_CHUNK, seam: 'lines', at: (line) => /^ {0,3}\S/.test(line) },
  { above: 2 * LARGEST_CHUNK, seam: 'lines', at: () => true },
];

/** An item of a list that is at most three columns from the margin. */
const NEAR_ITEM = /^( {0,3})(?:[-+*]|\d{1,9}[.)])\s/;

/** Returns a function that tells, line by line, whether a line begins an outermost item of its list. */
function trackOutermost(): (line: string, afterBlank: boolean) => boolean {
  let least = 4;
  return (line, afterBlank) => {
    const indent = NEAR_ITEM.exec(line)?.[1]?.length;
    if (indent === undefined) {
      if (afterBlank && /^\S/.test(line)) least = 4;
      return false;
    }
    least = Math.min(least, indent);
    return indent === least;
  };
}

/** Every character that opens or closes something inside a paragraph. */
const MARK = /[*_[\]<~`$!&|]/g;
/** Lines that are not part of the paragraph above them. Numbered ones are, unless they start at 1. */
const NEW_PARAGRAPH = /^\s*(?:$|[-+*]\s|#{1,6}\s)/;

/** The line between the head of a table and its rows, with a bar at both ends. */
const RULER = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;
/** The first line of an item or of a note. */
const ITEM = /^\s*(?:[-+*]|\d{1,9}[.)]|\[\^[^\]]{1,100}\]:)(?:\s|$)/;
const columnsOf = (line: string): number => line.trim().match(/(?<!\\)\|/g)?.length ?? 0;

/** Returns a function that tells, line by line, whether a line is a row below the ruler of a GFM table: cut off, it would be text. */
function trackRows(): (line: string) => boolean {
  let above = '';
  let isTable = false;
  // Without a blank line between them, the lines of a table go on with the words of an item or a note.
  let isInItem = false;
  return (line) => {
    const isRow = isTable && line.startsWith('|');
    isTable =
      isRow ||
      (RULER.test(line) &&
        /^\|.*[^\\]\|[ \t]*$/.test(above) &&
        // An escaped backslash would have to be counted, too.
        !above.includes('\\\\') &&
        !isInItem &&
        columnsOf(above) === columnsOf(line));
    isInItem =
      line.trim() !== '' && (isInItem || ITEM.test(line) || bulletMarkOf(line.trimStart()) !== undefined);
    above = line;
    return isRow;
  };
}

/**
 * Cuts a draft's text at the ends of blocks, so that parsing time stays linear. Never cuts code and HTML blocks; blocks cut
 * elsewhere are joined again after parsing.
 */
export function chunksOf(source: string, bodyStart: number): Chunk[] {
  const chunks: Chunk[] = [];
  let start = bodyStart;
  let seam: Seam = 'nothing';
  const cutAt = (offset: number, next: Seam): void => {
    chunks.push({ start, end: offset, seam });
    start = offset;
    seam = next;
  };
  const isRaw = trackRawLines();
  const isRowBelow = trackRows();
  const isOutermostItem = trackOutermost();
  let lineStart = start;
  let afterBlank = false;
  let above = '';
  let marks = 0;
  for (const ending of source.slice(bodyStart).matchAll(/\r\n|\n|\r|$/g)) {
    const lineEnd = bodyStart + ending.index;
    const line = source.slice(lineStart, lineEnd);
    const raw = isRaw(line);
    if (!raw) {
      const size = lineStart - start;
      const isRow = isRowBelow(line) && size <= LARGEST_TABLE;
      const isOutermost = isOutermostItem(line, afterBlank);
      const cut = isRow
        ? undefined
        : CUTS.find(({ above, at }) => size > above && at(line, afterBlank, isOutermost));
      if (cut !== undefined) cutAt(lineStart, cut.seam);
      // The parser reads each cell on its own, so that marks don't add up.
      if (cut !== undefined || isRow || NEW_PARAGRAPH.test(line)) marks = 0;
      // Of the log of a chat, whose lines are one paragraph, no line is too dense.
      else if (marks > 0 && ENDED.test(above) && AT_MARGIN.test(line) && isTooMuch(marks, line)) {
        cutAt(lineStart, 'break');
        marks = 0;
      }
      marks = cutLine(line, lineStart, marks, cutAt);
    }
    afterBlank = !raw && line.trim() === '';
    above = line;
    lineStart = lineEnd + ending[0].length;
  }
  chunks.push({ start, end: source.length, seam });
  return chunks;
}

/** A line that its author ended, inside a paragraph. */
const ENDED = /(?: {2}|\\)$/;
/** A line that goes on with the paragraph of the line above at the margin, and not with a quotation or a table. */
const AT_MARGIN = /^[^\s>|]/;

/** Whether a line has too many marks below those of its paragraph, but not on its own. */
function isTooMuch(marks: number, line: string): boolean {
  if (marks + line.length <= MOST_MARKS_IN_A_PARAGRAPH) return false;
  const own = line.match(MARK)?.length ?? 0;
  return own <= MOST_MARKS_IN_A_PARAGRAPH && marks + own > MOST_MARKS_IN_A_PARAGRAPH;
}

/** Cuts inside a line that is too long or too dense. Takes and returns the number of marks since the last cut. */
function cutLine(
  line: string,
  lineStart: number,
  marksBefore: number,
  cutAt: (offset: number, seam: Seam) => void,
): number {
  let marks = marksBefore;
  let from = 0;
  MARK.lastIndex = 0;
  for (let match = MARK.exec(line); match !== null; match = MARK.exec(line)) {
    marks += 1;
    if (marks <= MOST_MARKS_IN_A_PARAGRAPH || line.charAt(match.index - 1) === '\\') continue;
    cutAt(lineStart + match.index, 'mark');
    marks = 0;
    from = match.index;
  }
  const space = /[^\s\\] (?=\p{L})/gu;
  for (space.lastIndex = from + LARGEST_CHUNK; space.lastIndex < line.length; ) {
    const match = space.exec(line);
    if (match === null) break;
    from = match.index + match[0].length;
    cutAt(lineStart + from, 'space');
    marks = 0;
    space.lastIndex = from + LARGEST_CHUNK;
  }
  return marks;
}
