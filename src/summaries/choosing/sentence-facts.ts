import type { Range } from './plain-text.ts';

/** Why a sentence can't be in a summary, whatever it says. */
export type Unfit =
  | 'quoted'
  | 'footnote'
  | 'hole'
  | 'link'
  | 'name'
  | 'number'
  | 'fragment'
  | 'lead-in'
  | 'code'
  | 'names'
  | 'aside'
  | 'formula'
  | 'struck'
  | 'cut'
  | 'foreign';

/** What is known about a sentence besides its words. */
export type SentenceFacts = {
  readonly text: string;
  /** Ranges of inline code in `text`, UTF-16. */
  readonly code: readonly Range[];
  /** Whether somebody else said it. */
  readonly quoted: boolean;
  /** Whether its author struck out part of it. */
  readonly struck: boolean;
  /** Whether its author ended lines inside it, in a paragraph of several. */
  readonly hasLines: boolean;
  /** The words of its links. */
  readonly linkWords: readonly string[];
  /** Whether it ends its paragraph. */
  readonly last: boolean;
  /** The block directly after its paragraph, in which its sentence may continue. */
  readonly before: 'code' | 'quote' | 'table' | 'formula' | 'list' | 'other';
  /** Whether it ends its paragraph without a full stop, in a post whose author uses them. */
  readonly endsOpen: boolean;
  /** Whether it begins its paragraph in lower case, in a post whose author uses capitals. */
  readonly opensLow: boolean;
  /** Whether its paragraph opens with a note that the author added later. */
  readonly inNote: boolean;
  /** Whether it is a list item below a line that ends with a colon. */
  readonly underColon: boolean;
};
