import type { Block } from '../../drafts/draft.ts';
import { isName, isShortLine, lastOf, leadsUp } from './block-lines.ts';
import { announces } from './lead-ins.ts';

/** The fewest quotations of one line that are headings: one or two are what somebody said. */
const FEWEST = 2;

/** A capital letter, a number before one, or a sign such as `🤝`, and no other mark of a sentence or a row. */
const HEADING =
  /^(?:\p{Lu}|\d{1,2}[.)]? ?\p{Lu}|\p{Extended_Pictographic})(?:[^.!?:;,=。！？：；，—–]|\.{3})*$/u;

/** Whether a block is one line in a quotation without a final mark, as an author may write a heading. */
function seemsHeading(block: Block): boolean {
  const [inner] = block.type === 'quote' ? block.blocks : [];
  if (inner?.type !== 'paragraph' || !isShortLine(block)) return false;
  const { text } = lastOf(inner);
  return isName(text) && HEADING.test(text) && !/["”»’]$/u.test(text);
}

/**
 * Returns the quotations that are headings: some authors write each of them so. Then most quotations of one line in a draft have no
 * final mark, nothing announces them, and text is below each. Linear.
 *
 *     > The first winter
 *
 *     It came on Monday, and it stayed.
 */
export function quotedHeadings(blocks: readonly Block[]): ReadonlySet<Block> {
  const found: Block[] = [];
  let others = 0;
  blocks.forEach((block, at) => {
    if (block.type !== 'quote') return;
    const [above, below] = [blocks[at - 1], blocks[at + 1]];
    const isBetween =
      below !== undefined &&
      ['paragraph', 'list', 'code'].includes(below.type) &&
      above?.type !== 'heading' &&
      above?.type !== 'quote';
    const line = above === undefined ? undefined : lastOf(above);
    const isSaid = line !== undefined && (announces(line, 'quote') || leadsUp(line.text));
    if (isBetween && !isSaid && seemsHeading(block)) found.push(block);
    else if (isShortLine(block)) others += 1;
  });
  return new Set(found.length >= FEWEST && found.length > others ? found : []);
}
