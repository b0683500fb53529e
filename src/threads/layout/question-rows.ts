import type { Block } from '../../drafts/draft.ts';
import { isQuestion } from '../../text/sentence-end.ts';
import { isOnlyQuestions } from './block-lines.ts';
import { joined } from './run-words.ts';

/** Successive paragraphs of nothing but questions. */
export type QuestionRow = { readonly paragraphs: number; readonly questions: number };

export const NO_QUESTIONS: QuestionRow = { paragraphs: 0, questions: 0 };

/** The longest paragraph that is read, in characters, and the fewest questions that are rhetorical. */
const LONGEST = 800;
const FEWEST = 3;

/** Returns the row that ends with a block, given the row that ended above it. */
export function withBlock({ paragraphs, questions }: QuestionRow, block: Block): QuestionRow {
  const line = block.type === 'paragraph' ? joined(block.runs).trim() : '';
  if (line.length > LONGEST || !isQuestion(line, line.length) || !isOnlyQuestions(line)) return NO_QUESTIONS;
  return {
    paragraphs: paragraphs + 1,
    questions: questions + (line.match(/[?？](?=[\s"”’)]|$)/g)?.length ?? 0),
  };
}

/** Whether nothing answers the last question of a row: so many in several paragraphs only make the reader think. */
export const isRhetorical = ({ paragraphs, questions }: QuestionRow): boolean =>
  paragraphs > 1 && questions >= FEWEST;
