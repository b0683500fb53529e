import type { Block } from '../../drafts/draft.ts';
import { isQuestion } from '../../text/sentence-end.ts';
import { isName, isOnlyQuestions, isOpen } from './block-lines.ts';
import { quotedHeadings } from './quoted-headings.ts';
import { joined } from './run-words.ts';
import { isLink } from './runs.ts';

/** The longest title of an item with more than a name in it, and the longest question, in characters. */
const TITLE_LENGTH = 120;
const QUESTION_LENGTH = 200;

/** Whether the first words of an item are the title of the text below them: a name, or a link with a few words behind it. */
export function isItemTitle(block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  const line = joined(block.runs).trim();
  return isName(line) || (block.runs[0]?.type === 'link' && isTitleLine(line, isLink(block.runs)));
}

const isTitleLine = (line: string, linked: boolean): boolean =>
  line.length <= TITLE_LENGTH && (linked || isOpen(line));

/** Whether a block is nothing but a question: what is below it in its item answers it. */
export function asksAlone(block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  const line = joined(block.runs).trim();
  return line.length <= QUESTION_LENGTH && isQuestion(line, line.length) && isOnlyQuestions(line);
}

/**
 * Returns the lists of one item that are titles of the paragraphs below them. Some authors begin each piece of a part so: then
 * one of these items is directly below a heading, and any line without a final mark is a title. Linear.
 *
 *     ## News
 *
 *     * [The new lamp](https://example.org/lamp)
 *
 *     It came on Monday, and it burns.
 */
function titleItems(blocks: readonly Block[]): ReadonlySet<Block> {
  const names: Block[] = [];
  let headed = false;
  blocks.forEach((block, at) => {
    if (block.type !== 'list' || blocks[at + 1]?.type !== 'paragraph') return;
    const [item, ...others] = block.items;
    const [title, ...rest] = item?.blocks ?? [];
    if (title?.type !== 'paragraph' || others.length > 0 || rest.length > 0) return;
    if (isTitleLine(joined(title.runs).trim(), isLink(title.runs))) {
      names.push(block);
      headed ||= blocks[at - 1]?.type === 'heading';
    }
  });
  return new Set(headed && names.length > 1 ? names : []);
}

/** Returns the blocks that are no headings but are titles of what is below them: items, and quotations. */
export const titlesIn = (blocks: readonly Block[]): ReadonlySet<Block> =>
  new Set([...titleItems(blocks), ...quotedHeadings(blocks)]);
