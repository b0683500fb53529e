import { INNER_HEIGHT, INNER_WIDTH, leadingOf, type QuoteContent } from './card.ts';
import { wrapWords } from './wrap-words.ts';

/** A quotation: its paragraphs, and the speaker. */
export type QuoteWords = { readonly paragraphs: readonly string[]; readonly by: string };

/** A part of a quotation as a card's content, with its words. */
export type QuotePart = { readonly content: QuoteContent; readonly words: QuoteWords };

/** Font sizes of a quotation, in layout units: a short one is set large. */
const QUOTE_SIZES = [30, 26, 22, 19, 17] as const;
/** Font size of the name below it. */
export const BY_SIZE = 15;
/** Height of the quotation mark above the words, and of the gap above the name. */
export const MARK_HEIGHT = 44;
export const BY_GAP = 18;

/** Plans the cards of a quotation: the largest font at which it fits on one card. */
export function planQuote({ paragraphs, by }: QuoteWords): QuotePart[] {
  const byLines = by === '' ? [] : wrapWords(by, 'semiBold', BY_SIZE, INNER_WIDTH);
  const byHeight = byLines.length === 0 ? 0 : BY_GAP + byLines.length * leadingOf(BY_SIZE);
  const linesAt = (size: number): string[] =>
    paragraphs.flatMap((paragraph, at) => [
      ...(at === 0 ? [] : ['']),
      ...paragraph.split('\n').flatMap((line) => wrapWords(line, 'regular', size, INNER_WIDTH)),
    ]);
  const rowsAt = (size: number): number =>
    Math.floor((INNER_HEIGHT - MARK_HEIGHT - byHeight) / leadingOf(size));
  const smallest = QUOTE_SIZES.at(-1) ?? 17;
  // Large fonts are for a sentence or two: at most a third of the lines of a card.
  const size = QUOTE_SIZES.find((one) => linesAt(one).length <= rowsAt(one) / (one > 19 ? 2 : 1)) ?? smallest;
  const lines = linesAt(size);
  const most = rowsAt(size);
  const parts: QuotePart[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = Math.min(lines.length, from + most);
    if (to < lines.length) {
      const blank = lines.lastIndexOf('', to);
      if (blank > from + most / 2) to = blank;
    }
    const shown = trimEmpty(lines.slice(from, to));
    if (shown.length > 0)
      parts.push({
        content: { kind: 'quote', size, lines: shown, by: byLines },
        words: { paragraphs: [shown.join('\n')], by },
      });
    from = to;
  }
  return parts.length === 1 ? parts.map((part) => ({ ...part, words: { paragraphs, by } })) : parts;
}

function trimEmpty(lines: readonly string[]): string[] {
  const from = lines.findIndex((line) => line !== '');
  const to = lines.findLastIndex((line) => line !== '');
  return from < 0 ? [] : lines.slice(from, to + 1);
}
