import { CARD_WIDTH, type CodeContent, leadingOf, PADDING } from './card.ts';
import { displayWidth } from './cells.ts';
import { CELL, numberCells, WRAP_MARK } from './plan-code.ts';
import { type ColouredText, rect, text } from './svg.ts';
import type { Theme } from './theme.ts';

/** A coloured part of a line of code. */
export type Token = { readonly text: string; readonly color: string };

/** SVG elements, and their height in layout units from `top`. */
export type Drawn = { readonly body: readonly string[]; readonly height: number };

/** Colours of code, with an entry for each line, and the widths of its phrases of joined letters. */
export type CodeDrawables = {
  readonly tokens?: readonly (readonly Token[])[];
  readonly phraseWidths?: PhraseWidths;
};

/** Lays out code; without `tokens`, in one colour. */
export function layoutCode(
  content: CodeContent,
  { tokens, phraseWidths: widths = new Map() }: CodeDrawables,
  theme: Theme,
  top: number,
): Drawn {
  const { size, rows, lines, firstNumber } = content;
  const leading = leadingOf(size);
  const cell = size * CELL;
  const gutter = firstNumber === undefined ? 0 : numberCells(firstNumber + lines.length - 1) * cell;
  const highlights = new Set(content.highlights);
  const body: string[] = [];
  rows.forEach((row, at) => {
    const y = top + at * leading;
    const baseline = y + leading * 0.5 + size * 0.35;
    if (highlights.has(row.line)) {
      body.push(rect({ x: 0, y, width: CARD_WIDTH, height: leading + 0.5 }, theme.highlight));
      body.push(rect({ x: 0, y, width: 4, height: leading + 0.5 }, theme.highlightEdge));
    }
    if (firstNumber !== undefined && row.start === 0) {
      const label = String(firstNumber + row.line);
      body.push(
        text({ x: PADDING + gutter - 2 * cell, y: baseline, anchor: 'end' }, 'mono', size, [
          { text: label, fill: theme.muted },
        ]),
      );
    }
    const x = PADDING + gutter + row.indent * cell;
    if (row.indent > 0)
      body.push(wrapMark({ x: x - WRAP_MARK * cell, y: baseline }, cell, size, theme.muted));
    const line = lines[row.line] ?? '';
    const spans = spansOf(line, tokens?.[row.line], row, theme.text);
    body.push(...onGrid(spans, { x, y: baseline, cell, size, widths }));
  });
  return { body, height: rows.length * leading };
}

/** Returns the coloured parts of `line` from `start` to `end`. */
function spansOf(
  line: string,
  tokens: readonly Token[] | undefined,
  { start, end }: { readonly start: number; readonly end: number },
  fill: string,
): ColouredText[] {
  if (tokens === undefined) return [{ text: line.slice(start, end), fill }];
  const spans: ColouredText[] = [];
  let at = 0;
  for (const token of tokens) {
    const from = Math.max(start, at);
    const to = Math.min(end, at + token.text.length);
    if (to > from) spans.push({ text: line.slice(from, to), fill: token.color });
    at += token.text.length;
  }
  if (at < end) spans.push({ text: line.slice(Math.max(at, start), end), fill });
  return spans;
}

/** Characters from another font may have another width, so the following text is put back on the grid. */
const OFF_GRID =
  /[^\x20-\x7e\u00a0-\u024f\u0370-\u052f\u2010-\u2027\u2190-\u2193\u2500-\u257f\u2580-\u259f]/u;
/** Scripts whose letters join or stack, and must be drawn as one text, never letter by letter. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/u;

/** Widths in em of phrases whose letters join, as drawn by their font. */
export type PhraseWidths = ReadonlyMap<string, number>;

