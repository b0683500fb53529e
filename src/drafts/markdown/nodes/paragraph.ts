import type { Paragraph } from 'mdast';
import type { Block } from '../../draft.ts';
import type { InlineContent } from '../conversion.ts';
import { type BlockHandler, placeOf } from '../conversion.ts';

/** Words; the images among them follow as blocks of their own. */
export const paragraph: BlockHandler<Paragraph> = (node, conversion) => {
  const { runs, images } = conversion.inline(node.children);
  const words: Block[] =
    runs.length === 0 ? [] : [{ type: 'paragraph', runs, at: placeOf(node, conversion) }];
  return [...words, ...imageBlocks(images)];
};

/** A block for each image lifted out of a text. */
export function imageBlocks(images: InlineContent['images']): Block[] {
  return images.map((image) => ({ type: 'image', image, at: image.at }));
}
