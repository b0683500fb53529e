import type { Run } from '../../drafts/draft.ts';

/** Returns the words of a run as a reader sees them, without marks of links. */
export function wordsOf(run: Exclude<Run, { type: 'break' }>): string {
  return run.type === 'text' || run.type === 'link'
    ? run.text
    : `[${run.type === 'note' ? run.id : run.label}]`;
}

/** Returns the words of runs, with a line end for each break. */
export const joined = (runs: readonly Run[]): string => {
  const [only] = runs;
  if (runs.length === 1 && only?.type === 'text') return only.text;
  return runs.map((run) => (run.type === 'break' ? '\n' : wordsOf(run))).join('');
};

/** Returns the width of a line in columns: signs of Chinese and Japanese take two. */
export const widthOf = (line: string): number => line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0);
