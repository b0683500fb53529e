/** What is open at a place inside a sentence. */
export type OpenMarks = {
  /** Whether a bracket of less than half a post is open. */
  readonly bracketed: boolean;
  /** Whether a longer bracket is open. */
  readonly enclosed: boolean;
  /** Whether a quotation of a few lines is open. */
  readonly quoted: boolean;
};

/** The longest bracket in which no place is better than another, in UTF-16 units: half a post. */
const SHORT_BRACKET = 140;

/** The first words of a bracket, which no cut should part from the others. */
const FIRST_WORDS = 30;

/** How far an open bracket or quotation is looked for, in UTF-16 units. */
const REACH = 240;

/** Returns what is open at a place of a text: a bracket, a quotation. */
export function openMarks(text: string, at: number): OpenMarks {
  const before = text.slice(Math.max(0, at - REACH), at);
  if (!OPENINGS.test(before)) return NOTHING_OPEN;
  const after = text.slice(at, at + REACH);
  const bracket = openBracket(before, after);
  const isShort = bracket !== undefined && (bracket.length < SHORT_BRACKET || bracket.above < FIRST_WORDS);
  return {
    bracketed: isShort,
    enclosed: bracket !== undefined && !isShort,
    quoted: isQuoted(before, after),
  };
}

const NOTHING_OPEN: OpenMarks = { bracketed: false, enclosed: false, quoted: false };

/** Marks that open a bracket or a quotation: most sentences have none. */
const OPENINGS = /[([“‘"]/;

/** Returns the length of the open bracket, endless if no end is in reach, and how much of it is above. */
function openBracket(
  before: string,
  after: string,
): { readonly length: number; readonly above: number } | undefined {
  for (const [opening = '', closing = ''] of ['()', '[]']) {
    const open = before.lastIndexOf(opening);
    if (open < 0 || before.lastIndexOf(closing) > open) continue;
    const above = before.length - open;
    const close = after.indexOf(closing);
    return { length: close < 0 ? Number.POSITIVE_INFINITY : above + close, above };
  }
  return undefined;
}

/** The longest quotation in single marks. */
const SHORT_QUOTE = 60;

/** The marks around a quotation, and how long it may be: `’` is also an apostrophe. */
const QUOTES = [
  { opening: '“', closing: '”', most: REACH },
  { opening: '‘', closing: '’', most: SHORT_QUOTE },
] as const;

/** A straight mark that opens a quotation, and one that closes it. */
const OPENS_STRAIGHT = /(?:^|[\s([—–-])"(?=[\p{L}\p{N}])[^"]*$/u;
const CLOSES_STRAIGHT = /^[^"]*[\p{L}\p{N}.,!?…)\]]"/u;

/** Whether a quotation of a few lines is open. */
const isQuoted = (before: string, after: string): boolean =>
  (OPENS_STRAIGHT.test(before) && CLOSES_STRAIGHT.test(after)) ||
  QUOTES.some(({ opening, closing, most }) => {
    const open = before.lastIndexOf(opening);
    const close = after.indexOf(closing);
    if (open < 0 || close < 0 || before.length - open + close > most) return false;
    return before.lastIndexOf(closing) < open && !after.slice(0, close).includes(opening);
  });
