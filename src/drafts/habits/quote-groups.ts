import type { DraftForm } from './draft-form.ts';
import { goesOnLazily } from './lazy-lines.ts';
import type { Line } from './lines.ts';
import { type QuoteReading, quoteOrItems } from './quote-or-items.ts';

/** Lines `from` up to, not including, `to`, that begin with `>`, and their meaning. */
export type QuoteLines = { readonly from: number; readonly to: number; readonly verdict: QuoteReading };

/** Finds the runs of `>` lines of a chunk, each with its meaning. */
export function findQuoteLines(chunk: string, lines: readonly Line[], form: DraftForm): QuoteLines[] {
  const found: QuoteLines[] = [];
  let from = 0;
  while (from < lines.length) {
    if (lines[from]?.kind !== 'quote') {
      from += 1;
      continue;
    }
    let to = from;
    while (opensQuoted(lines[to])) to += 1;
    const start = opensQuoted(lines[from - 1]) ? from - 1 : from;
    const group = lines.slice(start, to);
    // A run with fenced code is a quoted text, whatever else it looks like, and so is one whose sentence goes on below it.
    const verdict =
      group.some(({ kind }) => kind === 'raw') || goesOnLazily(lines[to - 1], lines[to], form)
        ? 'quote'
        : quoteOrItems({
            lines: group.map((line) => chunk.slice(contentStart(line), line.end).trimEnd()),
            leadIn: near(lines, from, -1),
            below: near(lines, to - 1, 1),
            labelled: form.labelled,
            ofBlog: form.ofBlog,
          });
    found.push({ from, to, verdict });
    from = to;
  }
  return found;
}

function opensQuoted(line: Line | undefined): boolean {
  return line !== undefined && (line.kind === 'quote' || (line.kind === 'raw' && line.text.startsWith('>')));
}

/** Returns where a `>` line's own words start. */
export function contentStart(line: Line): number {
  return line.textStart + (/^>[^\S\n]?/.exec(line.text)?.[0].length ?? 0);
}

/** Returns the text of the next line in a direction, beyond one blank line. */
function near(lines: readonly Line[], from: number, step: 1 | -1): string {
  const next = lines[from + step];
  return (next?.kind === 'blank' ? lines[from + 2 * step] : next)?.text ?? '';
}
