import type { Run } from '../../drafts/draft.ts';
import { opensUpdate, opensWithLabel } from '../../drafts/labels.ts';
import { BREAK, type BreakCode } from '../../text/break-list.ts';
import { isQuestion } from '../../text/sentence-end.ts';
import { isAttribution } from './attributions.ts';
import { isLeadInLine } from './lead-ins.ts';
import { wordsOf } from './run-words.ts';

/** The shortest line, in characters, that is a prose paragraph if it ends with a sentence; shorter ones are verse. */
const PROSE_LINE = 90;

/** The end of a sentence. */
const ENDED = /[.!?…。！？]["'”’»)\]]*\s*$/;

/** Who speaks, or what a line is about: `Ann: Here it is.` */
const LABELLED = /^[\p{L}\p{N}][\p{L}\p{N} ]{0,20}[:：]\s/u;

const endsThought = (line: string): boolean => line.length >= PROSE_LINE && ENDED.test(line);

/**
 * Whether each line of a paragraph ends a sentence, none has a label, and none but the last is a prose paragraph of its own: the author
 * wrote one paragraph of such lines.
 *
 * @param joins - whether only the line ends that the author forced are kept
 */
export const areSentences = (runs: readonly Run[], joins: boolean): boolean => {
  if (!runs.some((run) => run.type === 'break' && (run.hard || !joins))) return false;
  const lines = runs
    .map((run) => (run.type !== 'break' ? wordsOf(run) : joins && !run.hard ? ' ' : '\n'))
    .join('')
    .split('\n');
  return (
    lines.every((line) => ENDED.test(line) && !LABELLED.test(line)) && !lines.slice(0, -1).some(endsThought)
  );
};

/**
 * Returns the code of a line end that is kept, above a line that begins with the run `next`.
 *
 * @param below - the words of that line
 * @param inProse - whether each line of the paragraph is a sentence, see {@link areSentences}
 */
export function lineCode(
  line: string,
  {
    next,
    below,
    inProse,
  }: { readonly next: Run | undefined; readonly below: string; readonly inProse: boolean },
): BreakCode {
  if (isLeadInLine(line)) return BREAK.leadIn;
  if (next === undefined || next.type === 'break') return BREAK.line;
  if (isQuestion(line.trimEnd(), line.trimEnd().length)) return BREAK.asked;
  const words = wordsOf(next);
  if (isAttribution(below, 'text')) return BREAK.attribution;
  if (opensUpdate(words)) return BREAK.forced;
  if (opensWithLabel(words)) return BREAK.section;
  // Verse: the line ends, the sentence does not.
  if (/[,;—–،؛、，；]\s*$/.test(line) || goesOnBelow(line, words)) return BREAK.clause;
  if (endsThought(line)) return BREAK.paragraph;
  return inProse ? BREAK.tied : BREAK.line;
}

/** Whether a sentence that begins with a capital continues on the next line. */
const goesOnBelow = (line: string, next: string): boolean =>
  /^\s*\p{Lu}/u.test(line) && /[\p{L}\p{N}\]]\s*$/u.test(line) && /^\s*\p{Ll}/u.test(next);
