import type { Block } from '../../drafts/draft.ts';
import type { Finding } from '../../drafts/finding.ts';
import type { Canonical } from './canonical-url.ts';

/** The days between which a post is published, with the lines that say so. */
export type OutDays = {
  readonly from?: { readonly day: string; readonly line: string };
  readonly until?: { readonly day: string; readonly line: string };
};

/** A parsed blog post: its words as blocks, and the facts in its front matter. */
export type BlogPost = {
  /** As given to the reader, for messages. */
  readonly path: string | null;
  readonly title: string | undefined;
  /** ISO calendar date. */
  readonly date: string | undefined;
  /** BCP 47 tag, if the post names one. */
  readonly language: string | undefined;
  readonly tags: readonly string[];
  /** The author's `summary`, `description` or `excerpt`. */
  readonly summary: string | undefined;
  readonly canonical: Canonical | undefined;
  /** The line that keeps the post unpublished, as `draft: true`; `undefined` for a published one. */
  readonly unpublished: string | undefined;
  /** The days between which the post is published, if it names any. */
  readonly outDays?: OutDays;
  /** The text, without other markup. */
  readonly blocks: readonly Block[];
  /** The line on which its author ended the teaser: `<!-- more -->`. */
  readonly teaserEnd?: number;
  /** Whether it is mostly a list of links with comments. */
  readonly isRoundUp: boolean;
  /** In the order of the file. */
  readonly findings: readonly Finding[];
};
