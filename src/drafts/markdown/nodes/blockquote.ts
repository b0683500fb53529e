import type { Blockquote } from 'mdast';
import type { Block } from '../../draft.ts';
import { type BlockHandler, placeOf } from '../conversion.ts';

/** A quotation; `>` lines used as items were already turned into a list. */
export const blockquote: BlockHandler<Blockquote> = (node, conversion) => {
  const blocks = conversion.blocks(node.children);
  if (blocks.length === 0) return [];
  const at = placeOf(node, conversion);
  const marked = withoutCardMark(blocks);
  if (marked === undefined) return [{ type: 'quote', blocks, at }];
  return marked.length === 0 ? [] : [{ type: 'quote', blocks: marked, card: true, at }];
};

/** Returns the blocks of a quotation without its first line `[!card]`; undefined if it does not have one. */
function withoutCardMark([first, ...rest]: readonly Block[]): readonly Block[] | undefined {
  if (first?.type !== 'paragraph') return undefined;
  const [mark, ...runs] = first.runs;
  if (mark?.type !== 'text' || !/^\[!card\]\s*$/i.test(mark.text)) return undefined;
  const words = runs[0]?.type === 'break' ? runs.slice(1) : runs;
  return words.length === 0 ? rest : [{ ...first, runs: words }, ...rest];
}
