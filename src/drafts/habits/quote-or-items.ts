/** A run of lines that open with `>`, and what stands around it. */
export type QuoteGroup = {
  /** The lines' text without `>` and the space after it. */
  readonly lines: readonly string[];
  /** The text of the line directly above, or of the last one above a blank line; empty at the top. */
  readonly leadIn: string;
  /** The draft opens with a `[Label]`, as updates and paper notes do. */
  readonly labelled: boolean;
};

/** `quotes` is a group each of whose lines is a quotation of its own. */
export type Verdict = 'quote' | 'quotes' | 'items';

type Rule = {
  readonly verdict: Verdict;
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

/** Longest line, in characters, that is still an item, and most lines that may be a quotation without any mark. */
const ITEM_LENGTH = 160;
const FEW_LINES = 2;

const all = (lines: readonly string[], pattern: RegExp): boolean => lines.every((line) => pattern.test(line));
const share = (lines: readonly string[], pattern: RegExp): number =>
  lines.filter((line) => pattern.test(line)).length / lines.length;

/**
 * Whether `>` quotes somebody or marks items: the first rule that holds decides. Quotations come first, since an
 * item shown as a quotation keeps its words and its line, but a quotation cut into items is not one any more.
 */
const RULES: readonly Rule[] = [
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
    reason: 'only the last line opens with a dash: `— me, in a letter`, whoever that is',
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
    reason: 'long lines of like length that run on in lower case are one text, wrapped',
    holds: isWrapped,
  },
  {
    verdict: 'items',
    reason: 'a draft with a label is a list of what was done, and uses `>` for it',
    holds: ({ labelled }) => labelled,
  },
  {
    verdict: 'quote',
    reason: 'one or two lines, each longer than items are, are somebody’s words, whatever stands above them',
    holds: ({ lines }) => lines.length <= FEW_LINES && lines.every((line) => line.length > ITEM_LENGTH),
  },
  {
    verdict: 'items',
    reason: 'several lines below a line that ends in a colon are what it announces',
    holds: ({ lines, leadIn }) => lines.length > 1 && leadIn.endsWith(':'),
  },
  {
    verdict: 'items',
    reason: 'one short line without a final stop below a colon is what it announces',
    holds: ({ lines, leadIn }) => leadIn.endsWith(':') && share(lines, FINAL_STOP) === 0,
  },
  {
    verdict: 'items',
    reason: 'several lines, most of them without a final stop, are no sentences',
    holds: ({ lines }) => lines.length > 1 && share(lines, FINAL_STOP) < 0.5,
  },
  {
    verdict: 'quote',
    reason: 'whole sentences with nothing else to tell are a quotation',
    holds: () => true,
  },
];

/** What a run of `>` lines means. */
export function quoteOrItems(group: QuoteGroup): Verdict {
  return RULES.find(({ holds }) => holds(group))?.verdict ?? 'quote';
}

/**
 * Editors wrap at 60 to 100 columns; items that long are sentences, and start with a capital. Where something announces
 * items and even the first line opens in lower case, its author does without capitals, and a small letter tells nothing.
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

/** Where a link leads makes no line long: `](https://…)`, or an address alone. */
const TARGET = /\]\([^\s)]*\)|https?:\/\/\S+/g;
