import type { Block } from '../../drafts/draft.ts';
import { BREAK } from '../../text/break-list.ts';
import { BACK_RULES } from './back-rules.ts';
import {
  areLabelled,
  COLON,
  endsSentence,
  isAskingItem,
  isBoldLine,
  isLinkedPhrase,
  isName,
  isNamingItem,
  isNumberLine,
  isOneSentence,
  isOpen,
  isShortLine,
  isShortSaying,
  isSmallQuotation,
  isSource,
  isUrl,
  lastLineOfList,
  lastOf,
  leadsUp,
  namesLine,
  namesList,
  opensInside,
} from './block-lines.ts';
import { announces, type LastLine } from './lead-ins.ts';
import type { JoinRule } from './neighbours.ts';
import { OWNER_RULES } from './owner-rules.ts';
import { PART_RULES } from './part-rules.ts';
import { QUESTION_RULES } from './question-rules.ts';
import { titleEnd } from './title-lines.ts';

/** One short line without another sentence in it. */
const SHORT_ANNOUNCEMENT = /^[^.!?…。！？]{1,100}(?<!:)[:：]$/;

/** The end of a sentence, but not `…`. */
const SHORT_SENTENCE = /[^.][.!。！]["”’»)]{0,4}$/;

/** Whether a block is a quotation of one paragraph of a line or two. */
const isMaxim = (block: Block): boolean =>
  block.type === 'quote' && block.blocks.length === 1 && isSmallQuotation(block, 120);

/** Whether a capital opens a paragraph that is longer than a name. */
const isThought = (block: Block, first: string): boolean =>
  block.type === 'paragraph' && !isShortLine(block) && /^\p{Lu}/u.test(first);

/** Whether a block is one line without a final mark, as below the name of a project. */
const isMotto = (block: Block, last: LastLine): boolean =>
  block.type === 'paragraph' && last.only && namesLine(last.text, '');

/** What goes between two blocks; the first matching rule decides. The last one holds for all. */
export const JOIN_RULES: readonly JoinRule[] = [
  ...PART_RULES,
  ...OWNER_RULES,
  {
    when: ({ left, last, right, first }) =>
      left.type === 'paragraph' && right.type === 'paragraph' && isOpen(last.text) && opensInside(first),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a sentence goes on in the next paragraph, or across a picture',
  },
  {
    when: ({ left, right, last, inItem, captioned }) =>
      left.type === 'paragraph' &&
      !inItem &&
      !captioned &&
      (right.type === 'list' || right.type === 'quote') &&
      leadsUp(last.text),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a sentence that has not ended, `Wikipedia defines it as`, leads up to the list or quotation below it',
  },
  {
    when: ({ left, right, last, first }) =>
      left.type === 'paragraph' &&
      right.type !== 'heading' &&
      ',，、،'.includes(last.text.at(-1) ?? ' ') &&
      !(isThought(right, first) && !isOneSentence(last.text)),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a paragraph that ends with a comma has not ended its sentence, unless a capital opens a longer one below several sentences',
  },
  {
    when: ({ left, right, coded, capitals, first }) =>
      right.type === 'paragraph' &&
      left.type !== 'paragraph' &&
      (opensInside(first) ||
        (!isSource(left) && capitals && !coded && /^\p{Ll}[\p{Ll}’']*[ ,]/u.test(first))),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a sentence goes on below a list, a quotation or code',
  },
  {
    when: ({ captioned, headed, last }) => captioned && headed && isName(last.text),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a heading above a picture also heads the text below it',
  },
  {
    when: ({ captioned, last }) => captioned && !COLON.test(last.text),
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'a caption ends its image and announces nothing',
  },
  {
    when: ({ pictured, left, last, right }) =>
      pictured &&
      ((left.type === 'paragraph' && right.type !== 'list' && announces(last, 'text')) ||
        (left.type === 'list' && COLON.test(lastLineOfList(left)))),
    join: { gap: '\n\n', code: BREAK.card },
    why: 'the image is what the line or item announces; words below it would come between them',
  },
  {
    when: ({ left, last, right }) => COLON.test(last.text) && left.type !== 'list' && right.type === 'list',
    join: { gap: '\n', code: BREAK.leadIn },
    why: 'a label line is directly above its items',
  },
  {
    when: ({ left, right, last, first, open }) =>
      (isSource(right) && left.type === 'paragraph' && isOpen(last.text)) ||
      (isSource(left) && open && /^\p{Ll}/u.test(first)),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a sentence goes on across a line of code',
  },
  {
    when: ({ left }) => left.type === 'list' && COLON.test(lastLineOfList(left)),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'the last item announces what follows',
  },
  {
    when: ({ left, right, last, pictured }) =>
      !pictured &&
      left.type === 'paragraph' &&
      right.type === 'paragraph' &&
      COLON.test(last.text) &&
      (isBoldLine(right) || (isShortLine(right) && COLON.test(lastOf(right).text))),
    join: { gap: '\n\n', code: BREAK.posed },
    why: 'of two lead-ins, the lower one belongs to what both announce',
  },
  {
    when: ({ told, left, right, last, pictured }) =>
      told &&
      !pictured &&
      left.type === 'paragraph' &&
      right.type === 'paragraph' &&
      !isShortLine(right) &&
      !last.bold &&
      isName(last.text) &&
      !/^[\p{L}\p{N}]{1,2}[-.)]/u.test(last.text),
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'a few words that a colon announces, `This prints:`, are no title of the text below them',
  },
  {
    when: ({ left, right, last, below, inItem }) =>
      !(below === 'text' && !inItem && isLinkedPhrase(left, last.text)) &&
      (left.type !== 'list' || (below !== 'text' && right.type !== 'quote')) &&
      announces(last, below),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'a lead-in announces what follows',
  },
  {
    when: ({ left, right }) => isNamingItem(left) && right.type === 'paragraph',
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'one item that is a number and a few words, or only code, names the text below it',
  },
  {
    when: ({ left, right, closes }) =>
      ((left.type === 'paragraph' && isNamingItem(right)) || isAskingItem(right)) && !closes,
    join: { gap: '\n\n', code: BREAK.section },
    why: 'such an item opens a part, and so does one question of an interview',
  },
  {
    when: ({ left, right }) =>
      left.type === 'quote' && right.type === 'quote' && !isShortLine(left) && !isShortLine(right),
    join: { gap: '\n\n', code: BREAK.section },
    why: 'of two quotations in a row, each is one thing',
  },
  {
    when: ({ left, right, closes }) =>
      (isBoldLine(right) && !(closes && endsSentence(right))) || (isNumberLine(right) && !isNumberLine(left)),
    join: { gap: '\n\n', code: BREAK.section },
    why: 'a bold line is a heading, and so is a numbered one',
  },
  {
    when: ({ right }) => right.type === 'paragraph' && titleEnd(right.runs) > 0,
    join: { gap: '\n\n', code: BREAK.section },
    why: 'a linked or bold first line above a sentence is the heading of its paragraph',
  },
  {
    when: ({ left, right }) => left.type === 'list' && namesList(right),
    join: { gap: '\n\n', code: BREAK.subsection },
    why: 'a short line with a colon, or a list of one item, names the next list',
  },
  {
    when: ({ quoted, asks }) => quoted && asks,
    join: { gap: '\n\n', code: BREAK.posed },
    why: 'a quoted question belongs to the line that announces it more than to its answer',
  },
  {
    when: ({ right, first, asks }) => asks && right.type === 'paragraph' && SHORT_ANNOUNCEMENT.test(first),
    join: { gap: '\n\n', code: BREAK.posed },
    why: 'a line that announces the answer (`The reply:`) belongs to the answer',
  },
  {
    when: ({ headed, left, right, last }) =>
      headed && right.type === 'paragraph' && isShortLine(left) && SHORT_SENTENCE.test(last.text),
    join: { gap: '\n\n', code: BREAK.begun },
    why: 'a short sentence between a heading and its text begins the part; the paragraph below stays whole',
  },
  {
    when: ({ headed, left, right, last, first }) =>
      headed &&
      isMotto(left, last) &&
      !isUrl(last.text) &&
      right.type === 'paragraph' &&
      lastOf(right).only &&
      isName(first),
    join: { gap: '\n\n', code: BREAK.leadIn },
    why: 'two short lines below a heading are not yet what it heads, as a number below the motto of a release',
  },
  {
    when: ({ headed, left, right, last }) =>
      headed &&
      right.type === 'paragraph' &&
      (isShortLine(left) ||
        isSource(left) ||
        (isMotto(left, last) && isShortLine(right) && COLON.test(lastOf(right).text))),
    join: { gap: '\n\n', code: BREAK.titled },
    why: 'a short line or one of code between a heading and its text is not yet what the heading heads',
  },
  {
    when: ({ headed, left, right }) => headed && isMaxim(left) && right.type === 'paragraph',
    join: { gap: '\n\n', code: BREAK.begun },
    why: 'a quotation of a line or two between a heading and its text is a motto, too',
  },
  ...BACK_RULES,
  ...QUESTION_RULES,
  {
    when: ({ left, right, last, first }) =>
      left.type === 'paragraph' && right.type === 'paragraph' && last.only && namesLine(last.text, first),
    join: { gap: '\n\n', code: BREAK.listed },
    why: 'a line without a full stop names the short line below it',
  },
  {
    when: ({ left, first }) => areLabelled(left, first),
    join: { gap: '\n\n', code: BREAK.listed },
    why: 'short lines with a label each (`Where: …`, `When: …`) are one row',
  },
  {
    when: ({ left, right, replies }) => replies && isShortSaying(left) && right.type === 'paragraph',
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'of several short quotations, each has its answer below',
  },
  {
    when: ({ left, right }) => left.type !== 'list' && right.type === 'list',
    join: { gap: '\n\n', code: BREAK.listed },
    why: 'a list after plain prose',
  },
  {
    when: ({ left, right, last, answered }) =>
      left.type === 'paragraph' &&
      (isSmallQuotation(right) || (right.type === 'quote' && last.only && isOneSentence(last.text))) &&
      !(answered && isShortSaying(right)),
    join: { gap: '\n\n', code: BREAK.listed },
    why: 'a quotation is usually about the paragraph above it; a long one, which is cut anyway, about a sentence on its own there',
  },
  {
    when: ({ trails }) => trails,
    join: { gap: '\n\n', code: BREAK.closing },
    why: 'a short paragraph that ends its part belongs to it more than to the next one',
  },
  { when: () => true, join: { gap: '\n\n', code: BREAK.paragraph }, why: 'two thoughts' },
];
