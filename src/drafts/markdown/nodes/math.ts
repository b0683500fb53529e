import type { Math as Formula } from 'mdast-util-math';
import { type BlockHandler, placeOf } from '../conversion.ts';

/** A formula between lines of `$$`. */
export const math: BlockHandler<Formula> = (node, conversion) => {
  // Text after the opening `$$` is part of the formula, although Markdown treats it as metadata.
  const source = node.meta ? `${node.meta}\n${node.value}` : node.value;
  return source.trim() === '' ? [] : [{ type: 'formula', source, at: placeOf(node, conversion) }];
};
