/** The longest tag or expression, in UTF-16 units. */
export const LONGEST = 20_000;
/** How often each character may be read, on average: ordinary text needs two, which bounds the time for hostile text. */
const LOOKS = 8;

/** How many characters may still be read. */
export type Budget = { left: number };

/** Makes the budget for a text of a length, in UTF-16 units. */
export const budgetFor = (length: number): Budget => ({ left: LONGEST + LOOKS * length });

/**
 * Whether a quote opens a string. An apostrophe in an expression's JSX prose does not: only what may precede a string in code
 * does.
 */
export function opensText(source: string, at: number): boolean {
  const before = source.charAt(at - 1);
  // A name before a backtick is a template's: graphql`…`.
  return source.charAt(at) === '`'
    ? /[=({,:[\s+?\w]/.test(before)
    : /["']/.test(source.charAt(at)) && /[=({,:[\s+?]/.test(before);
}

/** Returns the offset after the sign that closes a tag or expression, skipping strings and braces inside. */
export function closingSign(
  source: string,
  from: number,
  sign: '>' | '}',
  budget: Budget,
): number | undefined {
  const limit = Math.min(source.length, from + LONGEST, from + budget.left);
  let depth = 0;
  let quote = '';
  for (let at = from; at < limit; at += 1) {
    budget.left -= 1;
    const here = source.charAt(at);
    if (quote !== '') {
      if (here === '\\') at += 1;
      else if (here === quote) quote = '';
      continue;
    }
    if (here === '{') depth += 1;
    else if (here === sign && depth === 0) return at + 1;
    else if (here === '}') depth -= 1;
    else if (opensText(source, at)) quote = here;
    else if (here === '\n' && source.charAt(at + 1) === '\n' && sign === '>' && depth === 0) return undefined;
  }
  return undefined;
}
