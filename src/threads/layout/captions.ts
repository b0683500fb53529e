import type { Block } from '../../drafts/draft.ts';
import { firstLineOf, isBold, isItalic } from './runs.ts';

type Line = { readonly text: string; readonly isItalic: boolean };

/** A rule for captions: a paragraph of one line, right below an image. */
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
  /^(?:fig(?:ure|\.)?|photo|image|picture|screenshot|abb(?:ildung|\.)?|bild|foto|図|图|圖)\s?(?:\d|by\b|:|von\b|credit)/iu;
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
    when: ({ text }) => text.length <= LONGEST && !ENDS.test(text),
    why: 'a short line without an end',
    example: 'The lamp, seen from the pier',
  },
];

/** Whether a block right below an image is its caption. `next` is the block below it: what announces a list is no caption. */
export function isCaption(block: Block | undefined, next: Block | undefined): boolean {
  if (block?.type !== 'paragraph' || next?.type === 'list') return false;
  const { runs } = block;
  if (isBold(runs) || runs.some(({ type }) => type === 'break')) return false;
  const text = firstLineOf(runs).trim();
  if (text === '' || /^https?:\/\/\S+$/i.test(text)) return false;
  const line = { text, isItalic: isItalic(runs) };
  return CAPTION_RULES.some(({ when }) => when(line));
}
