import type { Block } from '../../drafts/draft.ts';
import type { Profile } from '../profile.ts';
import { COLON, lastOf } from './block-lines.ts';
import { joined } from './run-words.ts';

/** The shortest lead-in that may end a post, and the longest paragraph that stays whole below it, as shares of a post. */
const LEAD_IN = 1 / 4;
const PARAGRAPH = 1 / 2;

/**
 * Whether a short paragraph is below a line with a colon that is long enough to end a post: then it stays whole rather than that its
 * first sentence ends that post.
 */
export function isLed(above: Block | undefined, block: Block, { measure, limit }: Profile): boolean {
  if (above?.type !== 'paragraph' || block.type !== 'paragraph') return false;
  const { text } = lastOf(above);
  return (
    COLON.test(text) && measure(text) >= LEAD_IN * limit && measure(joined(block.runs)) <= PARAGRAPH * limit
  );
}
