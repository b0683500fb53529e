import type { Edit } from '../../edits.ts';
import type { MarkupNote, MarkupOptions } from '../markup-options.ts';
import { ABBREVIATION_MARKS } from './abbreviation-marks.ts';
import { ASIDE_MARKS } from './aside-marks.ts';
import { BROKEN_LINKS } from './broken-links.ts';
import { CONTENTS_MARKS } from './contents-marks.ts';
import { DEFINITION_MARKS } from './definition-marks.ts';
import { EMBED_MARKS } from './embed-marks.ts';
import { ENGINE_MARKS } from './engine-marks.ts';
import { EXPORT_MARKS } from './export-marks.ts';
import { FIGURE_CAPTIONS } from './figure-captions.ts';
import { FRANKLIN_MARKS } from './franklin-marks.ts';
import { INLINE_MARKS } from './inline-marks.ts';
import { LAIKA_MARKS } from './laika-marks.ts';
import { LINE_MARKS } from './line-marks.ts';
import { LINK_MARKS } from './link-marks.ts';
import { MDC_MARKS } from './mdc-marks.ts';
import { MEDIA_NAMES } from './media-names.ts';
import { MISTYPED_MARKS } from './mistyped-marks.ts';
import { MKDOCS_MARKS } from './mkdocs-marks.ts';
import { MODULE_MARKS } from './module-marks.ts';
import { MYST_MARKS } from './myst-marks.ts';
import { OUTLINE_MARKS } from './outline-marks.ts';
import { PANDOC_MARKS } from './pandoc-marks.ts';
import { RUBY_MARKS } from './ruby-marks.ts';
import { SLIP_MARKS } from './slip-marks.ts';

/** The marks of a text that are neither tags nor templates. */
export type PlainMarks = {
  /** Whether the text may contain any. */
  readonly any: boolean;
  /** Makes the edits that keep only their words; `skip` says whether an offset is in code, or already removed. */
  readonly read: (skip: (offset: number) => boolean, notes: MarkupNote[]) => Edit[];
};

/** Finds the marks of engines, editors and exports in a text. */
export function plainMarks(source: string, from: number, { isMdx, site }: MarkupOptions): PlainMarks {
  const rules = [
    ...EMBED_MARKS,
    ...LINE_MARKS,
    ...ABBREVIATION_MARKS,
    ...MEDIA_NAMES,
    ...ENGINE_MARKS,
    ...EXPORT_MARKS,
    ...MKDOCS_MARKS,
    ...MODULE_MARKS,
    ...MDC_MARKS,
    ...MYST_MARKS,
    ...FRANKLIN_MARKS,
    ...ASIDE_MARKS,
    ...LAIKA_MARKS,
    ...OUTLINE_MARKS,
    ...FIGURE_CAPTIONS,
    ...PANDOC_MARKS,
    ...RUBY_MARKS,
    ...BROKEN_LINKS,
    ...DEFINITION_MARKS,
    ...CONTENTS_MARKS,
    ...LINK_MARKS,
    ...MISTYPED_MARKS,
    ...SLIP_MARKS,
    ...INLINE_MARKS,
  ].filter(({ notInMdx, mayHold }) => !(notInMdx === true && isMdx) && mayHold(source));
  return {
    any: rules.length > 0,
    read: (skip, notes) =>
      rules.flatMap(({ find }) => find({ source, from, skip, notes, picture: site?.picture })),
  };
}
