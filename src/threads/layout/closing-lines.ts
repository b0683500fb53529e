import type { Block } from '../../drafts/draft.ts';
import type { Profile } from '../profile.ts';
import { COLON, endsWithQuestion, isBoldLine, isShortLine, lastOf } from './block-lines.ts';
import { joined } from './run-words.ts';
import { firstLineOf } from './runs.ts';

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

/**
 * Whether a bold line or a deeper heading and the few short items below it end a part, below a paragraph: `Relevant changes` and
 * their numbers.
 */
export function closesWithList(
  [above, line, list, next]: readonly (Block | undefined)[],
  { measure, limit }: Profile,
): boolean {
  if (above?.type !== 'paragraph' || list?.type !== 'list' || next?.type !== 'heading') return false;
  if (line === undefined || !(line.type === 'heading' ? line.depth > next.depth : isBoldLine(line)))
    return false;
  let length = measure(lastOf(line).text);
  for (const { marker, blocks } of list.items) {
    const [words, ...rest] = blocks;
    if (words?.type !== 'paragraph' || rest.length > 0) return false;
    length += measure(`\n${marker} ${joined(words.runs)}`);
    if (length > CLOSING * limit) return false;
  }
  return true;
}

/** The longest line of a closing or a signature, in characters. */
const CLOSING_LENGTH = 40;

/** A hyphen and a name. */
const SIGNED = /^-\s?\p{Lu}[\p{L}.’' ]*$/u;

/** Whether a line ends a letter, above its signature: `Be well,` and a name, `Good winds!` and `- Maren`. */
export const closesLetter = (line: string, next: string): boolean =>
  line.length <= CLOSING_LENGTH &&
  next.length <= CLOSING_LENGTH &&
  (line.endsWith(',') || (/[.!]$/.test(line) && SIGNED.test(next)));

/** Whether a block is the last line of a letter, and the next one its signature. */
export const isSignedBy = (block: Block, next: Block | undefined): boolean =>
  block.type === 'paragraph' &&
  next?.type === 'paragraph' &&
  lastOf(block).only &&
  closesLetter(lastOf(block).text, firstLineOf(next.runs).trim());