/** Lists the phrases of joined letters on the rows of code, without duplicates: only their font knows their width. */
export function joinedPhrases(
  { rows, lines }: CodeContent,
  tokens: CodeDrawables['tokens'],
): readonly string[] {
  const phrases = rows.flatMap(({ line, start, end }) => {
    if (!JOINED.test(lines[line] ?? '')) return [];
    const spans = spansOf(lines[line] ?? '', tokens?.[line], { start, end }, '');
    return spans.flatMap(({ text: words }) => stretchesOf(words).filter(({ kind }) => kind === 'joined'));
  });
  return [...new Set(phrases.map(({ text: phrase }) => phrase))];
}

/** Characters as wide as they are high: one em, centred in two cells. */
const SQUARE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]$/u;

/** Returns how far a text is indented from its first cell. */
const insetOf = ([first]: readonly ColouredText[], cell: number, size: number): number =>
  first !== undefined && SQUARE.test(first.text) ? cell - size / 2 : 0;

/** Where a row of code is drawn, and the widths of its phrases. */
type Grid = {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly size: number;
  readonly widths: PhraseWidths;
};

/**
 * Draws spans as text elements aligned to the grid of cells. A phrase of joined letters is narrower than its cells, so what
 * follows it on the row moves up to it.
 */
function onGrid(spans: readonly ColouredText[], { x, y, cell, size, widths }: Grid): string[] {
  const out: string[] = [];
  let line: ColouredText[] = [];
  let lineAt = 0;
  let column = 0;
  const end = (): void => {
    if (line.some(({ text: words }) => words.trim() !== ''))
      out.push(text({ x: x + lineAt * cell + insetOf(line, cell, size), y }, 'mono', size, line));
    line = [];
    lineAt = column;
  };
  for (const { text: words, fill } of spans)
    for (const stretch of stretchesOf(words)) {
      if (stretch.kind !== 'plain') end();
      if (line.length === 0) lineAt = column;
      line.push({ text: stretch.text, fill });
      const cells = displayWidth(stretch.text);
      const width = stretch.kind === 'joined' ? widths.get(stretch.text) : undefined;
      column += width === undefined ? cells : Math.min(cells, (width * size) / cell);
      if (stretch.kind !== 'plain') end();
    }
  end();
  return out;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

type Stretch = { text: string; readonly kind: 'joined' | 'off' | 'plain' };

/**
 * Splits a text into plain parts, single graphemes off the grid, and whole phrases of joined scripts, which may run from right
 * to left.
 */
function stretchesOf(words: string): readonly Stretch[] {
  if (!OFF_GRID.test(words)) return [{ text: words, kind: 'plain' }];
  const out: Stretch[] = [];
  for (const { segment } of graphemes.segment(words)) {
    const kind = JOINED.test(segment) ? 'joined' : OFF_GRID.test(segment) ? 'off' : 'plain';
    const last = out.at(-1);
    if (last !== undefined && kind === last.kind && kind !== 'off') {
      last.text += segment;
      continue;
    }
    const before = out.at(-2);
    // A space between two words of such a script belongs to the phrase.
    if (kind === 'joined' && before?.kind === 'joined' && last?.text.trim() === '') {
      before.text += last.text + segment;
      out.pop();
    } else out.push({ text: segment, kind });
  }
  return out;
}

/** Draws a bent arrow before a continued line, so that it can't be taken for code. */
function wrapMark(
  { x, y: baseline }: { readonly x: number; readonly y: number },
  cell: number,
  size: number,
  stroke: string,
): string {
  const top = baseline - size * 0.72;
  const y = baseline - size * 0.28;
  const left = x + cell * 0.15;
  const right = x + cell * 1.25;
  const head = size * 0.18;
  const points = (values: readonly number[]): string =>
    values.map((value) => String(Math.round(value * 100) / 100)).join(' ');
  return `<path d="M${points([left, top])}L${points([left, y])}L${points([right, y])}M${points([right - head, y - head])}L${points([right, y])}L${points([right - head, y + head])}" fill="none" stroke="${stroke}" stroke-width="1.2"/>`;
}
