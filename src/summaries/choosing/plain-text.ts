import type { Run } from '../../drafts/draft.ts';
import { joinsClosely } from '../../text/line-gap.ts';
import { lowerBound } from '../../text/lower-bound.ts';

/** A range of a text; UTF-16, `end` exclusive. */
export type Range = { readonly start: number; readonly end: number };

/** The words of runs on one line, and the ranges of some of them; UTF-16. */
export type PlainText = {
  readonly text: string;
  readonly code: readonly Range[];
  readonly strong: readonly Range[];
  readonly struck: readonly Range[];
  readonly links: readonly Range[];
  /** Where lines end whose author ended them: in a verse, an address. */
  readonly lineEnds: readonly number[];
};

/** Returns those ranges, in the order of their text, that overlap another. */
export const overlapping = (ranges: readonly Range[], { start, end }: Range): readonly Range[] =>
  ranges.slice(
    lowerBound(ranges.length, (at) => (ranges[at]?.end ?? end) > start),
    lowerBound(ranges.length, (at) => (ranges[at]?.start ?? end) >= end),
  );

/** Returns the words of runs on one line, with the ranges of code, emphasis and links. */
export function plainText(runs: readonly Run[]): PlainText {
  const parts: string[] = [];
  let length = 0;
  const ranges: Record<'code' | 'strong' | 'struck' | 'links', Range[]> = {
    code: [],
    strong: [],
    struck: [],
    links: [],
  };
  const lineEnds: number[] = [];
  const trimEnd = (): void => {
    for (let last = parts.pop(); last !== undefined; last = parts.pop()) {
      const kept = last.trimEnd();
      length += kept.length - last.length;
      if (kept === '') continue;
      parts.push(kept);
      return;
    }
  };
  const push = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  runs.forEach((run, index) => {
    if (run.type === 'break') {
      trimEnd();
      if (run.hard) lineEnds.push(length);
      push(goesOnUnspaced(parts.at(-1), runs[index + 1]) ? '' : ' ');
      return;
    }
    if (run.type === 'reference' || run.type === 'note') {
      trimEnd();
      return;
    }
    // An address in brackets is where a link leads: `Ada (https://e.org) knows`.
    if (isInBrackets(runs, index)) {
      parts.push(parts.pop()?.replace(/ ?\($/, '') ?? '');
      length = parts.reduce((sum, part) => sum + part.length, 0);
      return;
    }
    if (isInBrackets(runs, index - 1)) {
      push(run.text.slice(1));
      return;
    }
    const start = length;
    push(parts.at(-1)?.endsWith(' ') === true ? run.text.trimStart() : run.text);
    const range = { start, end: length };
    if (run.type === 'link') ranges.links.push(range);
    else if (run.emphasis === 'code') ranges.code.push(range);
    else if (run.emphasis === 'strike') ranges.struck.push(range);
    else if (run.emphasis !== undefined) ranges.strong.push(range);
  });
  return { text: parts.join(''), ...ranges, lineEnds };
}

/** Whether a run is an address, alone in brackets. */
function isInBrackets(runs: readonly Run[], index: number): boolean {
  const [before, run, after] = [runs[index - 1], runs[index], runs[index + 1]];
  if (run?.type !== 'link' || !run.auto || before?.type !== 'text' || after?.type !== 'text') return false;
  return before.text.endsWith('(') && after.text.startsWith(')');
}

const goesOnUnspaced = (before: string | undefined, next: Run | undefined): boolean =>
  before !== undefined && (next?.type === 'text' || next?.type === 'link') && joinsClosely(before, next.text);
