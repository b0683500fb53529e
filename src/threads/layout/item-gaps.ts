import type { Block, ListItem } from '../../drafts/draft.ts';
import { endsSentence } from './block-lines.ts';
import { joined } from './run-words.ts';

/** The shortest first words of an item, in characters, that are a paragraph if they end with a sentence. */
const PROSE_LENGTH = 90;

/** Whether a block of an item is words, and no list or code. */
export const isProse = ({ type }: Block): boolean => type === 'paragraph' || type === 'quote';

/**
 * Whether empty lines part the paragraphs of an item, as in the draft. One comment below a name or a link stands directly below it.
 *
 *     - The new lamp        - The new lamp
 *       It burns.
 *                             It came on Monday.
 *
 *                             It burns.
 */
export function isSpaced({ blocks: [first, ...rest] }: ListItem): boolean {
  const below = rest.findIndex(isProse);
  if (first === undefined || below < 0) return false;
  if (rest.slice(0, below).some(({ type }) => type === 'list') || rest.slice(below + 1).some(isProse))
    return true;
  return first.type === 'paragraph' && joined(first.runs).length >= PROSE_LENGTH && endsSentence(first);
}
