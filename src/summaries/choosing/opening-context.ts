import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import type { Candidates } from './candidates.ts';
import type { Point } from './points.ts';
import type { PostSentence } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import type { ShownBlocks } from './shown-blocks.ts';

/** What an opening is chosen by. */
export type OpeningContext = {
  readonly candidates: Candidates;
  readonly sentences: readonly PostSentence[];
  readonly headings: readonly string[];
  readonly blocks: ShownBlocks;
  /** Whether the author's description is above it. */
  readonly isDescribed: boolean;
  /** The lines above it: the title, and the sentences of that description. */
  readonly above: readonly string[];
  /** How much of a post that description fills. */
  readonly described: number;
  /** Whether the title names a version: it is a release, whose news are below a heading of their own. */
  readonly isRelease: boolean;
  /** How many sentences the author chose as the teaser. */
  readonly teaser: number;
  readonly language: PhraseLanguage;
  readonly size: PostSize;
  /** Whether so many paragraphs may be in the summary together. */
  readonly fits: (paragraphs: readonly Point[]) => boolean;
};
