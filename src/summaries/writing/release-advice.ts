import { ADVICE, POINTS_AWAY } from '../../languages/advice.ts';
import { finds } from '../../languages/phrases.ts';
import { sentencesOf } from '../../text/sentences.ts';
import type { PostSentence, PostText } from '../choosing/post-sentences.ts';
import { wordCount } from '../choosing/words.ts';
import { opensWithTicket } from './log-items.ts';
import { paragraphOf } from './prose-paragraphs.ts';
import type { SummaryParagraph } from './summary-paragraph.ts';

/** The advice is one of so many first sentences. */
const WITHIN = 12;

/** Returns the first sentence of each kind of advice, in their order. */
function adviceOf(sentences: readonly PostSentence[]): readonly PostSentence[] {
  const own = sentences.slice(0, WITHIN).filter(({ inItem }) => !inItem);
  const found = new Set(ADVICE.map((rule) => own.find(({ text }) => finds(rule, text))));
  return own.filter((one) => found.has(one));
}

/** Returns paragraphs up to the first ticket, and the line above that. */
function withoutTickets(paragraphs: readonly SummaryParagraph[]): readonly SummaryParagraph[] {
  const at = paragraphs.findIndex(({ form, text }) => form === 'item' && opensWithTicket(text));
  if (at < 0) return paragraphs;
  const above = paragraphs[at - 1];
  const isLabel = above !== undefined && above.role !== 'title' && !/[.!?]$/.test(above.text);
  return paragraphs.slice(0, isLabel ? at - 1 : at);
}

/** Returns a paragraph without the sentences that point at the list; none if it says nothing else. */
function withoutPointers(paragraph: SummaryParagraph): readonly SummaryParagraph[] {
  if (paragraph.role === 'title' || paragraph.code.length > 0) return [paragraph];
  const all = sentencesOf(paragraph.text);
  const kept = all.filter(({ text }) => !finds(POINTS_AWAY, text));
  if (kept.length === all.length) return [paragraph];
  return kept.length === 0 ? [] : [{ ...paragraph, text: kept.map(({ text }) => text).join(' ') }];
}

/** The most items of a list right below the opening, and the fewest words of each, that says what is new. */
const MOST_ITEMS = 6;
const FEWEST_WORDS = 4;
/** The number of a ticket inside a line. */
const NUMBERED = /#\d/;

/** Returns the short list right below an opening of one paragraph, whose items say what is new; none if it is one of tickets. */
function listBelow(
  paragraphs: readonly SummaryParagraph[],
  { sentences }: PostText,
): readonly SummaryParagraph[] {
  // A description of the author's is no sentence of the post.
  const told = paragraphs.flatMap(({ role, text }) =>
    role === 'title' ? [] : (sentences.find((one) => !one.inItem && text.startsWith(one.text)) ?? []),
  );
  const [opening, ...others] = told;
  if (opening === undefined || others.length > 0 || paragraphs.some(({ form }) => form !== undefined))
    return [];
  const rest = sentences.slice(opening.index);
  const first = rest.find(({ paragraph }) => paragraph !== opening.paragraph);
  if (first?.inItem !== true || first.section !== opening.section) return [];
  const items = rest.filter(({ block, inItem, place }) => inItem && block === first.block && place === 0);
  const isFit = ({ text, unfit }: PostSentence): boolean =>
    unfit === undefined &&
    wordCount(text) >= FEWEST_WORDS &&
    /[.!]$/.test(text) &&
    !opensWithTicket(text) &&
    !NUMBERED.test(text);
  return items.length > 1 && items.length <= MOST_ITEMS && items.every(isFit)
    ? items.map((one) => ({ ...paragraphOf({ sentences: [one] }), form: 'item' }))
    : [];
}

/** Returns the paragraphs of a release that is a list of tickets, with the sentences that say who should take it. */
export function withAdvice(all: readonly SummaryParagraph[], text: PostText): readonly SummaryParagraph[] {
  const opening = withoutTickets(all).flatMap(withoutPointers);
  const paragraphs = [...opening, ...listBelow(opening, text)];
  const missed = adviceOf(text.sentences).filter(
    (one) => !paragraphs.some((told) => told.text.includes(one.text)),
  );
  return [...paragraphs, ...missed.map((one) => paragraphOf({ sentences: [one] }))];
}
