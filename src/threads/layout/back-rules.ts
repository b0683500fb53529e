import { BREAK } from '../../text/break-list.ts';
import { isAside, isLinkAlone, isSource, isUrl, lastOf } from './block-lines.ts';
import { closesAbove, isAssent, looksBack } from './looking-back.ts';
import type { JoinRule } from './neighbours.ts';
import { isLinkRow } from './runs.ts';
import { areVariants } from './variants.ts';

/** What goes between a block and a line that is about it. */
export const BACK_RULES: readonly JoinRule[] = [
  {
    when: ({ left, right, told }) => told && isLinkAlone(left) && isLinkAlone(right),
    join: { gap: '\n\n', code: BREAK.posed },
    why: 'of two links below one label, the second belongs to it, too',
  },
  {
    when: ({ left, right, first, closes }) =>
      (left.type === 'paragraph' && isLinkAlone(right)) || (left.type === 'list' && isUrl(first) && !closes),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a link on a line of its own, or in a list of one item, belongs to the words above it',
  },
  {
    when: ({ left, right }) =>
      left.type === 'paragraph' &&
      right.type === 'paragraph' &&
      isLinkRow(right.runs) &&
      !isLinkRow(left.runs),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a row of links (`Ann on GitHub, Mastodon`) belongs to what is above it',
  },
  {
    when: ({ right }) => isAside(right),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a remark in brackets is about what is above it',
  },
  {
    when: ({ left, right }) =>
      (left.type === 'paragraph' || left.type === 'list' || isSource(left)) && isSource(right),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a line of code shows what the paragraph or the item above it says, or goes on with the code above it',
  },
  {
    when: ({ right, first, asks }) =>
      !asks && right.type === 'paragraph' && lastOf(right).only && isAssent(first),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a short question that asks for assent, such as `Makes sense?`, is about what is above it',
  },
  {
    when: ({ right, first, asks }) =>
      !asks && right.type === 'paragraph' && lastOf(right).only && looksBack(first),
    join: { gap: '\n\n', code: BREAK.closing },
    why: 'a short question such as `Why?` is about what is above it, and about its answer even more',
  },
  {
    when: ({ right, first, asks, ends }) =>
      ends && !asks && right.type === 'paragraph' && lastOf(right).only && closesAbove(first),
    join: { gap: '\n\n', code: BREAK.closing },
    why: 'the last words of a draft, such as `See you soon!`, may stand above its sources',
  },
  {
    when: ({ right, first, asks }) =>
      !asks && right.type === 'paragraph' && lastOf(right).only && closesAbove(first),
    join: { gap: '\n\n', code: BREAK.linked },
    why: 'a word or two such as `Thanks!` close what is above them',
  },
  {
    when: ({ left, right, last, first }) =>
      left.type === 'paragraph' &&
      right.type === 'paragraph' &&
      last.only &&
      lastOf(right).only &&
      areVariants(last.text, first),
    join: { gap: '\n\n', code: BREAK.listed },
    why: 'two lines that share nearly all their words are compared with each other',
  },
];
