import { once } from '../../text/lazy.ts';
import { applyEdits, type Edit, type EditedText } from '../edits.ts';
import { blankLineBetween, isSetext } from './blank-lines.ts';
import { withCodeLines } from './code-lines.ts';
import type { DraftForm } from './draft-form.ts';
import { formulaEdits } from './formula-edits.ts';
import { tooDeepEdits } from './guard-lines.ts';
import { indentedListEdits } from './indented-lists.ts';
import { itemEdits } from './item-edits.ts';
import { type Line, readLines } from './lines.ts';
import { nestedItemEdits } from './nested-items.ts';
import { findQuoteLines, type QuoteLines } from './quote-groups.ts';
import type { SourceLine } from './source-line.ts';

/** One of an author's source lines; `offset` is where it starts in the chunk. */
export type PlacedSource = SourceLine & { readonly offset: number };

/** A chunk of a draft's text, edited so that Markdown reads it as its author meant it. */
export type PreparedChunk = EditedText & {
  /** The author's lists of sources; in the text each is replaced by a rule. */
  readonly sources: readonly { readonly offset: number; readonly lines: readonly PlacedSource[] }[];
  /** Offsets in the chunk at which a line nests too deep, and continues as plain text. */
  readonly tooDeep: readonly number[];
};

/** Replaces a list of sources while Markdown is parsed: a rule, which closes a paragraph above it. */
const PLACEHOLDER = '***';

/**
 * Applies the author's habits to a chunk: `>` and `→` items, `---` directly below words, separate lines, `[0] title: url`
 * sources.
 */
export function prepareChunk(chunk: string, form: DraftForm): PreparedChunk {
  const lines = withCodeLines(readLines(chunk));
  const quotes = findQuoteLines(chunk, lines, form);
  const marked = itemEdits(lines, quotes);
  const sources = findSources(lines);
  const deep = tooDeepEdits(chunk, lines);
  const referred = once(() => referredIn(chunk));
  const edits = [
    ...indentedListEdits(chunk, lines),
    ...nestedItemEdits(chunk, lines),
    ...blankLineEdits(chunk, lines, { items: marked.items, quotes, form }),
    ...marked.edits,
    ...lines.flatMap((line, index) => plainWordEdits(line, index, lines, { referred, form })),
    ...sources.map(({ offset, end }) => ({ start: offset, end, text: PLACEHOLDER })),
    ...deep,
    ...formulaEdits(chunk, lines),
    ...bracketEdits(lines, sources),
  ];
  return {
    ...applyEdits(chunk, edits),
    sources,
    tooDeep: deep.map(({ start }) => start),
  };
}

