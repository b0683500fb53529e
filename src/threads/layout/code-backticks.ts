import type { Run } from '../../drafts/draft.ts';
import { xCashtags } from '../../text/x/cashtags.ts';

/** Code that would be a part of the sentence without its backticks: “split it at `.` or at `,`”. */
const SIGN_OF_PROSE = /^(?:[.,;:!?…'"()–—-]|\.{2,3}|--)$/;

/** Code that X would take for a cashtag (`$end`): it refuses a second one in a post. */
const isCashtag = (words: string): boolean => words.startsWith('$') && xCashtags(words)[0]?.start === 0;

/** Whether a text is code that its sentence can't do without: all code of the block has backticks then. */
export const needsBackticks = (run: Run): boolean =>
  run.type === 'text' && run.emphasis === 'code' && SIGN_OF_PROSE.test(run.text.trim());

/**
 * Keeps the backticks of code in a block where one needs them, and of what X would take for a cashtag. On other networks, too, so that a
 * thread has the same words everywhere.
 */
export function withBackticks(
  { emphasis }: Extract<Run, { type: 'text' }>,
  words: string,
  isMarked: boolean,
): string {
  return emphasis === 'code' && (isMarked || isCashtag(words)) ? `\`${words}\`` : words;
}
