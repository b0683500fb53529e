import type { Block } from '../../drafts/draft.ts';
import type { Profile } from '../profile.ts';
import { COLON, endsWithQuestion, isShortLine, lastOf } from './block-lines.ts';
import { joined } from './run-words.ts';

/** The longest paragraph that ends its part without being a thought of its own, as a share of a post. */
const CLOSING = 1 / 3;

/**
 * Whether the last paragraph of a part or an item is one short line, below a paragraph that no post holds together with its
 * heading. A line that asks or announces belongs to the heading below it (`next`).
 */
export function closesLongText(
  { above, heading }: { readonly above: Block | undefined; readonly heading: Block | undefined },
  block: Block,
  next: Block | undefined,
  profile: Profile,
): boolean {
  if (above?.type !== 'paragraph' || block.type !== 'paragraph') return false;
  const line = lastOf(block);
  if (!line.only || profile.measure(line.text) > CLOSING * profile.limit) return false;
  const head = heading?.type === 'heading' ? profile.measure(`${joined(heading.runs)}\n\n`) : 0;
  if (head + profile.measure(joined(above.runs)) <= profile.limit) return false;
  return (
    next?.type !== 'heading' || !(endsWithQuestion(block) || (isShortLine(block) && COLON.test(line.text)))
  );
}
