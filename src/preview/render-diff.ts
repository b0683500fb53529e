import type { Thread } from '../threads/thread.ts';
import { counted } from './amounts.ts';
import type { Paint } from './paint.ts';
import type { PreviewView } from './render-preview.ts';
import { makeSheet } from './sheet.ts';
import { visible } from './visible.ts';
import { wrapPlain } from './wrap.ts';

/** What to compare: the frozen posts, and the current thread. */
export type Comparison = {
  readonly thread: Thread;
  readonly before: readonly string[];
  readonly sent: number;
};

const WIDEST = 88;

/**
 * Renders what an edit changed, post by post: unchanged, removed, added or changed posts, each with its old and new number.
 * Removed words are in `[-…-]`, added ones in `{+…+}`, so that it is readable without colour.
 */
export async function renderDiff({ thread, before, sent }: Comparison, view: PreviewView): Promise<string> {
  const { diffArrays, diffWords } = await import('diff');
  const after = thread.posts.map(({ text }) => text);
  const { width, paint, cells } = await makeSheet(Math.min(view.columns, WIDEST), view.color, [
    ...before,
    ...after,
  ]);
  const lines: string[] = [];
  let old = 0;
  let now = 0;
  let same = 0;
  const body = (text: string): void => {
    for (const line of text.split('\n'))
      lines.push(...wrapPlain(`    ${line}`, width, cells).map((part) => part.trimEnd()));
  };
  const changes = diffArrays([...before], after);
  for (let at = 0; at < changes.length; at += 1) {
    const { added, removed, value } = changes[at] ?? { added: false, removed: false, value: [] };
    if (!added && !removed) {
      lines.push(paint.dim(unchanged(now + 1, now + value.length, old + value.length <= sent)));
      old += value.length;
      now += value.length;
      same += value.length;
      continue;
    }
    const gone = removed ? value : [];
    const next = changes[at + 1];
    const come = added ? value : next?.added ? next.value : [];
    if (removed && next?.added) at += 1;
    for (let pair = 0; pair < Math.max(gone.length, come.length); pair += 1) {
      const was = gone[pair];
      const is = come[pair];
      if (was !== undefined && is !== undefined) {
        lines.push(paint.bold(`~ ${now + 1}  changed${old === now ? '' : ` (was ${old + 1})`}`));
        body(marked(diffWords(was, is), paint));
      } else if (is !== undefined) {
        lines.push(paint.green(`+ ${now + 1}  new`));
        body(paint.green(visible(is)));
      } else if (was !== undefined) {
        lines.push(paint.red(`- ${old + 1}  gone`));
        body(paint.red(visible(was)));
      }
      if (was !== undefined) old += 1;
      if (is !== undefined) now += 1;
    }
  }
  const out = sent > 0 ? `, ${sent} of them out` : '';
  lines.push(
    paint.bold(`${counted(after.length, 'post')}, ${before.length} before${out}; ${same} unchanged`),
  );
  return `${lines.join('\n')}\n`;
}

function unchanged(first: number, last: number, sent: boolean): string {
  return `= ${first === last ? first : `${first}–${last}`}  unchanged${sent ? ', out' : ''}`;
}

function marked(parts: readonly { added: boolean; removed: boolean; value: string }[], paint: Paint): string {
  return parts
    .map(({ added, removed, value }) => {
      const text = visible(value);
      return added ? paint.green(`{+${text}+}`) : removed ? paint.red(`[-${text}-]`) : text;
    })
    .join('');
}
