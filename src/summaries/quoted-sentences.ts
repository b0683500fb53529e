/** Pairs of quotation marks; a straight one opens and closes. */
const MARKS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '"': '"',
  '「': '」',
  '『': '』',
};

type Range = { readonly start: number; readonly end: number };

/**
 * Which sentences of a paragraph are somebody's words and not the author's: those that open or go on inside a
 * quotation which the sentence itself does not hold wholly, and those that are nothing but one.
 *
 *     She said: "Come in. Sit down." I sat.
 *     ├quoted──────────┤├quoted───┤├own──┤
 */
export function quotedSentences(text: string, sentences: readonly Range[]): boolean[] {
  const quotes = quotations(text);
  return sentences.map(({ start, end }) =>
    quotes.some((quote) => {
      const overlaps = quote.start < end && quote.end > start;
      if (!overlaps) return false;
      const whole = quote.start >= start && quote.end <= end;
      const rest = whole ? text.slice(start, quote.start) + text.slice(quote.end, end) : '';
      return !whole || !/[\p{L}\p{N}]/u.test(rest);
    }),
  );
}

/** Where quotations stand; one that nothing closes reaches to the end of the paragraph. */
function quotations(text: string): Range[] {
  const found: Range[] = [];
  let open: { readonly start: number; readonly closes: string } | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (open !== null) {
      if (sign !== open.closes) continue;
      found.push({ start: open.start, end: at + 1 });
      open = null;
      continue;
    }
    const closes = MARKS[sign];
    // Inches and seconds: `a 12" record`.
    if (closes === undefined || (sign === '"' && /[\d\p{L}]/u.test(text.charAt(at - 1)))) continue;
    open = { start: at, closes };
  }
  if (open !== null) found.push({ start: open.start, end: text.length });
  return found;
}
