import { BREAK, BreakList } from './break-list.ts';
import { type ProseHabits, proseHabits } from './prose-habits.ts';
import { scanBreaks } from './scan-breaks.ts';

const NO_NAMES: ReadonlySet<string> = new Set();

/** A sentence and its place; UTF-16 offsets, without white space around it. */
export type Sentence = { readonly start: number; readonly end: number; readonly text: string };

const ENDS: ReadonlySet<number> = new Set([BREAK.sentence, BREAK.tied, BREAK.quoted, BREAK.answer]);

/**
 * Splits prose into sentences, in order. Everything except white space belongs to one of them.
 *
 * @param habits - how the author writes; detected from the text if absent
 */
export function sentencesOf(text: string, habits: ProseHabits = proseHabits(text)): Sentence[] {
  const breaks = new BreakList();
  scanBreaks(text, { from: 0, to: text.length }, breaks, {
    habits,
    wholes: [],
    names: NO_NAMES,
    firstWhole: 0,
    lead: 0,
  });
  const sentences: Sentence[] = [];
  let start = text.length - text.trimStart().length;
  const close = (end: number): void => {
    if (end > start) sentences.push({ start, end, text: text.slice(start, end) });
  };
  for (let at = 0; at < breaks.length; at += 1) {
    if (!ENDS.has(breaks.codes[at] ?? 0)) continue;
    close(breaks.ends[at] ?? 0);
    start = breaks.starts[at] ?? 0;
  }
  close(text.trimEnd().length);
  return sentences;
}
