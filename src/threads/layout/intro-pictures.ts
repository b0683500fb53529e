import type { Block, Draft } from '../../drafts/draft.ts';

/**
 * Returns where the pictures between a rule and the first heading begin, if they belong to the introduction above the rule:
 * many blogs draw a line and show one picture before their first part. -1 if there are none. Where another rule has a picture
 * and a heading below it, each picture heads its own part. In a thread of one’s own, the rule is a cut. Linear.
 *
 *     An introduction.
 *
 *     ---
 *
 *     ![A harbour](harbour.jpg)      the introduction’s
 *
 *     ## Who keeps the lamps
 */
export function introPictures(blocks: readonly Block[], { isOfBlog }: Pick<Draft, 'isOfBlog'>): number {
  if (isOfBlog !== true) return -1;
  let found = -1;
  let from = -1;
  let headings = 0;
  for (let at = 1; at < blocks.length; at += 1) {
    const type = blocks[at]?.type;
    if (type === 'image' && blocks[at - 1]?.type === 'separator') from = at;
    else if (type === 'heading') {
      if (from >= 0 && found >= 0) return -1;
      if (from >= 0 && headings === 0) found = from;
      headings += 1;
    }
    if (type !== 'image') from = -1;
  }
  return found;
}
