import type { Edit } from '../edits.ts';
import { bulletMarkOf } from './bullet-marks.ts';
import type { Line } from './lines.ts';
import type { QuoteLines } from './quote-groups.ts';

/** Markdown's bullets; adjacent lists need different ones, or they become one list. */
const BULLETS = ['+', '*', '-'] as const;

/** The list of the line above: its author's mark, and the bullet used for it in Markdown. */
type OpenList = { readonly mark: string; readonly bullet: string };

/**
 * Makes edits that turn lines with `>` or another mark into Markdown items, and returns the indexes of those lines. The mark is
 * read back from the author's text when the list is built.
 */
export function itemEdits(
  lines: readonly Line[],
  groups: readonly QuoteLines[],
): { readonly edits: readonly Edit[]; readonly items: ReadonlySet<number> } {
  const edits: Edit[] = [];
  const items = new Set<number>();
  const bullets = new Set(
    groups.flatMap(({ from, to, verdict }) =>
      verdict === 'items' ? Array.from({ length: to - from }, (_, index) => from + index) : [],
    ),
  );
  let open: OpenList | undefined;
  let inList = false;
  for (const [index, line] of lines.entries()) {
    const mark: string | undefined = bullets.has(index) ? '>' : markOf(line);
    // A line indented by four columns outside a list is code.
    if (mark !== undefined && (line.indent < 4 || inList)) {
      if (open?.mark !== mark) open = { mark, bullet: freeBullet(open?.bullet, nextBullet(lines, index)) };
      const gap = /^[^\S\n]*/.exec(line.text.slice(mark.length))?.[0].length ?? 0;
      const end = line.textStart + mark.length + gap;
      edits.push({ start: line.textStart, end, text: `${open.bullet} ` });
      items.add(index);
      inList = true;
    } else if (line.kind === 'bullet' || line.kind === 'ordered') {
      open = { mark: line.text.charAt(0), bullet: line.text.charAt(0) };
      inList = true;
    } else if (line.kind !== 'blank' && line.indent === 0) {
      open = open && { mark: '', bullet: open.bullet };
      inList = false;
    }
  }
  return { edits, items };
}

function markOf(line: Line): string | undefined {
  return line.kind === 'mark' ? bulletMarkOf(line.text) : undefined;
}

function freeBullet(...taken: (string | undefined)[]): string {
  return BULLETS.find((bullet) => !taken.includes(bullet)) ?? '+';
}

/** How many lines below to look for another list that could merge with this one. */
const NEARBY = 50;

/** Returns the bullet of the next Markdown list below, if only blank lines and items are between. */
function nextBullet(lines: readonly Line[], index: number): string | undefined {
  for (const line of lines.slice(index + 1, index + NEARBY)) {
    if (line.kind === 'bullet') return line.text.charAt(0);
    if (!['blank', 'quote', 'mark'].includes(line.kind)) return undefined;
  }
  return undefined;
}
