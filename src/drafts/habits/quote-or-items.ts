/** A run of lines that begin with `>`, and its context. */
export type QuoteGroup = {
  /** The text of the lines without `>` and the following space. */
  readonly lines: readonly string[];
  /** The line directly above, or the last one above a blank line; empty at the top. */
  readonly leadIn: string;
  /** The line directly below, or the first one below a blank line; empty at the end. */
  readonly below: string;
  /** Whether the draft begins with a `[Label]`, as updates and paper notes do. */
  readonly labelled: boolean;
  /** Whether it is a post of a blog, whose page shows every run of such lines as a quotation. */
  readonly ofBlog: boolean;
};

/** `quotes`: each line is a separate quotation. */
export type QuoteReading = 'quote' | 'quotes' | 'items';

type Rule = {
  readonly verdict: QuoteReading;
  readonly reason: string;
  readonly holds: (group: QuoteGroup) => boolean;
};

const DASH = '(?:[—–]|--|â€”|â€“|โ)';
const OPENS_QUOTED = /^(?:["“„«‘]|'(?=\p{Lu})|â€œ|\*["“]|_["“])/u;
const ENDS_QUOTED = /(?:["”»’]|â€|[.!?]['])[*_]?[.,]?$/u;
/** `— Name`, after the end of a sentence or alone on its line; a name is one to six words, most of them capitalised. */
const ATTRIBUTION = new RegExp(
  `(?:^|[.!?…"”’»*_](?:â€)?\\s*)${DASH}\\s*\\p{Lu}[\\p{L}.'’-]*(?:,?\\s+[\\p{L}\\d.'’()-]+){0,6}$`,
  'u',
);
const OPENS_WITH_DASH = new RegExp(`^${DASH}\\s*\\S.{0,100}$`, 'u');
const STRUCTURE = /^(?:>|#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|`{3}|~{3}|\||(?:-\s*){3,}$| {4}\S)/;
const FINAL_STOP = /[.!?…。！？]["”’')\]*_]*$/u;

/** The longest line, in characters, that is still an item; and the most lines of a quotation without any sign of being one. */
const ITEM_LENGTH = 160;
const FEW_LINES = 2;

const all = (lines: readonly string[], pattern: RegExp): boolean => lines.every((line) => pattern.test(line));
const share = (lines: readonly string[], pattern: RegExp): number =>
  lines.filter((line) => pattern.test(line)).length / lines.length;

/**
 * Whether `>` marks a quotation or items: the first matching rule decides. Quotations come first: an item shown as a quotation
 * keeps its words and its line, but a quotation split into items is lost.
 */
const RULES: readonly Rule[] = [
  {
    verdict: 'quote',
    reason: '`[!card]` at its top asks for a picture of a quotation',
    holds: ({ lines }) => /^\[!card\](?:\s|$)/i.test(lines[0] ?? ''),
  },
  {
    verdict: 'quote',
    reason: 'a blank line inside makes paragraphs, and items have none',
    holds: ({ lines }) => lines.some((line) => line.trim() === ''),
  },
  {
    verdict: 'quote',
    reason: 'a list, heading, table or code inside is what a quoted text holds',
    holds: ({ lines }) => lines.some((line) => STRUCTURE.test(line)),
  },
  {
    verdict: 'quotes',
    reason: 'every line opens and closes a quotation of its own, or names whose it is',
    holds: ({ lines }) =>
      lines.length > 1 &&
      all(lines, OPENS_QUOTED) &&
      lines.every((line) => ENDS_QUOTED.test(line) || ATTRIBUTION.test(line)),
  },
  {
    verdict: 'quote',
    reason: 'the last line names whose words they are',
    holds: ({ lines }) => ATTRIBUTION.test(lines.at(-1) ?? ''),
  },
  {
    verdict: 'quote',
    reason: 'only the last line begins with a dash, so it names a speaker: `— me, in a letter`',
    holds: ({ lines }) =>
      lines.length > 1 && lines.findIndex((line) => OPENS_WITH_DASH.test(line)) === lines.length - 1,
  },
  {
    verdict: 'quote',
    reason: 'it opens with a quotation mark, and closes with one',
    holds: ({ lines }) => OPENS_QUOTED.test(lines[0] ?? '') && ENDS_QUOTED.test(lines.at(-1) ?? ''),
  },
  {
    verdict: 'quote',
    reason: 'long lines of similar length that continue in lower case are one wrapped text',
    holds: isWrapped,
  },
  {
    verdict: 'quote',
    reason: 'the page of a blog shows it as a quotation',
    holds: ({ ofBlog }) => ofBlog,
  },
  {
    verdict: 'items',
    reason: 'a draft with a label is a list of what was done, and uses `>` for it',
    holds: ({ labelled }) => labelled,
  },
  {
    verdict: 'quote',
    reason: 'the line below one or two lines names whose words they are',
    holds: ({ lines, below }) =>
      lines.length <= FEW_LINES && OPENS_WITH_DASH.test(below) && ATTRIBUTION.test(below),
  },
  {
    verdict: 'quote',
    reason: 'one or two lines, each longer than items are, are somebody’s words, whatever precedes them',
    holds: ({ lines }) => lines.length <= FEW_LINES && lines.every((line) => line.length > ITEM_LENGTH),
  },
  {
    verdict: 'items',
    reason: 'a line that ends in a colon announces the lines below it',
    holds: ({ lines, leadIn }) => lines.length > 1 && leadIn.endsWith(':'),
  },
  {
    verdict: 'items',
    reason: 'a colon announces one short line without a final full stop',
    holds: ({ lines, leadIn }) => leadIn.endsWith(':') && share(lines, FINAL_STOP) === 0,
  },
  {
    verdict: 'items',
    reason: 'several lines, most of them without a final full stop, are not sentences',
    holds: ({ lines }) => lines.length > 1 && share(lines, FINAL_STOP) < 0.5,
  },
  {
    verdict: 'quote',
    reason: 'by default, whole sentences are a quotation',
    holds: () => true,
  },
];

/** Decides what a run of `>` lines means. */
export function quoteOrItems(group: QuoteGroup): QuoteReading {
  return RULES.find(({ holds }) => holds(group))?.verdict ?? 'quote';
}

/**
 * Whether an editor wrapped the lines, at 60 to 100 columns. Items of that length are sentences, and begin with a capital. If a
 * lead-in announces items and even the first line is in lower case, the author does not use capitals, so a lower-case letter
 * proves nothing.
 */
function isWrapped({ lines, labelled, leadIn }: QuoteGroup): boolean {
  if ((labelled || leadIn.endsWith(':')) && /^\p{Ll}/u.test(lines[0] ?? '')) return false;
  const body = lines.slice(0, -1);
  const isLong = (line: string): boolean => {
    const { length } = line.replace(TARGET, '');
    return length >= 55 && length <= 110;
  };
  if (body.length === 0 || !body.every(isLong)) return false;
  return body.some((line, index) => !/[.!?:;"”]$/.test(line) && /^\p{Ll}/u.test(lines[index + 1] ?? ''));
}

/** A link's target does not count towards a line's length: `](https://…)`, or a bare URL. */
const TARGET = /\]\([^\s)]*\)|https?:\/\/\S+/g;
