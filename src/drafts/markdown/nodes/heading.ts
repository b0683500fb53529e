import type { Heading } from 'mdast';
import type { Block } from '../../draft.ts';
import { type BlockHandler, placeOf } from '../conversion.ts';
import { imageBlocks } from './paragraph.ts';

/** `# Words`, or words underlined. */
export const heading: BlockHandler<Heading> = (node, conversion) => {
  const { runs, images } = conversion.inline(node.children);
  const at = placeOf(node, conversion);
  const words: Block[] = runs.length === 0 ? [] : [{ type: 'heading', depth: node.depth, runs, at }];
  return [...words, ...imageBlocks(images)];
};
