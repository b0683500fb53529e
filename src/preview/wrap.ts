import { graphemeBoundaries } from '../text/graphemes.ts';
import type { CellWidth } from './cell-width.ts';
import { visible } from './visible.ts';

/** One grapheme as the terminal shows it; `start` and `end` are UTF-16 offsets into the original text. */
export type Glyph = {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  /** In terminal cells. */
  readonly width: number;
};

/** One line of the terminal, without trailing spaces. */
export type Row = { readonly glyphs: readonly Glyph[]; readonly width: number };

const TAB = '    ';
const PRINTABLE_ASCII = /^[\u0020-\u007E]*$/;

/** Characters that must not begin a line in Chinese, Japanese and Korean text. */
const NO_LINE_START = new Set('、。，．：；？！）」』】〕〉》…ー々〜');

function* glyphsOf(line: string, offset: number, cells: CellWidth): Generator<Glyph> {
  if (PRINTABLE_ASCII.test(line)) {
    for (let at = 0; at < line.length; at += 1)
      yield { start: offset + at, end: offset + at + 1, shown: line.charAt(at), width: 1 };
    return;
  }
  const boundaries = graphemeBoundaries(line);
  for (let at = 1; at < boundaries.length; at += 1) {
    const [start = 0, end = 0] = [boundaries[at - 1], boundaries[at]];
    const grapheme = line.slice(start, end);
    const shown = grapheme === '\t' ? TAB : visible(grapheme);
    yield { start: offset + start, end: offset + end, shown, width: cells(shown) };
  }
}

/** Whether a line may be broken before `next`: after a space, or beside a wide character. */
function mayBreak(last: Glyph, next: Glyph): boolean {
  if (next.shown === ' ') return false;
  if (last.shown === ' ' || last.shown === TAB) return true;
  return (last.width === 2 || next.width === 2) && !NO_LINE_START.has(next.shown);
}

function rowOf(glyphs: readonly Glyph[]): Row {
  let end = glyphs.length;
  while (end > 0 && glyphs[end - 1]?.shown === ' ') end -= 1;
  const kept = glyphs.slice(0, end);
  return { glyphs: kept, width: kept.reduce((sum, glyph) => sum + glyph.width, 0) };
}

/** Wraps one line without line breaks into rows of at most `width` cells. */
function wrapLine(line: string, offset: number, width: number, cells: CellWidth): Row[] {
  const rows: Row[] = [];
  let row: Glyph[] = [];
  let used = 0;
  /** How many glyphs of the row precede its last possible break. */
  let breakAt = 0;
  for (const glyph of glyphsOf(line, offset, cells)) {
    const last = row.at(-1);
    if (last !== undefined && mayBreak(last, glyph)) breakAt = row.length;
    // A space that does not fit may overflow, because it is invisible.
    while (used + glyph.width > width && row.length > 0 && glyph.shown !== ' ') {
      const cut = breakAt > 0 ? breakAt : row.length;
      rows.push(rowOf(row.slice(0, cut)));
      row = row.slice(cut);
      used = row.reduce((sum, { width: taken }) => sum + taken, 0);
      breakAt = 0;
    }
    row.push(glyph);
    used += glyph.width;
  }
  rows.push(rowOf(row));
  return rows;
}

/**
 * Wraps a text into rows of at most `width` terminal cells: at spaces, beside wide characters, and inside a word only if it is
 * longer than a row. Emoji and CJK are measured as the terminal shows them, and control characters are made visible.
 */
export function wrap(text: string, width: number, cells: CellWidth): Row[] {
  const rows: Row[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    rows.push(...wrapLine(line, offset, Math.max(width, 2), cells));
    offset += line.length + 1;
  }
  return rows;
}

/** Wraps a text like `wrap`, and returns plain strings. */
export function wrapPlain(text: string, width: number, cells: CellWidth): string[] {
  return wrap(text, width, cells).map((row) => row.glyphs.map((glyph) => glyph.shown).join(''));
}
