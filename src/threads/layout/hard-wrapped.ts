import type { Block, Run } from '../../drafts/draft.ts';
import { largest } from '../../text/largest.ts';
import { joined, widthOf, wordsOf } from './run-words.ts';

/** The shortest line, in characters, that an editor wraps; shorter ones were ended by their author. */
const WRAPPED_LENGTH = 40;

/** The same in a draft whose lines end where clauses end. */
const SHORTEST_WRAPPED = 12;

/** The fewest paragraphs of a draft whose lines end where clauses end. */
const FEWEST_AT_CLAUSES = 3;

/** The fewest lines that are short on purpose. */
const FEWEST_SHORT = 3;

/** Whether each of several lines is shorter than any editor wraps: verse, a chat, an address. A link’s target may have filled its line. */
export function isShortLined(runs: readonly Run[]): boolean {
  if (runs.some((run) => run.type === 'link' && !run.auto)) return false;
  const lines = joined(runs).split('\n');
  return (
    lines.length >= FEWEST_SHORT &&
    lines.every((line) => line.trim().length < WRAPPED_LENGTH && !/[、，]\s*$/.test(line))
  );
}

/**
 * The longest line, in characters, that may be verse: a paragraph of such lines was wrapped only if all its lines are full, or if
 * another one is too long for verse.
 */
const VERSE_WIDTH = 48;

/** Whether a paragraph whose lines are kept is verse, an address or the like, which stays together. */
export function isStanza(runs: readonly Run[]): boolean {
  if (runs.filter(({ type }) => type === 'break').length < FEWEST_SHORT - 1) return false;
  return joined(runs)
    .split('\n')
    .every((line) => widthOf(line.trim()) <= VERSE_WIDTH);
}

/** The shortest line that counts as wrapped even before a number, which might begin a separate line. */
const PROSE_WIDTH = 64;

/**
 * Whether an editor wrapped a line of a paragraph: then it made the other line ends too.
 *
 * @param atClauses - whether the draft's lines end where clauses end: then short ones do too
 */
export function isHardWrapped(runs: readonly Run[], atClauses: boolean): boolean {
  if (!runs.some(({ type }) => type === 'break')) return false;
  const lines = [''];
  let longest = 0;
  const hasCapitals = CAPITALS.test(joined(runs));
  for (const [at, run] of runs.entries()) {
    const line = lines.at(-1) ?? '';
    if (run.type !== 'break') lines[lines.length - 1] = line + wordsOf(run);
    else {
      if (!run.hard && isWrapped(line, runs[at + 1], { hasCapitals, atClauses }))
        longest = Math.max(longest, line.trim().length);
      lines.push('');
    }
  }
  if (longest === 0) return false;
  if (atClauses) return true;
  const isProse = lines.some((line) => line.trim().length > PROSE_WIDTH);
  return longest > VERSE_WIDTH || isProse || isFilled(lines);
}

/**
 * Whether each line ends where the first word of the next would have passed the longest line, as an editor wraps:
 *
 *     You knocked. Of course you did. We waited
 *     as one would wait in any street.          ← `The` would have fit: verse
 *     The wind came round the side to answer
 */
export function isFilled(lines: readonly string[]): boolean {
  const widest = largest(lines.map((line) => line.trim().length));
  return lines.every((line, at) => {
    const [word = ''] = /\S+/.exec(lines[at + 1] ?? '') ?? [];
    return word === '' || line.trim().length + 1 + word.length > widest;
  });
}

/** A capital at the start of a paragraph, or of a sentence in it. */
const CAPITALS = /^[^\p{L}]*\p{Lu}|[.!?]\s+\p{Lu}/u;

/** An article, or a word that leads to another: no author ends a line of prose with one. */
const ENDS_WITH_ARTICLE =
  /\s(?:to|of|for|with|by|from|into|and|or|than|via|und|oder|von|mit|für|zum|zur|et|ou|avec|pour|du|con|para|por|com|the|an?|der|das|dem|den|des|eine[mnrs]?|les|une|el|los|las|una|uma|gli)\s*$/u;

/** A remark behind a long dash: `— not much of it is old`. */
const REMARK = /^\s*(?:[—–―]|--)\s+\p{Ll}/u;

/**
 * Whether a line continues in the next one only because an editor wrapped it. If no sentence of the paragraph begins with a
 * capital, its author uses none, and the next line's first letter proves nothing.
 */
function isWrapped(
  line: string,
  next: Run | undefined,
  { hasCapitals, atClauses }: { readonly hasCapitals: boolean; readonly atClauses: boolean },
): boolean {
  const shortest = atClauses ? SHORTEST_WRAPPED : WRAPPED_LENGTH;
  if (line.trim().length < shortest || next === undefined || next.type === 'break') return false;
  if (!hasCapitals && /^\s*\p{Ll}/u.test(line)) return false;
  // `getting Rust` above `1.34.2 is as easy as`: a long line without a full stop has not ended.
  if (line.trim().length >= PROSE_WIDTH && /[\p{L}\p{N}]\s*$/u.test(line) && /^\s*\d/.test(wordsOf(next)))
    return true;
  if (line.trim().length >= PROSE_WIDTH && /[\p{L}\p{N})]\s*$/u.test(line) && REMARK.test(wordsOf(next)))
    return true;
  if (line.trim().length > VERSE_WIDTH && ENDS_WITH_ARTICLE.test(line)) return true;
  if (hasCapitals && isUnit(next) && /[\p{L},]\s*$/u.test(line)) return true;
  return /[^.!?…:;)\]"”»]\s*$/.test(line) && /^\s*\p{Ll}/u.test(wordsOf(next));
}

/** Whether a run is a link or code, which formatters never break, so that the line above ends early. */
const isUnit = (run: Run): boolean =>
  (run.type === 'link' && !run.auto) || (run.type === 'text' && run.emphasis === 'code');

/**
 * Whether the author ends lines where clauses end, so that short lines are no verse either. An editor's wrapping at one column
 * fills each line.
 */
export function breaksAtClauses(blocks: readonly Block[]): boolean {
  let atClauses = 0;
  let others = 0;
  for (const block of blocks) {
    if (block.type !== 'paragraph' || !block.runs.some(({ type }) => type === 'break')) continue;
    if (!isHardWrapped(block.runs, false)) others += 1;
    else if (!isFilled(joined(block.runs).split('\n'))) atClauses += 1;
  }
  return atClauses >= FEWEST_AT_CLAUSES && atClauses > others;
}
