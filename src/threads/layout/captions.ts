import type { Block } from '../../drafts/draft.ts';
import { areLabelled, COLON, isNumberLine, lastOf } from './block-lines.ts';
import { firstLineOf, isBold, isItalic } from './runs.ts';

/** A paragraph's first line, whether all of it is in italics, has no other line, and is the first of a row of labelled ones. */
type Line = {
  readonly text: string;
  readonly isItalic: boolean;
  readonly only: boolean;
  readonly inRow: boolean;
};

/** A rule for captions: a paragraph right below an image. */
type CaptionRule = {
  readonly when: (line: Line) => boolean;
  readonly why: string;
  /** Markdown of a caption. */
  readonly example: string;
};

/** The longest caption without the signs of one, in characters. */
const LONGEST = 100;
const ENDS = /[.!?…:;。！？：；]["'”’»)\]*_]*$/;
const OPENS =
  /^(?:fig(?:ure|\.)?|photo|image|picture|screenshot|table|listing|abb(?:ildung|\.)?|bild|foto|tab(?:elle|\.)?|図|图|圖|表)\s?(?:\d|by\b|:|of\b|shows\b|showing\b|von\b|zeigt\b|credit)/iu;
const CREDITS = /^[([]?(?:©|photo (?:by|credit)|image (?:by|credit|source)|foto:|bild:|quelle:)/iu;

/** Each example is a test (`test/threads/captions.test.ts`). */
export const CAPTION_RULES: readonly CaptionRule[] = [
  {
    when: ({ isItalic: italic }) => italic,
    why: 'a line in italics below an image',
    example: '*The lamp, seen from the pier. It is lit at nine.*',
  },
  {
    when: ({ text }) => OPENS.test(text),
    why: 'a line that opens with the name of a figure',
    example: 'Figure 2: the lamp from below, with its shade.',
  },
  {
    when: ({ text }) => CREDITS.test(text),
    why: 'a line that names the photographer',
    example: 'Photo by M. Fold.',
  },
  {
    when: ({ text, only, inRow }) => only && !inRow && text.length <= LONGEST && !ENDS.test(text),
    why: 'a short line without an end',
    example: 'The lamp, seen from the pier',
  },
];

/**
 * Whether a block right below an image is its caption: also words that are its alt text. `next` is the block below it: what announces a
 * list is no caption, nor is a numbered line, which names what is below it.
 */
export function isCaption(block: Block | undefined, next: Block | undefined, alt = ''): boolean {
  if (block?.type !== 'paragraph' || next?.type === 'list' || isNumberLine(block)) return false;
  const { runs } = block;
  if (runs.some((run) => run.type === 'break' && run.hard)) return false;
  const text = firstLineOf(runs).trim();
  if (text === '' || /^https?:\/\/\S+$/i.test(text)) return false;
  if (text === alt.trim()) return true;
  const inRow = next?.type === 'paragraph' && areLabelled(block, firstLineOf(next.runs).trim());
  const line = { text, isItalic: isItalic(runs), only: runs.every(({ type }) => type !== 'break'), inRow };
  return CAPTION_RULES.some(({ when }) => when(line));
}

/** Whether a block shares its frame with nothing but the picture above it. */
const isFramed = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && block.caption !== undefined;

/** Whether only its frame says that a block is a caption, and not its words. */
export const isFramedText = (block: Block): boolean => isFramed(block) && !isCaption(block, undefined);

/** Whether a block is the caption of the figure, the table or the listing above it, or names it: `Table 2: the crews`. */
export const namesFigure = (block: Block | undefined): boolean =>
  isFramed(block) || (block?.type === 'paragraph' && OPENS.test(firstLineOf(block.runs).trim()));

/** Whether the images from `at` on have a caption below them. One that begins the paragraph above has its words there. */
export function hasCaption(blocks: readonly Block[], at: number): boolean {
  const [above, image] = [blocks[at - 1], blocks[at]];
  const begins = above?.at.line === image?.at.line && above?.at.column === image?.at.column;
  if (begins && above?.type === 'paragraph') return false;
  let below = at + 1;
  while (blocks[below]?.type === 'image') below += 1;
  const last = blocks[below - 1];
  const { alt } = last?.type === 'image' ? last.image : { alt: '' };
  const words = blocks[below];
  if (words?.type === 'paragraph' && isBold(words.runs)) {
    const isAnnounced = above?.type === 'paragraph' && COLON.test(lastOf(above).text);
    return !isAnnounced && isBoldCaption(blocks, below);
  }
  if (isCaption(words, blocks[below + 1], alt)) return true;
  return words?.type === 'paragraph' && below - at <= (words.caption ?? 0) && !isAnnounced(blocks, at);
}

/** Whether the words above a row of images end with a colon. */
function isAnnounced(blocks: readonly Block[], at: number): boolean {
  let above = at - 1;
  while (blocks[above]?.type === 'image') above -= 1;
  const words = blocks[above];
  return words?.type === 'paragraph' && COLON.test(lastOf(words).text);
}

/** The shortest bold caption between two images, in characters: a shorter line is the title of the second. */
const SHORTEST_BOLD = 25;
/** Four words or more, or signs of Chinese or Japanese, and a full stop, or three: `Step 2.` is a heading. */
const SENTENCE = /^(?:\S+\s+){3}.*(?:[^.]\.|\.{3}|…)["”’»)]*$|。["”’»)]*$/;

/**
 * Whether a bold line right below an image is its caption, and no heading: nothing follows that it could head, it is a sentence, or the
 * text has headings of another form, and bold lines below most of its images.
 */
function isBoldCaption(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block?.type !== 'paragraph' || block.runs.some((run) => run.type === 'break')) return false;
  const text = firstLineOf(block.runs).trim();
  const next = blocks[at + 1]?.type;
  if (text === '' || COLON.test(text) || next === 'list' || next === 'code' || next === 'table') return false;
  if (opensWithBold(blocks, at)) return false;
  if (next === 'image') return text.length >= SHORTEST_BOLD || boldIsBelowImages(blocks);
  if (next === undefined || next === 'heading' || next === 'separator' || next === 'sources') return true;
  return (text.length <= LONGEST && SENTENCE.test(text)) || boldIsBelowImages(blocks);
}

/** The longest row of images and bold lines that is looked through, in blocks. */
const LONGEST_ROW = 50;

/** Whether a row of images and bold lines above a place opens with a bold line: then each is the title of the image below it. */
function opensWithBold(blocks: readonly Block[], at: number): boolean {
  let first = at;
  const isOfRow = (block: Block | undefined): boolean =>
    block?.type === 'image' || (block?.type === 'paragraph' && isBold(block.runs));
  while (at - first < LONGEST_ROW && isOfRow(blocks[first - 1])) first -= 1;
  return blocks[first]?.type === 'paragraph';
}

/** The least share of images with a caption or a bold line below them, where bold lines are captions. */
const MOST = 0.6;
/** The least length of bold captions on average, in characters; headings are shorter. */
const SHORTEST_ON_AVERAGE = 20;
const known = new WeakMap<readonly Block[], boolean>();

/** Whether a text has headings, captions below most of its images, and bold lines seldom elsewhere; found once for each text. */
function boldIsBelowImages(blocks: readonly Block[]): boolean {
  const found = known.get(blocks);
  if (found !== undefined) return found;
  let [images, captioned, below, elsewhere, length] = [0, 0, 0, 0, 0];
  blocks.forEach((block, at) => {
    const isBelow = blocks[at - 1]?.type === 'image';
    if (isBelow && block.type !== 'image') images += 1;
    const bold = block.type === 'paragraph' && isBold(block.runs);
    if (isBelow && (bold || isCaption(block, blocks[at + 1]))) captioned += 1;
    if (!bold) return;
    if (!isBelow) elsewhere += 1;
    else {
      below += 1;
      length += firstLineOf(block.runs).length;
    }
  });
  const hasHeadings = blocks.some(({ type }) => type === 'heading');
  const isOften = below >= 2 && below >= elsewhere && captioned >= MOST * images;
  const is = hasHeadings && isOften && length / below >= SHORTEST_ON_AVERAGE;
  known.set(blocks, is);
  return is;
}
