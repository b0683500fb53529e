import type { Block, Run } from '../../drafts/draft.ts';
import { CREDITS } from '../../languages/credits.ts';
import { finds } from '../../languages/phrases.ts';
import { LONGEST_LABEL, labelLine } from '../choosing/label-lines.ts';
import { plainText } from '../choosing/plain-text.ts';
import { wordCount } from '../choosing/words.ts';

/** A heading with a link, or a line that stands for one, and the text of the author below it. */
export type LinkedHeading = {
  readonly runs: readonly Run[];
  readonly below: readonly Run[];
  /** Its block. */
  readonly block: number;
  readonly line: number;
};

/** The fewest of them in a round-up, and their share of all headings of their level, or of all paragraphs from the first on. */
const FEWEST = 3;
const SHARE_OF_HEADINGS = 0.6;
const SHARE_OF_PARAGRAPHS = 0.4;
/** The share of a round-up's words that is below the first of them. */
const SHARE_OF_WORDS = 0.5;

/** Returns the headings with a link, or lines that stand for one, that have a paragraph below them. */
export const linkedHeadings = (blocks: readonly Block[]): LinkedHeading[] =>
  blocks.flatMap((block, at): LinkedHeading[] => {
    if (block.type !== 'heading' && block.type !== 'paragraph') return [];
    const { line } = block.at;
    const own = block.type === 'paragraph' ? labelLine(block.runs) : undefined;
    if (own !== undefined)
      return isLinked(own.label) ? [{ runs: own.label, below: own.rest, block: at, line }] : [];
    const isAlone = block.type === 'paragraph' && isLinkAlone(block.runs);
    // The last of a row of links.
    const before = blocks[at - 1];
    const isLast = isAlone && before?.type === 'paragraph' && isLinkAlone(before.runs);
    const below = textBelow(blocks, at) ?? (isLast ? [] : undefined);
    if (below === undefined || !isLinked(block.runs)) return [];
    const isHead = block.type === 'heading' || isAlone;
    return isHead ? [{ runs: block.runs, below, block: at, line }] : [];
  });

/** Returns the paragraph below a block, or the next one if that, or a heading above it, only says whose text it is. */
export function textBelow(blocks: readonly Block[], at: number): readonly Run[] | undefined {
  const below = blocks[at + 1];
  const isByline = below?.type === 'heading' && isCredit(plainText(below.runs).text);
  const [next, after] = blocks.slice(at + (isByline ? 2 : 1));
  if (next?.type !== 'paragraph') return undefined;
  return after?.type === 'paragraph' && isCredit(plainText(next.runs).text) ? after.runs : next.runs;
}

/** Whether a line only says who wrote or maintains what is below it. */
export const isCredit = (line: string): boolean => CREDITS.some((rule) => finds(rule, line.trim()));

/** The share of a heading's words that are its link: `A new lid ([#12](…))` only refers to one. */
const SHARE_OF_LINK = 0.5;

function isLinked(runs: readonly Run[]): boolean {
  const links = runs.filter((run) => run.type === 'link' && !run.auto && /^https?:/i.test(run.url));
  if (links.length === 0) return false;
  const words = wordCount(plainText(links).text);
  return words >= wordCount(plainText(runs).text) * SHARE_OF_LINK;
}

/** Whether a paragraph is a link and nothing else. */
export const isLinkAlone = (runs: readonly Run[]): boolean =>
  runs.every((run) => run.type === 'link' || (run.type === 'text' && run.text.trim() === '')) &&
  runs.filter(({ type }) => type === 'link').length === 1 &&
  plainText(runs).text.length <= LONGEST_LABEL;

/** Whether a text is mostly parts with a link as their heading, each with words of its author: a round-up without lists. */
export function isOfLinkedHeadings(blocks: readonly Block[]): boolean {
  const heads = linkedHeadings(blocks);
  const [first] = heads;
  if (first === undefined || heads.length < FEWEST) return false;
  const headings = heads.filter(({ block }) => blocks[block]?.type === 'heading');
  const rest = blocks.slice(first.block);
  const isMost =
    headings.length >= FEWEST
      ? headings.length >=
        rest.filter((block) => isOfLevel(block, blocks[first.block])).length * SHARE_OF_HEADINGS
      : heads.length >= rest.filter(({ type }) => type === 'paragraph').length * SHARE_OF_PARAGRAPHS;
  return isMost && wordsOf(rest) >= wordsOf(blocks) * SHARE_OF_WORDS;
}

const isOfLevel = (block: Block, other: Block | undefined): boolean =>
  block.type === 'heading' && other?.type === 'heading' && block.depth === other.depth;

const wordsOf = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) => sum + (block.type === 'paragraph' ? wordCount(plainText(block.runs).text) : 0),
    0,
  );
