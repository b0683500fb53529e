import type { OpeningContext } from './opening-context.ts';
import { paragraphsOf } from './points.ts';
import type { PostSentence } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';

/** How long an opening is, in shares of a post on the network and in sentences. */
export const OPENING = {
  /** It goes on to the end of the paragraph that makes it this long: of 80 that judges kept back, a fourth stopped before the news. */
  full: 1.6,
  /** Below a description, both end with the paragraph that makes them this long: the author has said what it is about. */
  described: 1,
  /** It is never longer than this. */
  most: 3,
  /** With so many sentences, … */
  sentences: 3,
  /** … and this length, it may also end with an earlier paragraph, … */
  enough: 0.7,
  /** … and without a paragraph that ends so, with a sentence before this. */
  sure: 2.2,
  /** A shorter paragraph of one sentence leads on to the next one. */
  passing: 0.2,
  /** An opening that is shorter goes on below what is between: a piece of code, a list. */
  scant: 0.3,
} as const;

/** Returns the length of sentences as a share of a post. */
export const lengthOf = (run: readonly PostSentence[], { measure, limit }: PostSize): number =>
  measure(run.map(({ text }) => text).join(' ')) / limit;

/** Whether an opening has enough sentences, and fills most of a post on the network. */
export const isLong = (told: readonly PostSentence[], size: PostSize): boolean =>
  told.length >= OPENING.sentences && lengthOf(told, size) >= OPENING.enough;

/** Whether an opening says as much as the first sentences of a post, or fills most of one on the network. */
export function isEnough(told: readonly PostSentence[], size: PostSize): boolean {
  const length = lengthOf(told, size);
  return length >= OPENING.scant && (told.length >= OPENING.sentences || length >= OPENING.enough);
}

/** Whether an opening is no longer than any may be. */
export const isShortEnough = (told: readonly PostSentence[], { size, fits }: OpeningContext): boolean =>
  lengthOf(told, size) <= OPENING.most && fits(paragraphsOf(told));
