/** Pairs of quotation marks; a straight one opens and closes. */
const MARKS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '"': '"',
  '「': '」',
  '『': '』',
};

/** Marks that quote in British books, and are apostrophes elsewhere. */
const SINGLE: Readonly<Record<string, string>> = { "'": "'", '‘': '’' };

/** Words that begin with an apostrophe instead of a quotation: `rock 'n' roll`, `'twas` */
const ELISION = /^.(?:n|tis|twas|twere|em|til|till|cause|cos|bout|round|neath|fraid)(?!\p{L})/iu;

type Range = { readonly start: number; readonly end: number };

/** The speaker after a quotation: `– Ada Byron, engineer`, `(Ada Byron)`. */
const ATTRIBUTION =
  /^[\s*_]*(?:[-–—―~]{1,3}\s*[*_]*\p{L}[\p{L}\p{M}\p{N}.,’' &()*_-]{1,80}|\(\p{Lu}[\p{L}\p{M}.,’' &-]{1,60}\))$/u;

/**
 * Finds the sentences of a paragraph that are not the author's words: those that begin or continue inside a quotation that is
 * not completely in the sentence, and those that are only a quotation, with or without the speaker's name.
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
      return !whole || !/[\p{L}\p{N}]/u.test(rest) || ATTRIBUTION.test(rest);
    }),
  );
}

/** Returns how much of a sentence is in quotation marks, including them; UTF-16 units. */
export function quotedLength(text: string): number {
  return quotations(text).reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Finds the quotations; an unclosed one extends to the end of the paragraph. */
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
    if (opensSingle(text, at)) {
      const end = endOfSingle(text, at);
      if (end === undefined) continue;
      found.push({ start: at, end });
      at = end - 1;
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

/**
 * Whether a single mark opens a quotation: at a word's start, `'Come in,'`, and not in `don't`, `the dogs' bowl`, `the '90s`.
 */
function opensSingle(text: string, at: number): boolean {
  if (SINGLE[text.charAt(at)] === undefined || !/^(?:$|[\s([—–])/u.test(text.charAt(at - 1))) return false;
  return /^\p{L}/u.test(text.slice(at + 1, at + 3)) && !ELISION.test(text.slice(at, at + 10));
}

/**
 * Returns where the quotation of a single mark ends: after a mark that follows a comma, a full stop or similar, or at the end
 * of the paragraph. `undefined` if another one opens before that: then it was an apostrophe, or set off a word (`the 'smart'
 * kettle`).
 */
function endOfSingle(text: string, start: number): number | undefined {
  const closes = SINGLE[text.charAt(start)];
  let setsOff = false;
  for (let at = start + 1; at < text.length; at += 1) {
    if (opensSingle(text, at)) return undefined;
    if (text.charAt(at) !== closes || /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3))) continue;
    if (/[,.?!…;:—–-]/.test(text.charAt(at - 1))) return at + 1;
    if (!setsOff && /^[.,?!…)\]\s]*$/.test(text.slice(at + 1, at + 8)) && text.length - at < 8) return at + 1;
    setsOff = true;
  }
  return undefined;
}
