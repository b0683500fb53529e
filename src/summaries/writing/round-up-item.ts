import { gapBetween } from './item-lines.ts';

/** What a round-up recommends: a link, its name, and the author's comment. */
export type Recommendation = {
  readonly url: string;
  /** The words of the link. */
  readonly words: string;
  /** The text before and after the link in its line. */
  readonly before: string;
  readonly after: string;
  readonly comment: string | undefined;
  /** How many words the author wrote about it, in its line and below it. */
  readonly own: number;
  /** Whether it is below a heading such as `Highlights`. */
  readonly isHeadline: boolean;
  /** Whether it is a heading with words below it, and in no list. */
  readonly isHeaded: boolean;
};

/** A recommendation and the section of its round-up in which it stands. */
export type RoundUpItem = Recommendation & { readonly section: number };

/** Returns an item as it reads: its line, and the comment below it. */
export function itemText({ before, words, after, comment }: Recommendation): string {
  const line = `${before}${gapBetween(before, words)}${words}${gapBetween(words, after)}${after}`;
  return comment === undefined ? line : `${line} ${comment}`;
}

/** Returns an item as it reads, without its comment. */
export const lineIn = (item: Recommendation): string => itemText({ ...item, comment: undefined });
