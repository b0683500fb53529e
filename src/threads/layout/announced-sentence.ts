import type { Block } from '../../drafts/draft.ts';
import { COLON, isBoldLine, lastOf } from './block-lines.ts';

/** Whether a block is written as a heading, but as a sentence. */
const isLoudSentence = (block: Block): boolean =>
  (block.type === 'heading' || isBoldLine(block)) && /[.!。！]["”’»)]*$/.test(lastOf(block).text.slice(-8));

/**
 * Returns the heading or bold line that heads nothing: a sentence that a colon announces. Where several are sentences, such lines are
 * headings. Linear.
 *
 *     I say it in big letters, so that nobody misses it:
 *
 *     ## The lamp must never go out.
 */
export function announcedSentence(blocks: readonly Block[]): Block | undefined {
  const loud = blocks.filter(isLoudSentence);
  const [only] = loud;
  if (only === undefined || loud.length > 1) return undefined;
  const above = blocks[blocks.indexOf(only) - 1];
  return above?.type === 'paragraph' && COLON.test(lastOf(above).text) ? only : undefined;
}
