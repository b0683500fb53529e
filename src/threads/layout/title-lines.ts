import type { Run } from '../../drafts/draft.ts';
import { joined } from './run-words.ts';

/** The longest first line that is a title, in characters. */
const TITLE_LENGTH = 120;
/** The shortest words below it, in characters, that are prose and not a caption or an address. */
const PROSE_LENGTH = 40;

const ENDED = /[.!?…。！？][\])"”’»」』]*\s*$/;

/**
 * Returns where the line ends that is the title of a paragraph’s own prose, as an index into the runs, or -1: all of the first line is
 * linked or bold, and a sentence begins on the next one.
 */
export function titleEnd(runs: readonly Run[]): number {
  const end = runs.findIndex(({ type }) => type === 'break');
  if (end < 1 || !runs.slice(0, end).every(isTitling)) return -1;
  const title = joined(runs.slice(0, end)).trim();
  if (title === '' || title.length > TITLE_LENGTH || /[.?…。？,;:，；：、]$/.test(title)) return -1;
  const next = runs[end + 1];
  if (next?.type !== 'text' || next.emphasis === 'strong' || /^\s*(?:\p{Ll}|$)/u.test(next.text)) return -1;
  const below = joined(runs.slice(end + 1)).trim();
  return below.length >= PROSE_LENGTH && ENDED.test(below) ? end : -1;
}

const isTitling = (run: Run): boolean =>
  run.type === 'link'
    ? !run.auto
    : run.type === 'note' || (run.type === 'text' && (run.emphasis === 'strong' || run.text.trim() === ''));
