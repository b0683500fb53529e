import type { InlineCode } from 'mdast';
import { type InlineHandler, placeOf } from '../conversion.ts';
import { writeText } from '../inline-writer.ts';
import { withoutLanguage } from '../language-marks.ts';

/** `` `code` ``; marks inside are ignored, and the name of its language goes. */
export const inlineCode: InlineHandler<InlineCode> = (node, writer, conversion) =>
  writeText(
    writer,
    withoutLanguage(node.value.replace(/\s+/g, ' ')),
    placeOf(node, conversion),
    writer.emphasis ?? 'code',
  );
