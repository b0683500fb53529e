import { CARD_WIDTH, INNER_WIDTH, leadingOf, PADDING, type TableContent } from './card.ts';
import type { Drawn } from './layout-code.ts';
import { COLUMN_GAP, ROW_PADDING, rowHeight } from './plan-table.ts';
import { rect, text } from './svg.ts';
import type { Theme } from './theme.ts';

/** Lays out a table: its header on a band, a hairline below each row. A narrow table is stretched to the card's width. */
export function layoutTable(content: TableContent, theme: Theme, top: number): Drawn {
  const { size, rows } = content;
  const leading = leadingOf(size);
  const natural =
    content.columns.reduce((total, { width }) => total + width, 0) +
    (content.columns.length - 1) * COLUMN_GAP;
  const stretch = content.columns.length < 2 ? 0 : (INNER_WIDTH - natural) / (content.columns.length - 1);
  const gap = COLUMN_GAP + Math.max(0, stretch);
  const body: string[] = [];
  let y = top;
  rows.forEach((cells, row) => {
    const height = rowHeight(
      cells.reduce((most, lines) => Math.max(most, lines.length), 1),
      size,
    );
    if (row === 0) body.push(rect({ x: 0, y, width: CARD_WIDTH, height }, theme.header));
    let x = PADDING;
    content.columns.forEach(({ width, align }, column) => {
      const anchor = align === 'left' ? 'start' : align === 'right' ? 'end' : 'middle';
      const at = align === 'left' ? x : align === 'right' ? x + width : x + width / 2;
      (cells[column] ?? []).forEach((line, index) => {
        if (line === '') return;
        const baseline = y + ROW_PADDING + index * leading + leading * 0.5 + size * 0.36;
        const face = row === 0 ? 'semiBold' : 'regular';
        body.push(text({ x: at, y: baseline, anchor }, face, size, [{ text: line, fill: theme.text }]));
      });
      x += width + gap;
    });
    y += height;
    const isHeader = row === 0;
    if (isHeader || row < rows.length - 1)
      body.push(
        isHeader
          ? rect({ x: 0, y: y - 1, width: CARD_WIDTH, height: 1 }, theme.line)
          : rect({ x: PADDING, y: y - 0.5, width: INNER_WIDTH, height: 1 }, theme.line),
      );
  });
  return { body, height: y - top };
}
