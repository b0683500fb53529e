import type { OpeningContext } from './opening-context.ts';
import { postsFilled } from './packing.ts';
import { paragraphsOf } from './points.ts';
import type { PostSentence } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';

/** How long an opening is, in shares of a post on the network and in sentences. */
export const OPENING = {
  /** It is never longer than this. */
  most: 3,
  /** With the author’s highlights it is at most so long. */
  sure: 2.2,
  /** A list that opens a post is shown up to this length. */
  full: 1.6,
  /** One that is shorter says little: it goes on below what is between, a piece of code or a list. */
  scant: 0.3,
  /** After so many sentences, a step of an instruction ends it. */
  sentences: 3,
} as const;

/** Returns the length of sentences as a share of a post. */
export const lengthOf = (run: readonly PostSentence[], { measure, limit }: PostSize): number =>
  measure(run.map(({ text }) => text).join(' ')) / limit;

/** Returns how many posts an opening fills with what is above it and the link: a sentence that does not fit begins the next one. */
export const postsOf = (
  told: readonly PostSentence[],
  { above, size }: Pick<OpeningContext, 'above' | 'size'>,
): number => postsFilled([...above, ...told.map(({ text }) => text)], size.linkLine, size);

/** Whether an opening is no longer than any may be. */
export const isShortEnough = (
  told: readonly PostSentence[],
  { size, fits }: Pick<OpeningContext, 'size' | 'fits'>,
): boolean => lengthOf(told, size) <= OPENING.most && fits(paragraphsOf(told));
