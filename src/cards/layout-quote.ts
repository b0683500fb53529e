import { leadingOf, PADDING, type QuoteContent } from './card.ts';
import type { Drawn } from './layout-code.ts';
import { BY_GAP, BY_SIZE, MARK_HEIGHT } from './plan-quote.ts';
import { text } from './svg.ts';
import type { Theme } from './theme.ts';

/** Lays out a quotation: a mark, the words, the name. */
export function layoutQuote(content: QuoteContent, theme: Theme, top: number): Drawn {
  const { size, lines, by } = content;
  const body: string[] = [
    text({ x: PADDING - 2, y: top + MARK_HEIGHT }, 'semiBold', 64, [
      { text: '“', fill: theme.highlightEdge },
    ]),
  ];
  let y = top + MARK_HEIGHT;
  for (const line of lines) {
    const baseline = y + (leadingOf(size) / 2 + size * 0.36);
    if (line !== '')
      body.push(text({ x: PADDING, y: baseline }, 'regular', size, [{ text: line, fill: theme.text }]));
    y += leadingOf(size) * (line === '' ? 0.6 : 1);
  }
  if (by.length > 0) y += BY_GAP;
  for (const line of by) {
    const baseline = y + (leadingOf(BY_SIZE) / 2 + BY_SIZE * 0.36);
    body.push(text({ x: PADDING, y: baseline }, 'semiBold', BY_SIZE, [{ text: line, fill: theme.muted }]));
    y += leadingOf(BY_SIZE);
  }
  return { body, height: y - top };
}
