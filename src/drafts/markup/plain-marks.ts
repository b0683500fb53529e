import type { Edit } from '../edits.ts';
import { INLINE_MARKS } from './inline-marks.ts';
import { LINE_MARKS } from './line-marks.ts';
import type { MarkupNote, MarkupOptions } from './markup-options.ts';

/** The marks of a text that are neither tags nor templates. */
export type PlainMarks = {
  /** Whether the text may hold any. */
  readonly any: boolean;
  /** The edits that leave their words; `skip` tells of code, and of what is gone already. */
  readonly read: (skip: (offset: number) => boolean, notes: MarkupNote[]) => Edit[];
};

/** Looks at a text for the marks of kramdown, pandoc, Obsidian, and of containers and alerts. */
export function plainMarks(source: string, from: number, { isMdx }: MarkupOptions): PlainMarks {
  const rules = [...LINE_MARKS, ...INLINE_MARKS].filter(
    ({ notInMdx, mayHold }) => !(notInMdx === true && isMdx) && mayHold(source),
  );
  return {
    any: rules.length > 0,
    read: (skip, notes) => rules.flatMap(({ find }) => find({ source, from, skip, notes })),
  };
}
