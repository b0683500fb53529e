import type { Edit } from '../../drafts/edits.ts';
import { DEEPEST_NESTING } from '../../drafts/limits.ts';
import { codeSpans, insideOf } from '../../text/code-spans.ts';
import type { Span } from '../../text/span.ts';
import type { SummaryFindingCode } from '../finding-codes.ts';
import { contentUse, type MarkupToken } from './markup-token.ts';
import { mdxTokens, opensAsModule } from './mdx-tokens.ts';
import { templateTokens } from './template-tokens.ts';

/** Stands in a sentence where something is that only the blog can work out: such a sentence is never quoted. */
export const HOLE = '\ufffc';

/** A post's text without what is not text: edits to its source, and what each left out. */
export type NotText = {
  readonly edits: readonly Edit[];
  readonly notes: readonly {
    readonly code: SummaryFindingCode;
    readonly offset: number;
    readonly message: string;
  }[];
};

type Pair = { readonly open: MarkupToken; readonly close: MarkupToken };
type Note = NotText['notes'][number];

/**
 * Finds what in a post's body is not text: imports, components and expressions of MDX; shortcodes and template tags
 * elsewhere. Text inside stays, but for what the table of names says.
 */
export function notText(source: string, bodyStart: number, path: string | null): NotText {
  const code = codeSpans(source, bodyStart);
  const inCode = insideOf(code);
  const isMdx = path?.endsWith('.mdx') === true || opensAsModule(source, bodyStart);
  const tokens = isMdx
    ? mdxTokens(source, bodyStart, inCode)
    : templateTokens(source, bodyStart).filter(({ start }) => !inCode(start));
  const { pairs, paired } = pairUp(tokens);
  const dropped = pairs
    .filter(({ open }) => contentUse(open.name) === 'drop')
    .map(({ open, close }) => ({
      start: open.start,
      end: close.end,
      name: open.name,
    }));
  const isDropped = insideOf(merged(dropped));
  const edits: Edit[] = [];
  const notes: Note[] = [];
  for (const span of merged(dropped)) {
    edits.push({ ...span, text: replacement(source, span, HOLE) });
    const name = dropped.find(({ start }) => start === span.start)?.name ?? '';
    const message = `what stands inside \`${name}\` is left out: it is no text of the post`;
    notes.push({ code: 'not-text-dropped', offset: span.start, message });
  }
  for (const token of tokens) {
    if (isDropped(token.start)) continue;
    edits.push(tokenEdit(source, token, paired.has(token)));
    notes.push(...tokenNotes(token));
  }
  for (const pair of pairs) {
    if (isDropped(pair.open.start)) continue;
    const quoted = contentUse(pair.open.name) === 'quote';
    edits.push(...innerEdits(source, pair, quoted, inCode));
    if (!quoted) continue;
    const message = `\`${pair.open.name}\` holds somebody’s words, which a summary does not show as yours`;
    notes.push({ code: 'quoted-by-component', offset: pair.open.start, message });
  }
  return { edits: withoutClashes(edits), notes: notes.sort((a, b) => a.offset - b.offset) };
}

function pairUp(tokens: readonly MarkupToken[]): { pairs: Pair[]; paired: ReadonlySet<MarkupToken> } {
  const open: MarkupToken[] = [];
  const pairs: Pair[] = [];
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (token.role === 'open') {
      open.push(token);
      counts.set(token.name, (counts.get(token.name) ?? 0) + 1);
    }
    if (token.role !== 'close' || (counts.get(token.name) ?? 0) === 0) continue;
    // Tags that nothing closes, such as `{% include %}`, lie above the one that this closes.
    for (let above = open.pop(); above !== undefined; above = open.pop()) {
      counts.set(above.name, (counts.get(above.name) ?? 1) - 1);
      if (above.name !== token.name) continue;
      // Deeper than people nest, every line would be edited once for each pair around it.
      if (open.length <= DEEPEST_NESTING) pairs.push({ open: above, close: token });
      break;
    }
  }
  return { pairs, paired: new Set(pairs.flatMap(({ open: opened, close }) => [opened, close])) };
}

function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (last === undefined || start >= last.end) all.push({ start, end });
  }
  return all;
}

/** Nothing where a piece has its lines to itself, else `mark`. */
function replacement(source: string, { start, end }: Span, mark: string): string {
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const found = source.indexOf('\n', end);
  const after = source.slice(end, found === -1 ? source.length : found);
  return before.trim() === '' && after.trim() === '' ? '' : mark;
}

function tokenEdit(source: string, token: MarkupToken, isPaired: boolean): Edit {
  const { start, end, role, text } = token;
  if (role === 'literal') return { start, end, text: text ?? '' };
  if (role === 'silent' || isPaired) return { start, end, text: '' };
  const inTarget = /\]\([^()\s]*$/.test(source.slice(Math.max(0, start - 200), start));
  if (inTarget) return { start, end, text: '#' };
  return { start, end, text: replacement(source, token, HOLE) };
}

function tokenNotes({ start, role, name }: MarkupToken): Note[] {
  if (role === 'close' || role === 'literal' || name === 'attribute') return [];
  if (role === 'value') {
    const message = `\`${name}\` is worked out by the blog; a sentence that holds it is left out`;
    return [{ code: 'template-value', offset: start, message }];
  }
  return [
    { code: 'not-text', offset: start, message: `\`${name}\` belongs to the blog’s program and is no text` },
  ];
}

/** Lines inside a pair: their common indentation goes, which Markdown would take for code; a quotation is marked as one. */
function innerEdits(
  source: string,
  { open, close }: Pair,
  quoted: boolean,
  inCode: (offset: number) => boolean,
): Edit[] {
  const span = { start: open.end, end: close.start };
  if (!source.slice(span.start, span.end).includes('\n')) {
    if (!quoted) return [];
    const alone = replacement(source, { start: open.start, end: close.end }, HOLE) === '';
    return [{ start: span.start, end: span.start, text: alone ? '> ' : HOLE }];
  }
  const lines: Span[] = [];
  let start = source.indexOf('\n', span.start) + 1;
  const opening = source.slice(span.start, start - 1);
  while (start < span.end) {
    const found = source.indexOf('\n', start);
    const end = found === -1 || found > span.end ? span.end : found;
    if (source.slice(start, end).trim() !== '') lines.push({ start, end });
    start = end + 1;
  }
  const indents = lines.map((line) => /^[^\S\n]*/.exec(source.slice(line.start, line.end))?.[0].length ?? 0);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  const edits = lines
    .filter((line) => !inCode(line.start) || common > 0)
    .map((line) => ({ start: line.start, end: line.start + common, text: quoted ? '> ' : '' }))
    .filter((edit) => edit.end > edit.start || edit.text !== '');
  if (quoted && opening.trim() !== '') edits.unshift({ start: span.start, end: span.start, text: '\n> ' });
  return edits;
}

/** Nested pairs may want one place twice: the first, outermost edit of a range holds. */
function withoutClashes(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Edit[] = [];
  let reached = 0;
  for (const edit of sorted) {
    if (edit.start < reached) continue;
    kept.push(edit);
    reached = Math.max(reached, edit.end);
  }
  return kept;
}
