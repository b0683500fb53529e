import type { Block, Run } from '../../drafts/draft.ts';
import type { Position } from '../../drafts/finding.ts';
import { withoutBrackets } from './brackets-elsewhere.ts';
import { withoutKeptNotes } from './later-notes.ts';
import { withoutMentions } from './overview-words.ts';
import { wordsOf } from './words.ts';

/** The first line of a paragraph that is its heading, and the runs below it. */
export type LabelLine = {
  readonly label: readonly Run[];
  readonly rest: readonly Run[];
  readonly at: Position;
};

/** The longest line that stands for a heading, in UTF-16 units. */
export const LONGEST_LABEL = 160;
/** What a line ends with that is a sentence, or goes on. */
const SAID = /[.!?…:;,。！？：；，、]["”»’)*_]*\s*$/u;
/** How a new sentence begins. */
const BEGINS = /^\s*["“„«'‘(¡¿]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/**
 * Returns the first line of a paragraph as its label, if that is a link or in bold as a whole, ends no sentence, and a sentence
 * begins below it.
 *
 *     [A lid for tea](https://example.org/lid)
 *     The new lid keeps the steam in.
 */
export function labelLine(runs: readonly Run[]): LabelLine | undefined {
  const end = runs.findIndex(({ type }) => type === 'break');
  const label = runs.slice(0, end);
  const rest = runs.slice(end + 1);
  const [below] = rest;
  const isLabel = label.every((run) => run.type === 'link' || (run.type === 'text' && isMarked(run)));
  if (end < 1 || !isLabel || (below?.type !== 'text' && below?.type !== 'link')) return undefined;
  const text = label.map((run) => ('text' in run ? run.text : '')).join('');
  const isShort = text.trim() !== '' && text.length <= LONGEST_LABEL;
  return isShort && !SAID.test(text) && BEGINS.test(below.text) ? { label, rest, at: below.at } : undefined;
}

/** Whether a text is in bold, or nothing but space and code beside a link. */
const isMarked = ({ text, emphasis }: Extract<Run, { type: 'text' }>): boolean =>
  emphasis === 'strong' || text.trim() === '';

/** A label is less than any other heading. */
const LABEL_DEPTH = 6;

/** Returns blocks with headings in place of the labels of paragraphs. */
const withLabelsApart = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    const found = block.type === 'paragraph' ? labelLine(block.runs) : undefined;
    if (found === undefined) return [block];
    return [
      { type: 'heading', depth: LABEL_DEPTH, runs: found.label, at: block.at },
      { type: 'paragraph', runs: found.rest, at: found.at },
    ];
  });

/**
 * Returns blocks as sentences are read from them: labels apart, no brackets that send readers elsewhere, no note that the post is
 * old, and people by their names.
 */
export const readableBlocks = (blocks: readonly Block[]): readonly Block[] =>
  withoutMentions(withoutBrackets(withoutKeptNotes(withLabelsApart(blocks))));

/** A short sentence with its own subject is not a label: `They come once.` */
const SPOKEN = /^(?:it|he|she|they|we|i|you|this|that|these|those|there|here|and|but|so|not|no|yes|then)\b/i;

/** Whether a text is a label before more sentences: `Career.`, `Areas of improvement:`. */
export function isLabel(text: string | undefined, of: number): boolean {
  if (text === undefined || of < 2 || !/[.:]$/.test(text) || text.length > 40) return false;
  return wordsOf(text).length <= 4 && !SPOKEN.test(text);
}
