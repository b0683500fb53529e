import type { Block } from './draft.ts';

/**
 * Leaves out the rules directly below headings, in a post of a blog: there `## Tides` above `-----` is a heading with a line below it, and
 * belongs to the text that follows. In a draft, `---` is its author's cut. A heading with nothing but the next one below keeps its rule.
 */
export const withoutRulesBelowHeadings = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((block, at) => {
    const [above, below] = [blocks[at - 1], blocks[at + 1]];
    if (block.type !== 'separator' || above?.type !== 'heading') return true;
    return below === undefined || (below.type === 'heading' && below.depth <= above.depth);
  });
