import type { Block } from './draft.ts';
import { runsText } from './draft-words.ts';
import type { LineTable } from './line-table.ts';

/** The most blocks of a frame, pictures and captions together. */
const MOST = 16;
/** The longest frame, in UTF-16 units, so that nested ones stay linear. */
const LONGEST_FRAME = 4000;
/** The longest caption in a frame that is no figure, in characters: a longer paragraph is text beside a picture. */
const LONGEST = 280;
/** The tags of what may frame a picture and its caption. */
const FRAME = /<(\/?)(figure|div|center)\b[^<>]*>/gi;

/**
 * Marks the paragraphs that share a frame with nothing but the picture above each: a figure, or an element of HTML around both. The
 * picture is then what they speak of, whatever stands above it.
 *
 *     <div align="center">
 *
 *     ![a lamp](lamp.png)
 *
 *     It burns until the sun is up.       the caption
 *
 *     </div>
 *
 * @param source - the file, whose `lines` the blocks' places refer to
 */
export function withFramedCaptions(
  blocks: readonly Block[],
  source: string,
  lines: LineTable,
): readonly Block[] {
  const captions = new Map<Block, number>();
  const open: { readonly name: string; readonly from: number }[] = [];
  for (const { 0: tag, 1: slash, 2: word = '', index } of source.matchAll(FRAME)) {
    const name = word.toLowerCase();
    if (slash === '') open.push({ name, from: index + tag.length });
    else {
      const frame = open.pop();
      if (frame?.name !== name) open.length = 0;
      else if (index - frame.from <= LONGEST_FRAME) {
        const inside = blocksBetween(blocks, lines, frame.from, index);
        for (const { block, pictures } of captionsIn(inside, name === 'figure'))
          captions.set(block, pictures);
      }
    }
  }
  if (captions.size === 0) return blocks;
  return blocks.map((block) => {
    const caption = captions.get(block);
    return block.type === 'paragraph' && caption !== undefined ? { ...block, caption } : block;
  });
}

/** Returns the blocks that begin between two offsets, or none if they are too many. */
function blocksBetween(
  blocks: readonly Block[],
  lines: LineTable,
  from: number,
  to: number,
): readonly Block[] {
  const offsetOf = ({ at }: Block): number => (lines.starts[at.line - 1] ?? 0) + at.column - 1;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && offsetOf(block) < from) low = middle + 1;
    else high = middle;
  }
  const inside = blocks.slice(low, low + MOST + 1);
  const end = inside.findIndex((block) => offsetOf(block) >= to);
  if (end < 0) return inside.length > MOST ? [] : inside;
  return inside.slice(0, end);
}

/** The captions of a frame that holds nothing else but pictures above each. */
function captionsIn(
  inside: readonly Block[],
  isFigure: boolean,
): readonly { readonly block: Block; readonly pictures: number }[] {
  const found: { readonly block: Block; readonly pictures: number }[] = [];
  let pictures = 0;
  for (const block of inside) {
    if (isPicture(block, isFigure)) pictures += 1;
    else {
      if (block.type !== 'paragraph' || pictures === 0) return [];
      const words = runsText(block.runs).trim();
      if (!isFigure && (words.length > LONGEST || /[:：]$/.test(words))) return [];
      found.push({ block, pictures });
      pictures = 0;
    }
  }
  return found;
}

/** Whether a block is a picture or a player, also a table or code in a figure. */
const isPicture = (block: Block, isFigure: boolean): boolean =>
  block.type === 'image' ||
  (isFigure && (block.type === 'table' || block.type === 'code')) ||
  (block.type === 'paragraph' &&
    block.runs.length === 1 &&
    block.runs[0]?.type === 'link' &&
    block.runs[0].auto);
