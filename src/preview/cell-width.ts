/** How many cells of the terminal a text takes. */
export type CellWidth = (text: string) => number;

/**
 * What takes one cell in every terminal, each UTF-16 unit by itself: Latin, Greek and Cyrillic letters, punctuation,
 * currency and mathematical signs, simple arrows, box drawing, and the signs that the preview itself writes.
 */
const ONE_CELL_EACH =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u0370-\u0482\u048A-\u052F\u2190-\u2193\u2197\u2200-\u22FF\u2400-\u2426\u2500-\u257F\u25A3\u25B0\u25B1\n\t]*$/;

const oneEach: CellWidth = (text) => text.length;

/**
 * The measure for a set of texts. Most drafts hold nothing but characters of one cell each; the library that knows
 * emoji and wide scripts takes longer to start than all the rest of a preview, and is loaded only for the others.
 */
export async function cellWidthFor(texts: Iterable<string>): Promise<CellWidth> {
  for (const text of texts) {
    if (ONE_CELL_EACH.test(text)) continue;
    const { default: stringWidth } = await import('string-width');
    return (shown) => (ONE_CELL_EACH.test(shown) ? shown.length : stringWidth(shown));
  }
  return oneEach;
}
