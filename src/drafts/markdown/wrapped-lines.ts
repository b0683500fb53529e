import { largest } from '../../text/largest.ts';
import { joinsClosely } from '../../text/line-gap.ts';
import type { Run } from '../draft.ts';

/** The fewest characters of a wrapped line in a script without spaces; verse is shorter. */
const WRAPPED = 14;
/** How much shorter than the longest line a wrapped line can be, because editors don't move marks to the start of a line. */
const RAGGED = 5;
const MARK_AT_END = /[。！？…；：，、」』）.!?,;:]\s*$/u;

/** `— Name` below a quotation is a separate line. */
const OPENS_WITH_DASH = /^\s*(?:[—–―]|--)(?:\s|\p{Lu}|$)/u;

/** Where a sentence or somebody’s words end. */
const ENDED = /[.!?…。！？]["”’»)\]*]*\s*$|["”»]\s*$/;
/** Whose words stand above: `Ana Silva, keeper of the log`, `- Ana Silva`. */
const NAME = /^\s*(?:- )?\p{Lu}[^.!?:;]{1,80}$/u;

/** Where a sentence may go on below: behind a letter, a number or a bracket. */
const UNENDED = /[\p{L}\p{N})\]]\s*$/u;
/** `-- the two artists --` goes on with the sentence above it, which has no full stop. */
const REMARK = /^\s*(?:[—–―]|--)\s+\p{Ll}/u;

/**
 * Joins the lines of a paragraph that an editor wrapped: if the whole text is wrapped at one column (`isFilled`), or for
 * Chinese or Japanese lines of similar length, one of which ends inside a phrase. Lines that their author ended stay, and so
 * does the break above a speaker’s name.
 */
export function joinWrappedLines(written: readonly Run[], isFilled: boolean): readonly Run[] {
  const lines = linesOf(written);
  if (lines === undefined) return written;
  const named = namesInLastLine(lines) ? written.findLastIndex(({ type }) => type === 'break') : -1;
  const runs = written.map((run, at) => (at === named ? ({ type: 'break', hard: true } as const) : run));
  if (!(isFilled || isWrapped(lines))) return runs;
  const joined: Run[] = [];
  runs.forEach((run, index) => {
    const before = joined.at(-1);
    if (run.type !== 'break') {
      const mergeable =
        before?.type === 'text' &&
        run.type === 'text' &&
        runs[index - 1]?.type === 'break' &&
        before.emphasis === run.emphasis;
      if (mergeable) joined[joined.length - 1] = { ...before, text: before.text + run.text };
      else joined.push(run);
      return;
    }
    const after = runs[index + 1];
    const isInside =
      (before?.type === 'text' || before?.type === 'link') &&
      UNENDED.test(before.text) &&
      after?.type === 'text' &&
      REMARK.test(after.text);
    if (run.hard || (after?.type === 'text' && OPENS_WITH_DASH.test(after.text) && !isInside)) {
      joined.push(run);
      return;
    }
    if (before?.type === 'text' && after?.type === 'text' && joinsClosely(before.text, after.text)) return;
    if (before?.type === 'text') joined[joined.length - 1] = { ...before, text: `${before.text} ` };
    else if (after !== undefined && 'at' in after) joined.push({ type: 'text', text: ' ', at: after.at });
  });
  return joined;
}

/** Whether the last line names whose words stand above: they have ended, and its first word had room behind them. */
function namesInLastLine(lines: readonly string[]): boolean {
  const [words = '', name = ''] = lines.slice(-2);
  const column = largest(lines.slice(0, -1).map(({ length }) => length));
  const first = /^\s*\S+/.exec(name)?.[0].trim() ?? '';
  return (
    ENDED.test(words) &&
    NAME.test(name) &&
    !isSentence(name) &&
    words.trimEnd().length + 1 + first.length <= column
  );
}

/** A word of more than three small letters. */
const SMALL_WORD = /(?<![\p{L}\p{M}])\p{Ll}{4,}(?![\p{L}\p{M}])/gu;

/** Whether a line without a full stop is a sentence that goes on below, in a formula or code: several words of small letters, and no comma. */
const isSentence = (line: string): boolean => (line.split(',', 1)[0]?.match(SMALL_WORD)?.length ?? 0) > 2;

/** Returns the words of each line; `undefined` if there is only one, or a break was forced. */
function linesOf(runs: readonly Run[]): string[] | undefined {
  const lines = [''];
  for (const run of runs) {
    if (run.type === 'break') {
      if (run.hard) return undefined;
      lines.push('');
    } else if (run.type === 'text' || run.type === 'link') lines[lines.length - 1] += run.text;
    else lines[lines.length - 1] += '[0]';
  }
  return lines.length > 1 ? lines : undefined;
}

function isWrapped(lines: readonly string[]): boolean {
  const width = (line: string): number =>
    [...line].reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.5 : 1), 0);
  const widths = lines.map(width);
  const full = widths.slice(0, -1);
  const longest = largest(full);
  if (longest < WRAPPED || full.some((own) => own < longest - RAGGED)) return false;
  if ((widths.at(-1) ?? 0) > longest + 1) return false;
  return lines.some((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && joinsClosely(line, next) && !MARK_AT_END.test(line);
  });
}
