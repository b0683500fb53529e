/** Measures a text in terminal cells. */
export type CellWidth = (text: string) => number;

/**
 * Characters that take one cell in every terminal, one UTF-16 unit each: Latin, Greek and Cyrillic letters, punctuation,
 * currency and mathematical signs, simple arrows, box drawing, and the signs that the preview itself uses.
 */
const ONE_CELL_EACH =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u0370-\u0482\u048A-\u052F\u2190-\u2193\u2197\u2200-\u22FF\u2400-\u2426\u2500-\u257F\u25A3\u25B0\u25B1\n\t]*$/;

const oneEach: CellWidth = (text) => text.length;

/**
 * Makes the measure for a set of texts. Most drafts only have characters of one cell each. The library that knows emoji and
 * wide scripts takes longer to load than the rest of a preview, so it is loaded only for other texts.
 */
export async function cellWidthFor(texts: Iterable<string>): Promise<CellWidth> {
  for (const text of texts) {
    if (ONE_CELL_EACH.test(text)) continue;
    const { default: stringWidth } = await import('string-width');
    return (shown) => (ONE_CELL_EACH.test(shown) ? shown.length : stringWidth(shown));
  }
  return oneEach;
}
