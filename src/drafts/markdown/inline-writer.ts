import type { Emphasis, Run } from '../draft.ts';
import type { Position } from '../finding.ts';
import type { InlineContent, InlineWriter } from './conversion.ts';

/** Makes an empty writer. */
export function createInlineWriter(): InlineWriter {
  return { runs: [], images: [], emphasis: undefined, html: { emphases: [] } };
}

/** Makes a writer for the same runs inside an emphasis; the outermost emphasis wins. */
export function emphasised(writer: InlineWriter, emphasis: Emphasis): InlineWriter {
  return { ...writer, emphasis: writer.emphasis ?? emphasis };
}

/** Adds words, joined to the previous run if it has the same emphasis. */
export function writeText(
  writer: InlineWriter,
  text: string,
  at: Position,
  emphasis = writer.emphasis,
): void {
  const last = writer.runs.at(-1);
  // After removing an image or a tag between two spaces, keep one space; none at the start of a line.
  const words = endsInSpace(last) || last?.type === 'break' ? text.replace(/^ +/, '') : text;
  if (words === '') return;
  // What stood between two brackets was left out.
  if (/^[)）]/.test(words) && last?.type === 'text' && OPENED.test(last.text)) {
    writer.runs[writer.runs.length - 1] = { ...last, text: last.text.replace(OPENED, '') + words.slice(1) };
    return;
  }
  const mergeable =
    last?.type === 'text' && last.emphasis === emphasis && !opensAt(writer, writer.runs.length);
  if (mergeable) writer.runs[writer.runs.length - 1] = { ...last, text: last.text + words };
  else writer.runs.push({ type: 'text', text: words, at, ...(emphasis === undefined ? {} : { emphasis }) });
}

/** A bracket that opens at the end of a text, and is no call's. */
const OPENED = /(?:^|\s)[(（]\s*$/;

/** Whether an open HTML element starts at the next run. */
function opensAt({ html }: InlineWriter, run: number): boolean {
  const isAt = (one: { readonly firstRun: number } | undefined): boolean => one?.firstRun === run;
  return isAt(html.anchor) || isAt(html.raised) || isAt(html.struck) || html.emphases.some(isAt);
}

/** Ends the line: drops spaces before the break, and merges a source line break directly after a `<br>` with it. */
export function writeBreak({ runs }: InlineWriter, hard: boolean): void {
  const last = runs.at(-1);
  // Between two line ends of the source there are only tags without text.
  if (last?.type === 'break' && !hard) return;
  if (last?.type === 'text' && last.text.endsWith(' '))
    runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
  runs.push({ type: 'break', hard });
}

function endsInSpace(run: Run | undefined): boolean {
  return run?.type === 'text' && run.text.endsWith(' ');
}

/** Joins the words of runs to one line: links by their text, references by their mark. */
export function flatText(runs: readonly Run[]): string {
  const parts = runs.map((run) => {
    if (run.type === 'text' || run.type === 'link') return run.text;
    if (run.type === 'reference') return `[${run.label}]`;
    return run.type === 'break' ? ' ' : '';
  });
  return parts.join('');
}

/** Returns what a writer collected, without breaks and white space at its ends. */
export function finished({ runs, images }: InlineWriter): InlineContent {
  let from = 0;
  let to = runs.length;
  while (from < to && isEmpty(runs[from])) from += 1;
  while (to > from && isEmpty(runs[to - 1])) to -= 1;
  const kept = runs.slice(from, to);
  const first = kept[0];
  if (first?.type === 'text') kept[0] = { ...first, text: first.text.trimStart() };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return { runs: withBrackets(kept), images };
}

/** Words that number a source in brackets: they are its mark, not its name. */
const MARK = /^[^\p{L}\p{N}]*(?:\p{N}+[^\p{L}\p{N}]*)?$/u;

/**
 * Takes the square brackets around a link into its words, so that what leads to its target stands behind them:
 * `[LAMP-12] [3]` and not `[LAMP-12 [3]]`.
 */
function withBrackets(runs: readonly Run[]): Run[] {
  const all = [...runs];
  for (const [at, run] of all.entries()) {
    const [before, after] = [all[at - 1], all[at + 1]];
    if (run.type !== 'link' || run.auto || /[[\]]/.test(run.text) || MARK.test(run.text)) continue;
    if (before?.type !== 'text' || after?.type !== 'text') continue;
    if (!/(?<![\]!\w])\[$/.test(before.text) || !/^\](?![([])/.test(after.text)) continue;
    all[at - 1] = { ...before, text: before.text.slice(0, -1) };
    all[at] = { ...run, text: `[${run.text}]` };
    all[at + 1] = { ...after, text: after.text.slice(1) };
  }
  return all.filter((run) => run.type !== 'text' || run.text !== '');
}

function isEmpty(run: Run | undefined): boolean {
  return run?.type === 'break' || (run?.type === 'text' && /^[\s\u200b-\u200d\u2060]*$/.test(run.text));
}
