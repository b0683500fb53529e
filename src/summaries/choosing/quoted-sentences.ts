/** Pairs of quotation marks; a straight one opens and closes. */
const MARKS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '"': '"',
  '「': '」',
  '『': '』',
};

/** What opens and closes quotations in British books, and is an apostrophe everywhere else. */
const SINGLE: Readonly<Record<string, string>> = { "'": "'", '‘': '’' };

/** Words that begin with an apostrophe: they open nothing. `rock 'n' roll`, `'twas` */
const ELISION = /^.(?:n|tis|twas|twere|em|til|till|cause|cos|bout|round|neath|fraid)(?!\p{L})/iu;

type Range = { readonly start: number; readonly end: number };

/** Who said it, behind a quotation: `– Ada Byron, engineer`, `(Ada Byron)`. */
const ATTRIBUTION =
  /^[\s*_]*(?:[-–—―~]{1,3}\s*[*_]*\p{L}[\p{L}\p{M}\p{N}.,’' &()*_-]{1,80}|\(\p{Lu}[\p{L}\p{M}.,’' &-]{1,60}\))$/u;

/**
 * Which sentences of a paragraph are somebody's words and not the author's: those that open or go on inside a
 * quotation which the sentence itself does not hold wholly, and those that are nothing but one, with or without the name of
 * who said it.
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

/** How much of a sentence stands in quotation marks, those counted; UTF-16 units. */
export function quotedLength(text: string): number {
  return quotations(text).reduce((sum, { start, end }) => sum + end - start, 0);
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

/** At a word's start: `'Come in,'`, and not `don't`, `the dogs' bowl`, `the '90s`. */
function opensSingle(text: string, at: number): boolean {
  if (SINGLE[text.charAt(at)] === undefined || !/^(?:$|[\s([—–])/u.test(text.charAt(at - 1))) return false;
  return /^\p{L}/u.test(text.slice(at + 1, at + 3)) && !ELISION.test(text.slice(at, at + 10));
}

/**
 * Where the quotation ends that a single mark opens: behind a mark that follows a comma, a stop or the like, or at the
 * end of the paragraph. `undefined` where another one opens before that: what opened was an apostrophe, or set off a
 * word (`the 'smart' kettle`).
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
