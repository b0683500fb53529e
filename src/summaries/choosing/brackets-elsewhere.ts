import type { Block, Run } from '../../drafts/draft.ts';
import { isHere } from './link-words.ts';

/** The longest bracket that is only an aside, in UTF-16 units. */
const LONGEST = 120;
/** A bracket, with the space before it. */
const BRACKET = /\s\(([^()]*)\)/gu;
/** What a bracket holds that names an account: `@ada`, `@ada on Mastodon`, `via @ada`. */
const ACCOUNT =
  /^(?:(?:aka|a\.k\.a\.|via|h\/t|also known as|on \p{L}+:?|twitter:?|github:?) )?@[\p{L}\p{N}_-]{2,39}(?: on \p{L}+)?$/iu;
/** Words of a link that say something in a sentence, and nothing alone in a bracket. */
const SHOWN = /^this (?:thread|video)$/iu;

/**
 * Returns blocks whose paragraphs have no brackets that only send readers elsewhere: `Ada (@ada_keeps)`, `the lid (see
 * [here](https://example.org))`. What is around them can be read without.
 */
export const withoutBrackets = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) =>
    block.type === 'paragraph' && mayHold(block.runs)
      ? { ...block, runs: without(block.runs, rangesOf(block.runs)) }
      : block,
  );

const NOTHING: Run = { type: 'break', hard: false };

type Range = { readonly start: number; readonly end: number };

const leadsAside = (run: Run): boolean =>
  run.type === 'link' && (isHere(run.text) || SHOWN.test(run.text.trim()));

/** Whether some run holds what makes a bracket an aside: nearly no paragraph does. */
const mayHold = (runs: readonly Run[]): boolean =>
  runs.some((run) => leadsAside(run) || ('text' in run && run.text.includes('@')));

/** A run's words, without the brackets of code; one sign for what has none. */
function wordsOf(run: Run): string {
  if (!('text' in run)) return ' ';
  const isCode = run.type === 'text' && run.emphasis === 'code';
  return isCode ? run.text.replace(/[()]/g, '.') : run.text;
}

/** Finds the brackets to leave out, in the words of all runs. */
function rangesOf(runs: readonly Run[]): Range[] {
  const starts: number[] = [];
  let text = '';
  for (const run of runs) {
    starts.push(text.length);
    text += wordsOf(run);
  }
  const links = starts.filter((_, at) => leadsAside(runs[at] ?? NOTHING));
  return [...text.matchAll(BRACKET)].flatMap(({ 0: whole, 1: inner = '', index: start }) => {
    const end = start + whole.length;
    const isAside = ACCOUNT.test(inner.trim()) || links.some((at) => at > start && at < end);
    // A sentence of its own in brackets goes with what it says.
    return start > 0 && whole.length <= LONGEST && isAside ? [{ start, end }] : [];
  });
}

/** Returns the runs without some ranges of their words. */
function without(runs: readonly Run[], ranges: readonly Range[]): Run[] {
  let from = 0;
  return runs.flatMap((run): Run[] => {
    const start = from;
    from += wordsOf(run).length;
    const own = ranges.filter((range) => range.start < from && range.end > start);
    if (own.length === 0 || !('text' in run)) return [run];
    let text = '';
    let at = start;
    for (const range of own) {
      text += run.text.slice(at - start, Math.max(at, range.start) - start);
      at = Math.min(from, range.end);
    }
    text += run.text.slice(at - start);
    return text === '' ? [] : [{ ...run, text }];
  });
}
