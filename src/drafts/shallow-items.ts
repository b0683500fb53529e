import type { Block, ListItem } from './draft.ts';

type List = Extract<Block, { type: 'list' }>;

/**
 * Nests the bullets that stand further to the right than the numbered item above them, but not as far as Markdown asks for: the
 * numbers go on below them, or below others of the same list. Linear.
 *
 *      1. Light the lamp.
 *       * It needs oil.        a list between two others, for Markdown
 *      2. Write it down.
 */
export function withShallowItems(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at];
    at += 1;
    if (block === undefined) continue;
    if (block.type !== 'list' || !block.ordered) {
      found.push(block);
      continue;
    }
    const items: ListItem[] = [...block.items];
    let bullets = blocks[at];
    while (bullets !== undefined && isShallow(bullets, block)) {
      const next = blocks[at + 1];
      const more = next !== undefined && goesOn(items, next) && next.at.column < bullets.at.column;
      if (!more && items.length === block.items.length) break;
      const last = items.at(-1);
      if (last !== undefined) items[items.length - 1] = { ...last, blocks: [...last.blocks, bullets] };
      if (more) items.push(...next.items);
      at += more ? 2 : 1;
      bullets = more ? blocks[at] : undefined;
    }
    found.push(items.length === block.items.length ? block : { ...block, items });
  }
  return found;
}

/** Whether a block is bullets to the right of a numbered list. */
const isShallow = (block: Block, { at }: List): boolean =>
  block.type === 'list' && !block.ordered && block.at.column > at.column;

/** Whether a block is a numbered list that continues the items above. */
const goesOn = (items: readonly ListItem[], block: Block): block is List =>
  block.type === 'list' &&
  block.ordered &&
  Number.parseInt(block.items[0]?.marker ?? '', 10) === Number.parseInt(items.at(-1)?.marker ?? '', 10) + 1;
