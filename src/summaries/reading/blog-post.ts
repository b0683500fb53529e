import type { Block } from '../../drafts/draft.ts';
import type { Finding } from '../../drafts/finding.ts';
import type { Canonical } from './canonical-url.ts';

/** The days between which a post is on the web, with the lines that say so. */
export type OutDays = {
  readonly from?: { readonly day: string; readonly line: string };
  readonly until?: { readonly day: string; readonly line: string };
};

/** A blog post, read: its words as Markdown blocks, and what its front matter tells. */
export type BlogPost = {
  /** As given to the reader, for messages. */
  readonly path: string | null;
  readonly title: string | undefined;
  /** ISO calendar date. */
  readonly date: string | undefined;
  /** BCP 47 tag, where the post names one. */
  readonly language: string | undefined;
  readonly tags: readonly string[];
  /** What the author wrote in `summary`, `description` or `excerpt`. */
  readonly summary: string | undefined;
  readonly canonical: Canonical | undefined;
  /** The line that keeps the post off the web, as `draft: true`; `undefined` for one that is out. */
  readonly unpublished: string | undefined;
  /** The days between which the post is on the web, if it names any. */
  readonly outDays?: OutDays;
  /** The text, with what is not text taken out. */
  readonly blocks: readonly Block[];
  /** Whether it is mostly a list of links, each with what the author thinks of it. */
  readonly isRoundUp: boolean;
  /** In the order of the file, at their places in it. */
  readonly findings: readonly Finding[];
};
