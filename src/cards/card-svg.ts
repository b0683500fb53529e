import { CARD_WIDTH, PADDING, type PlannedCard, TITLE_HEIGHT } from './card.ts';
import { type CodeDrawables, type Drawn, layoutCode } from './layout-code.ts';
import { type FormulaShape, layoutFormula } from './layout-formula.ts';
import { layoutQuote } from './layout-quote.ts';
import { layoutTable } from './layout-table.ts';
import { rect, svgOf, text } from './svg.ts';
import { textWidth } from './text-width.ts';
import type { Theme } from './theme.ts';

/** What heavy libraries computed for a card: the colours and widths of its code, or the shape of its formula. */
export type Drawables = CodeDrawables & {
  readonly formula?: FormulaShape;
};

/** Font size of the title line: 26 px in the PNG. */
const TITLE_SIZE = 13;
/** Space above and below the content, in layout units. */
const MARGIN = 24;
/** The smallest height of a card: some timelines crop flatter ones at the sides. */
const LEAST_HEIGHT = 150;

/** Draws a planned card as SVG. Pure: the same plan gives the same bytes. */
export function cardSvg(card: PlannedCard, drawables: Drawables, theme: Theme): string {
  const note = card.parts > 1 ? `${card.part} of ${card.parts}` : '';
  const hasTitle = card.title !== '' || note !== '';
  const head = hasTitle ? TITLE_HEIGHT : 0;
  const isTable = card.content.kind === 'table';
  const margin = isTable ? 0 : MARGIN;
  const drawn = layout(card, drawables, theme, 0);
  const bottom = isTable ? 8 : MARGIN;
  const height = Math.max(LEAST_HEIGHT, head + margin + drawn.height + bottom);
  // Split the remaining height equally above and below the content; a table's header stays at the top.
  const free = height - head - margin - drawn.height - bottom;
  const { body } = layout(card, drawables, theme, head + margin + (isTable ? 0 : free / 2));
  return svgOf([...titleLine(card.title, note, theme), ...body], height, theme.background);
}

function titleLine(title: string, note: string, theme: Theme): string[] {
  if (title === '' && note === '') return [];
  const baseline = TITLE_HEIGHT / 2 + TITLE_SIZE * 0.36;
  const room = CARD_WIDTH - 2 * PADDING - textWidth(note, 'regular', TITLE_SIZE) - 16;
  return [
    rect({ x: 0, y: 0, width: CARD_WIDTH, height: TITLE_HEIGHT }, theme.header),
    rect({ x: 0, y: TITLE_HEIGHT - 1, width: CARD_WIDTH, height: 1 }, theme.line),
    text({ x: PADDING, y: baseline }, 'semiBold', TITLE_SIZE, [
      { text: shortened(title, room), fill: theme.muted },
    ]),
    text({ x: CARD_WIDTH - PADDING, y: baseline, anchor: 'end' }, 'regular', TITLE_SIZE, [
      { text: note, fill: theme.muted },
    ]),
  ];
}

/** Cuts a title that is too long, with dots; the content below repeats its words. */
function shortened(title: string, room: number): string {
  if (textWidth(title, 'semiBold', TITLE_SIZE) <= room) return title;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(title)) {
    if (textWidth(`${kept}${segment}…`, 'semiBold', TITLE_SIZE) > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function layout({ content }: PlannedCard, drawables: Drawables, theme: Theme, top: number): Drawn {
  switch (content.kind) {
    case 'code':
      return layoutCode(content, drawables, theme, top);
    case 'table':
      return layoutTable(content, theme, top);
    case 'quote':
      return layoutQuote(content, theme, top);
    case 'formula':
      if (drawables.formula === undefined) throw new Error('a formula has to be set before it is drawn');
      return layoutFormula(drawables.formula, theme, top);
    default:
      throw new Error(`no layout for ${JSON.stringify(content satisfies never)}`);
  }
}
