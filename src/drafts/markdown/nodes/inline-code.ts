import type { InlineCode } from 'mdast';
import { type InlineHandler, placeOf } from '../conversion.ts';
import { writeText } from '../inline-writer.ts';

/** `` `code` ``; marks inside are ignored. */
export const inlineCode: InlineHandler<InlineCode> = (node, writer, conversion) =>
  writeText(writer, node.value.replace(/\s+/g, ' '), placeOf(node, conversion), writer.emphasis ?? 'code');
