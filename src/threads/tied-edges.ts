import { BREAK, type BreakList } from '../text/break-list.ts';
import { isQuestion } from '../text/sentence-end.ts';
import { isInlineAttribution } from './layout/attributions.ts';
import { isLabelSentence, opensWithColonLabel } from './layout/lead-ins.ts';

/** A part of a laid-out text in which cuts are found by its sentences. */
export type Prose = {
  readonly from: number;
  readonly to: number;
  /** Whether it begins a block, and is not one of its later lines. */
  readonly opens: boolean;
  /** Where the bold words end that it begins with, if they are a label; else its start. */
  readonly label: number;
};

/** The fewest sentence ends of a prose text at which its first and last sentence are kept from standing alone. */
const MANY_SENTENCES = 3;
/** The longest first sentence, in UTF-16 units, that looks incomplete alone below a heading. */
const SHORT_OPENING = 120;
/** The longest first or last sentence that looks lost without the rest of its paragraph. */
const FEW_WORDS = 25;
const SENTENCE_ENDS: ReadonlySet<number> = new Set([BREAK.sentence, BREAK.tied, BREAK.quoted, BREAK.answer]);

/** The breaks of a prose text, from `first` on, and whether it stands below a heading. */
type FoundBreaks = { readonly breaks: BreakList; readonly first: number; readonly announced: boolean };

/** Ties the first and the last sentence of a prose text to the rest. */
export function tieEdges(
  text: string,
  { from, to, opens, label }: Prose,
  { breaks, first, announced }: FoundBreaks,
): void {
  const ends: number[] = [];
  for (let at = first; at < breaks.length; at += 1) {
    const code = breaks.codes[at] ?? 0;
    // Most breaks are inside sentences.
    if (code < BREAK.turn && SENTENCE_ENDS.has(code)) ends.push(at);
  }
  const [opening] = ends;
  if (opening === undefined) return;
  if (ends.length >= MANY_SENTENCES) {
    for (const at of [opening, ends.at(-1) ?? opening])
      if (breaks.codes[at] === BREAK.sentence) breaks.recode(at, BREAK.tied);
  }
  tieShort(ends, { from, to }, breaks);
  tieQuestions(text, ends, to, breaks);
  const closing = ends.at(-1) ?? opening;
  if (isInlineAttribution(text, breaks.starts[closing] ?? to, to)) breaks.recode(closing, BREAK.attribution);
  const sentence = text.slice(from, breaks.ends[opening] ?? from);
  const isAsked = breaks.codes[opening] === BREAK.answer;
  const isSaid = breaks.codes[opening] === BREAK.quoted;
  // A question or a line in quotes belongs to what is below it.
  const isStub = to - (breaks.starts[closing] ?? to) <= FEW_WORDS && '.!。！'.includes(text.charAt(to - 1));
  const code = breaks.codes[closing];
  if (isStub && (code === BREAK.sentence || code === BREAK.tied)) breaks.recode(closing, BREAK.opening);
  const isHalf = sentence.length <= (announced ? SHORT_OPENING : FEW_WORDS);
  if (!isAsked && !isSaid && (isHalf || opensWithColonLabel(sentence))) breaks.recode(opening, BREAK.opening);
  if ((opens && isLabelSentence(sentence)) || breaks.ends[opening] === label)
    breaks.recode(opening, BREAK.label);
}

/** The longest of two sentences in a row, in UTF-16 units, that belong together. */
const SHORT_SENTENCE = 30;

/** Ties short sentences in a row: `A companion. A friend. One of us.` */
function tieShort(
  ends: readonly number[],
  { from, to }: Pick<Prose, 'from' | 'to'>,
  breaks: BreakList,
): void {
  let start = from;
  ends.forEach((at, index) => {
    const end = breaks.ends[at] ?? to;
    const next = breaks.starts[at] ?? to;
    const below = (breaks.ends[ends[index + 1] ?? -1] ?? to) - next;
    // In a script without white space, so many units are no short sentence.
    const isShort = next > end && end - start <= SHORT_SENTENCE && below <= SHORT_SENTENCE;
    if (isShort && breaks.codes[at] === BREAK.sentence) breaks.recode(at, BREAK.tied);
    start = next;
  });
}

/** From so many questions in a row on, they are one rhetorical question, which nothing answers. */
const RHETORICAL = 3;

/**
 * Of several questions in a row, what follows answers only the last one; the first one alone looks incomplete. Many of them stay
 * together instead.
 */
function tieQuestions(text: string, ends: readonly number[], to: number, breaks: BreakList): void {
  let run: number[] = [];
  ends.forEach((at, index) => {
    if (breaks.codes[at] !== BREAK.answer) return;
    run.push(at);
    const after = ends[index + 1];
    if (after === undefined ? isQuestion(text, to) : breaks.codes[after] === BREAK.answer) return;
    const loose = run.length < RHETORICAL ? run.slice(0, -1) : run.slice(-1);
    for (const one of loose) breaks.recode(one, BREAK.opening);
    run = [];
  });
}
