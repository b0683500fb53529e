import { ADVICE, POINTS_AT_LIST } from '../../languages/advice.ts';
import { finds } from '../../languages/phrases.ts';
import { sentencesOf } from '../../text/sentences.ts';
import type { PostText } from '../choosing/post-sentences.ts';
import { paragraphOf } from './prose-paragraphs.ts';
import type { SummaryParagraph } from './summary-paragraph.ts';

/** The advice is one of so many first sentences. */
const WITHIN = 12;

const isAdvice = (sentence: string): boolean => ADVICE.some((rule) => finds(rule, sentence));

/** A ticket of a list: `[LAMP-12] - The lamp smokes`. */
const TICKET = /^\[?[A-Z]{2,}-\d/;

/** Returns paragraphs up to the first ticket, and the line above that. */
function withoutTickets(paragraphs: readonly SummaryParagraph[]): readonly SummaryParagraph[] {
  const at = paragraphs.findIndex(({ form, text }) => form === 'item' && TICKET.test(text));
  if (at < 0) return paragraphs;
  const above = paragraphs[at - 1];
  const isLabel = above !== undefined && above.role !== 'title' && !/[.!?]$/.test(above.text);
  return paragraphs.slice(0, isLabel ? at - 1 : at);
}

/** Returns a paragraph without the sentences that point at the list; none if it says nothing else. */
function withoutPointers(paragraph: SummaryParagraph): readonly SummaryParagraph[] {
  if (paragraph.role === 'title' || paragraph.code.length > 0) return [paragraph];
  const all = sentencesOf(paragraph.text);
  const kept = all.filter(({ text }) => !finds(POINTS_AT_LIST, text));
  if (kept.length === all.length) return [paragraph];
  return kept.length === 0 ? [] : [{ ...paragraph, text: kept.map(({ text }) => text).join(' ') }];
}

/** Returns the paragraphs of a release that is a list of tickets, with the sentence that says who should take it. */
export function withAdvice(
  all: readonly SummaryParagraph[],
  { sentences }: PostText,
): readonly SummaryParagraph[] {
  const paragraphs = withoutTickets(all).flatMap(withoutPointers);
  const advice = sentences.slice(0, WITHIN).find(({ text, inItem }) => !inItem && isAdvice(text));
  if (advice === undefined || paragraphs.some(({ text }) => text.includes(advice.text))) return paragraphs;
  return [...paragraphs, paragraphOf({ sentences: [advice] })];
}
