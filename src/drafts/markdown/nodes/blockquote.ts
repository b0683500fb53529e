import type { Blockquote } from 'mdast';
import { type BlockHandler, placeOf } from '../conversion.ts';

/** Somebody's words; `>` lines used as items were made a list before. */
export const blockquote: BlockHandler<Blockquote> = (node, conversion) => {
  const blocks = conversion.blocks(node.children);
  return blocks.length === 0 ? [] : [{ type: 'quote', blocks, at: placeOf(node, conversion) }];
};
