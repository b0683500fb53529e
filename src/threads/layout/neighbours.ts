import type { Block } from '../../drafts/draft.ts';
import type { BreakCode } from '../../text/break-list.ts';
import type { Below, LastLine } from './lead-ins.ts';

/** What goes between two adjacent blocks. */
export type Join = { readonly gap: '\n' | '\n\n'; readonly code: BreakCode };

/** Two adjacent blocks, and their context. */
export type Neighbours = {
  readonly left: Block;
  readonly right: Block;
  /** The last line of `left` and the first one of `right`; empty if they are not text. */
  readonly last: LastLine;
  readonly first: string;
  /** Whether that last line ends with a question. */
  readonly asks: boolean;
  /** Whether `right` begins with code. */
  readonly coded: boolean;
  readonly below: Below;
  /** They are in an item of a list: many authors end no item with a full stop. */
  readonly inItem: boolean;
  /** `left` is the title of an item, or an item or a quotation that is the title of the text below it; `right` is one of those. */
  readonly heads: boolean;
  readonly names: boolean;
  /** A card is between them. */
  readonly carded: boolean;
  /** An image is between them. */
  readonly pictured: boolean;
  /** `right` ends its part. */
  readonly closes: boolean;
  /** `right` ends its part: a short paragraph below one longer than a post, or a bold line above a few short items. */
  readonly trails: boolean;
  /** `right` ends the draft. */
  readonly ends: boolean;
  /** Whether the sentence above `left` has not ended. */
  readonly open: boolean;
  /** Whether the line above `left` opens with a capital letter. */
  readonly capitals: boolean;
  /** `left` is an attribution itself. */
  readonly attributed: boolean;
  /** `left` is a quotation that the line above it announces. */
  readonly quoted: boolean;
  /** `left` is what a colon above it announces. */
  readonly told: boolean;
  /** Another quotation is two blocks above or below `right`: what is between them may answer it. */
  readonly answered: boolean;
  /** The same of `left`, a quotation: `right` may answer it. */
  readonly replies: boolean;
  /** Nothing but a heading is above `left`. */
  readonly headed: boolean;
  /** `right` is a heading below the one above `left`. */
  readonly deepens: boolean;
  /** `right` is a heading with nothing below it but a link: the link's title. */
  readonly titles: boolean;
  /** `right` ends with a colon, and a card is below it. */
  readonly leads: boolean;
  /** `right` is the caption of the image above it, or `left` is one. */
  readonly captions: boolean;
  readonly captioned: boolean;
  /** `left` is the last of several questions in a row, each a paragraph. */
  readonly rhetorical: boolean;
  /** Which of them is a heading, or a bold line, that is only what the line above it announces. */
  readonly said: 'left' | 'right' | undefined;
};

/** A row of the table: when it holds, and what then goes between the blocks. */
export type JoinRule = {
  readonly when: (neighbours: Neighbours) => boolean;
  readonly join: Join;
  readonly why: string;
};
