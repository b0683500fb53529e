import type { Run } from '../../drafts/draft.ts';
import { joined } from './run-words.ts';

/** A letter that counts a line: `a. One`, `b) Two`, `(c) Three`. */
const LETTER = /^\s*\(?([a-z])[.)]\s+\S/;

/** Whether the lines of a paragraph, below its first or from it on, are counted by letters: Markdown knows no such lists, and an editor wraps none. */
export function isLettered(runs: readonly Run[]): boolean {
  if (!runs.some(({ type }) => type === 'break')) return false;
  const letters = joined(runs)
    .split('\n')
    .map((line) => LETTER.exec(line)?.[1] ?? '');
  const from = letters[0] === '' ? 1 : 0;
  return (
    letters.length - from >= 2 &&
    letters.slice(from).every((letter, at) => letter === String.fromCodePoint(0x61 + at))
  );
}
