import { ADVICE } from '../../languages/advice.ts';
import { finds } from '../../languages/phrases.ts';
import type { PostText } from '../choosing/post-sentences.ts';
import { paragraphOf } from './prose-paragraphs.ts';
import type { SummaryParagraph } from './summary-paragraph.ts';

/** The advice is one of so many first sentences. */
const WITHIN = 12;

const isAdvice = (sentence: string): boolean => ADVICE.some((rule) => finds(rule, sentence));

/** Returns the paragraphs of a release that is a list of tickets, with the sentence that says who should take it. */
export function withAdvice(
  paragraphs: readonly SummaryParagraph[],
  { sentences }: PostText,
): readonly SummaryParagraph[] {
  const advice = sentences.slice(0, WITHIN).find(({ text, inItem }) => !inItem && isAdvice(text));
  if (advice === undefined || paragraphs.some(({ text }) => text.includes(advice.text))) return paragraphs;
  return [...paragraphs, paragraphOf({ sentences: [advice] })];
}
