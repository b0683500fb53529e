import type { Break } from 'mdast';
import type { InlineHandler } from '../conversion.ts';

/** Two spaces or a backslash at the end of a line. */
export const hardBreak: InlineHandler<Break> = (_node, writer) => {
  writer.runs.push({ type: 'break', hard: true });
};
