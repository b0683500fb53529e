import type { Block, Draft, ImageSource } from '../../drafts/draft.ts';

function* imagesOf(blocks: readonly Block[]): Generator<ImageSource> {
  for (const block of blocks) {
    if (block.type === 'image') yield block.image;
    else if (block.type === 'list') for (const item of block.items) yield* imagesOf(item.blocks);
    else if (block.type === 'quote') yield* imagesOf(block.blocks);
  }
}

/** Lists the images of a draft in reading order, those of its notes last; the cover is a block like the others. */
export function draftImages(draft: Draft): ImageSource[] {
  return [...imagesOf(draft.blocks), ...draft.notes.flatMap(({ blocks }) => [...imagesOf(blocks)])];
}
