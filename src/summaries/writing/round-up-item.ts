/** One recommendation of a round-up: its link, its name, and the author's comment. */
export type RoundUpItem = {
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
