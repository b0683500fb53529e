import type { Blockquote } from 'mdast';
import type { Block } from '../../draft.ts';
import { type BlockHandler, placeOf } from '../conversion.ts';
import { asQuotedPost } from '../quoted-post.ts';

/** A quotation; `>` lines used as items were already turned into a list. */
export const blockquote: BlockHandler<Blockquote> = (node, conversion) => {
  const blocks = asQuotedPost(conversion.blocks(node.children), conversion);
  if (blocks.length === 0) return [];
  const at = placeOf(node, conversion);
  const marked = withoutCardMark(blocks);
  if (marked === undefined) return [{ type: 'quote', blocks, at }];
  return marked.length === 0 ? [] : [{ type: 'quote', blocks: marked, card: true, at }];
};

const CARD_MARK = /^\[!card\](?:\s+|$)/i;

/** Returns the blocks of a quotation without its first line `[!card]`, or that mark at its opening; undefined if it does not have one. */
function withoutCardMark([first, ...rest]: readonly Block[]): readonly Block[] | undefined {
  if (first?.type !== 'paragraph') return undefined;
  const [mark, ...runs] = first.runs;
  const opening = mark?.type === 'text' ? CARD_MARK.exec(mark.text)?.[0] : undefined;
  if (mark?.type !== 'text' || opening === undefined) return undefined;
  const text = mark.text.slice(opening.length);
  const words = text !== '' ? [{ ...mark, text }, ...runs] : runs[0]?.type === 'break' ? runs.slice(1) : runs;
  return words.length === 0 ? rest : [{ ...first, runs: words }, ...rest];
}
