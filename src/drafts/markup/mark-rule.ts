import type { Edit } from '../edits.ts';
import type { MarkupNote } from './markup-options.ts';

/** One kind of mark: how it is recognised at a glance, and what becomes of each. */
export type MarkRule = {
  readonly name: string;
  readonly why: string;
  readonly sample: string;
  /** The words that are left of the sample. */
  readonly leaves: string;
  /** Braces mean something else in MDX. */
  readonly notInMdx?: true;
  readonly mayHold: (source: string) => boolean;
  readonly find: (search: MarkSearch) => Edit[];
};

/** Where marks are looked for, and where what they lose is noted. */
export type MarkSearch = {
  readonly source: string;
  readonly from: number;
  readonly skip: (offset: number) => boolean;
  readonly notes: MarkupNote[];
};
