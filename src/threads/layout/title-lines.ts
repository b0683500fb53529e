import type { Run } from '../../drafts/draft.ts';
import { joined, wordsOf } from './run-words.ts';

/** The longest first line that is a title, in characters. */
const TITLE_LENGTH = 120;
/** The shortest words below it, in characters, that are prose and not a caption or an address. */
const PROSE_LENGTH = 40;

const ENDED = /[.!?…。！？][\])"”’»」』]*$/;
/** The most marks at the end of a sentence, so that no paragraph is read to its end for them. */
const MARKS = 8;

/**
 * Returns where the line ends that is the title of a paragraph’s own prose, as an index into the runs, or -1: all of the first line is
 * linked or bold, and a sentence begins on the next one.
 */
export function titleEnd(runs: readonly Run[]): number {
  const end = lineEnd(runs);
  if (end === runs.length || !runs.slice(0, end).every(isTitling)) return -1;
  const title = joined(runs.slice(0, end)).trim();
  if (title === '' || title.length > TITLE_LENGTH || /[.?…。？,;:，；：、]$/.test(title)) return -1;
  const second = runs.slice(end + 1);
  const [next] = second;
  if (next === undefined || next.type === 'break' || beginsInside(next)) return -1;
  if (second.slice(0, lineEnd(second)).every(isTitling)) return -1;
  const below = joined(second).trim();
  return below.length >= PROSE_LENGTH && ENDED.test(below.slice(-MARKS)) ? end : -1;
}

const lineEnd = (runs: readonly Run[]): number => {
  const end = runs.findIndex(({ type }) => type === 'break');
  return end < 0 ? runs.length : end;
};

/** Whether a line begins inside a sentence: in lower case, but code may be the first word of one. */
const beginsInside = (run: Exclude<Run, { type: 'break' }>): boolean =>
  !(run.type === 'text' && run.emphasis === 'code') && /^\s*(?:\p{Ll}|$)/u.test(wordsOf(run));

const isTitling = (run: Run): boolean =>
  run.type === 'link'
    ? !run.auto
    : run.type === 'note' || (run.type === 'text' && (run.emphasis === 'strong' || run.text.trim() === ''));
