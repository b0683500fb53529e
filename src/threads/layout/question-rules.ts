import { BREAK } from '../../text/break-list.ts';
import { isQuestion } from '../../text/sentence-end.ts';
import { asksOften, isOneSentence, isOnlyQuestions } from './block-lines.ts';
import type { JoinRule } from './neighbours.ts';

/** A first sentence of a word or two: `Nope. It smokes.` */
const SHORT_ANSWER = /^[^.!?…。！？]{1,12}[.!…。！](?:\s|$)/u;

/** The longest question of one sentence, in UTF-16 units, that the text below it answers: a longer one is a statement, or is cut itself. */
const LONGEST_QUESTION = 250;

/** What goes between a question and the block below it. */
export const QUESTION_RULES: readonly JoinRule[] = [
  {
    when: ({ right, last, first, asks }) =>
      asks &&
      right.type === 'paragraph' &&
      asksOften(last.text) &&
      /^[^.!?…]{1,60}[?？]/u.test(first) &&
      !isOnlyQuestions(first),
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'below many questions, one that opens a paragraph is another thought',
  },
  {
    when: ({ first, asks }) => asks && isQuestion(first, first.length) && isOnlyQuestions(first),
    join: { gap: '\n\n', code: BREAK.posed },
    why: 'of two questions, the text below the second answers that one',
  },
  {
    when: ({ asks, rhetorical, first }) => asks && rhetorical && !SHORT_ANSWER.test(first),
    join: { gap: '\n\n', code: BREAK.paragraph },
    why: 'of many questions in a row, each a paragraph, nothing answers the last one but a word or two (`Nope.`)',
  },
  {
    when: ({ left, last, asks }) => left.type === 'paragraph' && asks && !isOneSentence(last.text),
    join: { gap: '\n\n', code: BREAK.posed },
    why: 'a question at the end of a paragraph may be rhetorical, and so may several',
  },
  {
    when: ({ asks, last }) => asks && last.text.length <= LONGEST_QUESTION,
    join: { gap: '\n\n', code: BREAK.asked },
    why: 'a question on a line of its own is answered below it, but not one as long as a post',
  },
];
