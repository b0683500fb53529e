import type { Edit } from '../edits.ts';
import type { MarkupNote } from './markup-options.ts';

/** One kind of mark: a quick test, and what to do with each. */
export type MarkRule = {
  readonly name: string;
  readonly why: string;
  readonly sample: string;
  /** The words that remain of the sample. */
  readonly leaves: string;
  /** Braces have another meaning in MDX. */
  readonly notInMdx?: true;
  readonly mayHold: (source: string) => boolean;
  readonly find: (search: MarkSearch) => Edit[];
};

/** Where to look for marks, and where to record what is lost. */
export type MarkSearch = {
  readonly source: string;
  readonly from: number;
  readonly skip: (offset: number) => boolean;
  readonly notes: MarkupNote[];
};
