import type { Block, Run } from '../../drafts/draft.ts';
import { xCashtags } from '../../text/x/cashtags.ts';
import { runsOf } from '../sources.ts';

/** Code that would be a part of the sentence without its backticks: “split it at `.` or at `,`”. */
const SIGN_OF_PROSE = /^(?:[.,;:!?…'"()–—-]|\.{2,3}|--)$/;

/** Code that X would take for a cashtag (`$end`): it refuses a second one in a post. */
const isCashtag = (words: string): boolean => words.startsWith('$') && xCashtags(words)[0]?.start === 0;

/** Code with such a name, which may be too long for a cashtag: `$end_of_file`. */
const DOLLAR_NAME = /^\$\p{L}/u;

const isCode = (run: Run): run is Extract<Run, { type: 'text' }> =>
  run.type === 'text' && run.emphasis === 'code';

/** Whether a text is code that its sentence can't do without: all code of the block has backticks then. */
export const needsBackticks = (run: Run): boolean => isCode(run) && SIGN_OF_PROSE.test(run.text.trim());

/** Whether code of a draft would be a cashtag: all its names with a dollar sign have backticks then, so that none seems different. */
export const marksDollars = (blocks: readonly Block[]): boolean =>
  runsOf(blocks).some((run) => isCode(run) && isCashtag(run.text));

/** A letter of a script that has blanks between its words: in Japanese, code stands directly beside others. */
const LETTER = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}]';
const ENDS_IN_LETTER = new RegExp(`${LETTER}$`, 'u');
const BEGINS_WITH_LETTER = new RegExp(`^['’]?${LETTER}`, 'u');

/** Whether code is a part of a word: backticks would split `` `Gate`s `` and `` un`lock` ``. */
export function isInWord(runs: readonly Run[], at: number): boolean {
  const [before, run, behind] = [runs[at - 1], runs[at], runs[at + 1]];
  if (run?.type !== 'text' || needsBackticks(run)) return false;
  const opensWord = behind?.type === 'text' && BEGINS_WITH_LETTER.test(behind.text) && /\S$/.test(run.text);
  return opensWord || (before?.type === 'text' && ENDS_IN_LETTER.test(before.text) && /^\S/.test(run.text));
}

/**
 * Keeps the backticks of code in a block where one needs them, and of names with a dollar sign in a draft where X would take one for a
 * cashtag. On other networks, too, so that a thread has the same words everywhere.
 */
export function withBackticks(
  run: Extract<Run, { type: 'text' }>,
  words: string,
  { isMarked, dollars }: { readonly isMarked: boolean; readonly dollars: boolean },
): string {
  return isCode(run) && (isMarked || (dollars && DOLLAR_NAME.test(words))) ? `\`${words}\`` : words;
}
