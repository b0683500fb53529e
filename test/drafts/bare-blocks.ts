import type { Nodes } from 'mdast';

/** A node with offsets for places, and its keys in one order. */
function bare(node: Nodes): unknown {
  const { position, ...rest } = node;
  const entries = Object.entries(rest)
    .map(([key, value]) => [key, key === 'children' ? (value as Nodes[]).map(bare) : value] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...Object.fromEntries(entries), from: position?.start.offset, to: position?.end.offset };
}

/** The blocks of a tree, so that two readers of one text can be compared. */
export const bareBlocks = (tree: Nodes): unknown => ('children' in tree ? tree.children.map(bare) : []);
