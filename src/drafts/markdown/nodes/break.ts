import type { Break } from 'mdast';
import type { InlineHandler } from '../conversion.ts';
import { writeBreak } from '../inline-writer.ts';

/** Two spaces or a backslash at the end of a line. */
export const hardBreak: InlineHandler<Break> = (_node, writer) => {
  writeBreak(writer, true);
};
