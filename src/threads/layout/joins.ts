import type { Block } from '../../drafts/draft.ts';
import { isQuestion } from '../../text/sentence-end.ts';
import { isAttribution } from './attributions.ts';
import { attributionIn, COLON, isOpen, isSource, lastOf } from './block-lines.ts';
import { JOIN_RULES } from './join-rules.ts';
import { announces, type Below } from './lead-ins.ts';
import type { Join, Neighbours } from './neighbours.ts';
import { firstLineOf, opensWithCode } from './runs.ts';
import { isItemTitle } from './title-items.ts';

const BELOW: Readonly<Record<Block['type'], Below>> = {
  paragraph: 'text',
  heading: 'text',
  image: 'text',
  separator: 'text',
  sources: 'text',
  list: 'list',
  quote: 'quote',
  code: 'list',
  table: 'list',
  formula: 'list',
};

/** What is around two successive blocks. */
export type Around = {
  /** Whether they are in an item of a list. */
  readonly inItem?: boolean;
  /** Which of them is an item that is the title of the text below it. */
  readonly title?: 'left' | 'right' | undefined;
  /** A card or an image between them. */
  readonly between?: 'card' | 'image' | undefined;
  /** The block above the left one. */
  readonly above?: Block | undefined;
  /** Whether the right one ends its part. */
  readonly closes?: boolean;
  /** Whether the right one is short and ends its part, below a paragraph longer than a post, or with a few short items. */
  readonly trails?: boolean;
  /** Whether the right one ends the draft. */
  readonly ends?: boolean;
  /** Whether the right one has a link alone below it. */
  readonly linked?: boolean;
  /** Whether the right one has code, a table or a formula below it. */
  readonly announced?: boolean;
  /** Whether another quotation is two blocks above or below the right one. */
  readonly answered?: boolean;
  /** Whether another quotation is two blocks above or below the left one, which is one, too. */
  readonly replies?: boolean;
  /** Which of them is the caption of an image. */
  readonly caption?: 'left' | 'right' | 'both' | undefined;
  /** Whether the left one is the last of several questions in a row. */
  readonly rhetorical?: boolean;
  /** Which of them is a heading that is only what the line above it announces. */
  readonly said?: 'left' | 'right' | undefined;
};

/** Returns what goes between two successive blocks. */
export function joinOf(
  left: Block,
  right: Block,
  {
    inItem,
    title,
    between,
    above,
    closes,
    trails,
    ends,
    linked,
    announced,
    answered,
    replies,
    caption,
    rhetorical,
    said,
  }: Around = {},
): Join {
  const last = lastOf(left);
  const neighbours: Neighbours = {
    left,
    right,
    last,
    asks: asksAbove(last.text, right),
    first: right.type === 'paragraph' || right.type === 'heading' ? firstLineOf(right.runs).trim() : '',
    coded: right.type === 'paragraph' && opensWithCode(right.runs),
    below: right.type === 'list' && right.items.length === 1 ? 'quote' : BELOW[right.type],
    inItem: inItem === true,
    heads: title === 'left' || (inItem === true && above === undefined && isItemTitle(left)),
    names: title === 'right',
    carded: between === 'card',
    pictured: between === 'image',
    closes: closes === true,
    trails: trails === true,
    ends: ends === true,
    open: isSource(left) && above?.type === 'paragraph' && isOpen(lastOf(above).text),
    capitals:
      left.type !== 'paragraph' && above?.type === 'paragraph' && /^\p{Lu}/u.test(firstLineOf(above.runs)),
    titles: linked === true && right.type === 'heading',
    leads: announced === true && right.type === 'paragraph' && COLON.test(lastOf(right).text),
    captions: caption === 'right' || caption === 'both',
    captioned: caption === 'left' || caption === 'both',
    quoted: left.type === 'quote' && above !== undefined && announces(lastOf(above), 'quote'),
    told: above?.type === 'paragraph' && COLON.test(lastOf(above).text),
    answered: answered === true,
    replies: replies === true,
    rhetorical: rhetorical === true,
    said,
    headed: above?.type === 'heading',
    deepens: above?.type === 'heading' && right.type === 'heading' && right.depth > above.depth,
    attributed:
      (above?.type === 'quote' || above?.type === 'paragraph') &&
      isAttribution(attributionIn(left), above.type === 'quote' ? 'quote' : 'text'),
  };
  const rule = JOIN_RULES.find(({ when }) => when(neighbours));
  if (rule === undefined) throw new Error('the last join rule holds for everything');
  return rule.join;
}

/** Whether a line asks; above a quotation, which may answer it, also one that ends with an address. */
function asksAbove(line: string, right: Block): boolean {
  const link = line.lastIndexOf(' ') + 1;
  const isSourced = right.type === 'quote' && /^https?:/.test(line.slice(link));
  const words = isSourced ? line.slice(0, link).trimEnd() : line;
  return isQuestion(words, words.length);
}
