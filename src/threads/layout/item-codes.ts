import type { ListItem } from '../../drafts/draft.ts';
import { BREAK, type BreakCode } from '../../text/break-list.ts';
import { isSource } from './block-lines.ts';
import type { Context } from './context.ts';
import { isProse } from './item-gaps.ts';
import { isLeadInLine } from './lead-ins.ts';
import { PAIRED } from './part-rules.ts';
import { joined } from './run-words.ts';
import { firstLineOf, lastLineOf } from './runs.ts';
import { asksAlone, isItemTitle } from './title-items.ts';

/** Returns the code of a break before an item other than the first. */
export function itemCode(at: number, items: readonly ListItem[], context: Context): BreakCode {
  const { depth } = context;
  const above = items[at - 1]?.blocks.at(-1);
  const item = items[at];
  const [own] = item?.blocks ?? [];
  if (above?.type === 'paragraph' && isLeadInLine(lastLineOf(above.runs))) return BREAK.leadIn;
  if (above !== undefined && isSource(above) && context.cardsOf(above, context.profile) !== undefined) {
    // A card ends its item, as it ends its thought between paragraphs.
    if (own?.type !== 'paragraph' || firstLineOf(own.runs).trim().length >= PAIRED) return BREAK.card;
  }
  if (depth > 0) return above?.type === 'list' ? BREAK.outdent : BREAK.nested;
  if (item !== undefined && opensPart(item, context)) return BREAK.section;
  if (above?.type === 'list' || item?.blocks.at(-1)?.type === 'list') return BREAK.branch;
  if (endsWithComment(items[at - 1])) return BREAK.branch;
  const count = items.length;
  return count > 2 && (at === 1 || at === count - 1) ? BREAK.lone : BREAK.item;
}

/** Whether an item ends with a paragraph or a quotation below its first words. */
function endsWithComment(item: ListItem | undefined): boolean {
  const comment = item?.blocks.slice(1).at(-1);
  return comment !== undefined && isProse(comment);
}

/** The shortest text of an item below its title that makes it a part, as a share of a post. */
const PART = 0.5;

/** Whether an item begins with a title or a question above paragraphs of text: as a heading does, it opens a part. */
function opensPart({ blocks }: ListItem, { profile }: Context): boolean {
  const [title, below] = blocks;
  if (title === undefined || below?.type !== 'paragraph' || !(isItemTitle(title) || asksAlone(title)))
    return false;
  let length = 0;
  for (const block of blocks.slice(1)) {
    if (block.type === 'paragraph') length += profile.measure(joined(block.runs));
    if (length > PART * profile.limit) return true;
  }
  return false;
}
