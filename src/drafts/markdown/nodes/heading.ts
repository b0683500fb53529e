import type { Heading } from 'mdast';
import { aroundStruck } from '../around-struck.ts';
import { type BlockHandler, placeOf } from '../conversion.ts';
import { imageBlocks } from './paragraph.ts';

/** `# Words`, or words underlined. */
export const heading: BlockHandler<Heading> = (node, conversion) => {
  const { runs, images } = conversion.inline(aroundStruck(node.children));
  const at = placeOf(node, conversion);
  // A picture in place of the words heads what follows.
  if (runs.length === 0) return imageBlocks(images).map((block) => ({ ...block, opens: true }));
  return [{ type: 'heading', depth: node.depth, runs, at }, ...imageBlocks(images)];
};