/** A mark and a parenthesis directly behind it, which would be read as a link to what the parenthesis says. */
const MARK_THEN_WORDS = /\[(\d{1,3})\]\((?!https?:|[/#.]|[\w-]+[./]\w)/g;

/** Parts the mark of a source from words in brackets behind it: `[the log][1](in German)`. */
function bracketEdits(lines: readonly Line[], sources: PreparedChunk['sources']): Edit[] {
  if (sources.length === 0) return [];
  const labels = new Set(sources.flatMap((list) => list.lines.map(({ label }) => label)));
  return lines.flatMap(({ kind, text, textStart }) =>
    kind === 'raw' || kind === 'source'
      ? []
      : [...text.matchAll(MARK_THEN_WORDS)].flatMap(({ 0: whole, 1: label = '', index }) => {
          const at = textStart + index + whole.length - 1;
          const inCode = text.slice(0, index).split('`').length % 2 === 0;
          return labels.has(label) && !inCode ? [{ start: at, end: at, text: '\\' }] : [];
        }),
  );
}

function blankLineEdits(
  chunk: string,
  lines: readonly Line[],
  {
    items,
    quotes,
    form,
  }: {
    readonly items: ReadonlySet<number>;
    readonly quotes: readonly QuoteLines[];
    readonly form: DraftForm;
  },
): Edit[] {
  const apart = new Set<number>();
  for (const { from, to, verdict } of quotes)
    if (verdict === 'quotes') for (let index = from + 1; index < to; index++) apart.add(index);
  return lines.flatMap((below, index) => {
    const above = lines[index - 1];
    if (above === undefined) return [];
    const seam = { above, below, aboveThat: lines[index - 2], belowThat: lines[index + 1], form };
    const wanted =
      apart.has(index) || blankLineBetween({ ...seam, belowThatIsItem: items.has(index + 1) }) !== undefined;
    if (wanted) return [{ start: below.start, end: below.start, text: '\n' }];
    // `> > one` above `> two`: the inner quotation ends, and the outer one continues.
    const depth = quoteDepth(below);
    if (depth === 0 || depth >= quoteDepth(above) || items.has(index)) return [];
    const text = `${chunk.slice(below.start, below.textStart)}${'>'.repeat(depth)}\n`;
    return [{ start: below.start, end: below.start, text }];
  });
}

function quoteDepth({ kind, text }: Line): number {
  return kind === 'quote' ? (/^[>\s]*/.exec(text)?.[0].replace(/\s/g, '').length ?? 0) : 0;
}

/** A definition with a URL; `[Update]: shipped` is a label and a sentence. */
const LEADS_SOMEWHERE = /^\[[^\]]*\]:\s*(?:<[^>]*>|(?=\S*[/.#:@\ufffc])\S+)/;

/** The labels to which links of a text refer: `[words][label]`. */
const referredIn = (chunk: string): ReadonlySet<string> =>
  new Set([...chunk.matchAll(/\]\[([^\]]*)\]/g)].map(([, label = '']) => label));

/** Whether a line defines a link: its target is an address, something refers to its name, or it stands among such lines. */
const isDefinition = (
  { text }: Line,
  around: readonly (Line | undefined)[],
  referred: () => ReadonlySet<string>,
): boolean =>
  LEADS_SOMEWHERE.test(text) ||
  (/^\[[^\]]*\]:\s*\S+\s*$/.test(text) &&
    (around.some((line) => line?.kind === 'definition' && LEADS_SOMEWHERE.test(line.text)) ||
      referred().has(text.slice(1, text.indexOf(']')))));

/** Makes edits to single lines that Markdown would read differently from what the author meant. */
function plainWordEdits(
  line: Line,
  index: number,
  lines: readonly Line[],
  { referred, form }: { readonly referred: () => ReadonlySet<string>; readonly form: DraftForm },
): Edit[] {
  const above = lines[index - 1];
  const escaped = [{ start: line.textStart, end: line.textStart, text: '\\' }];
  if (line.kind === 'definition')
    return isDefinition(line, [above, lines[index + 1]], referred) ? [] : escaped;
  if (line.kind === 'text')
    return line.text.startsWith('$$') && !line.text.slice(2).includes('$$') ? escaped : [];
  if (line.kind !== 'underline') return [];
  const belowWords = above?.kind === 'text' || above?.kind === 'label' || above?.kind === 'definition';
  if (above !== undefined && isSetext({ above, below: line, aboveThat: lines[index - 2], form })) return [];
  if (line.text.length < 3) return belowWords ? escaped : [];
  const rule = { start: line.textStart, end: line.end, text: '---' };
  return belowWords ? [{ start: line.start, end: line.start, text: '\n' }, rule] : [rule];
}

/** Finds lists of source lines. With only blank lines between them they are one list, even if two have the same label. */
function findSources(lines: readonly Line[]): { offset: number; end: number; lines: PlacedSource[] }[] {
  const found: { offset: number; end: number; lines: PlacedSource[] }[] = [];
  let open: (typeof found)[number] | null = null;
  for (const line of lines) {
    if (line.source === undefined) {
      if (line.kind !== 'blank') open = null;
      continue;
    }
    const placed = { ...line.source, offset: line.textStart };
    if (open === null) {
      open = { offset: line.start, end: line.end, lines: [placed] };
      found.push(open);
    } else {
      open.end = line.end;
      open.lines.push(placed);
    }
  }
  return found;
}
