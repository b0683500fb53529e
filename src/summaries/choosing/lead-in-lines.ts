import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { xLinks } from '../../text/x/links.ts';
import { danglesAt, leansBack } from './context-bound.ts';
import type { OpeningContext } from './opening-context.ts';
import { LEAD, leadsAway, pointsElsewhere } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import { isOnlyWords, mentionsSomebody, type ShownBlocks, type ShownQuote } from './shown-blocks.ts';
import { wordCount } from './words.ts';

/** The fewest words of a line that stands above a link by itself. */
const FEWEST_WORDS = 8;

/**
 * Returns the line that goes on with an opening and leads up to the post's answer. The link to the post stands below it in the
 * summary: `I ended up with this recipe:`.
 */
export function closingLine(
  told: readonly PostSentence[],
  { sentences, language, candidates }: Pick<OpeningContext, 'sentences' | 'language' | 'candidates'>,
): PostSentence | undefined {
  const last = told.at(-1);
  const next = sentences[(last?.index ?? -1) + 1];
  if (last === undefined || next?.unfit !== 'lead-in' || next.inItem) return undefined;
  if (next.section !== last.section || next.block > last.block + 1) return undefined;
  const { leadIns } = PHRASES[language];
  if (leadIns?.answering.some((rule) => finds(rule, next.text)) !== true) return undefined;
  // What is held up is an answer only if the title asked for it.
  const isShowing = leadIns.showing.some((rule) => finds(rule, next.text));
  const isTitled = [...candidates.title.keys()].some((stem) => candidates.vectors[next.index]?.has(stem));
  return isShowing && !isTitled ? undefined : next;
}

/** Returns a post's first line, if it leads up to something and says enough to stand above the link: `I found a way to …:`. */
export function firstLine(
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): PostSentence | undefined {
  const [first] = sentences;
  if (first?.unfit !== 'lead-in' || first.inItem || wordCount(first.text) < FEWEST_WORDS) return undefined;
  const { leadIns } = PHRASES[language];
  if (leadIns === undefined || leadIns.unfinished.some((rule) => finds(rule, first.text))) return undefined;
  return leadsAway(first.text, language) === undefined ? first : undefined;
}

/** What is needed to tell what a line leads up to. */
export type LeadContext = {
  readonly sentences: readonly PostSentence[];
  readonly blocks: ShownBlocks;
  /** Whether the author's description is above the opening. */
  readonly isDescribed: boolean;
  readonly language: PhraseLanguage;
  readonly size: PostSize;
};

/** What a line leads up to is shown up to this share of a post. */
const MOST_SHOWN = 2;
/** If less than this share of a post is above it, a line stays even if what it leads up to is left out: it is better than nothing. */
const SCANT = 0.3;
/** And a quotation above the first sentence, which speaks of it, up to this. */
const MOST_ABOVE = 0.7;

/**
 * Returns what an opening tells below a line that ends with a colon: its quotation or list, or nothing where one of the first
 * sentences leans on the line, or says little without it. Nothing also below a sentence with an address on which the next one leans, and below a quoted one beside which
 * its author says whose it is. `undefined` for other sentences.
 */
export function leadOf(line: PostSentence, context: LeadContext): readonly PostSentence[] | undefined {
  const { sentences, blocks, isDescribed, language, size } = context;
  if (line.unfit === 'quoted' && !line.inItem) return isSaid(line, sentences, language) ? [] : undefined;
  if (!leadsOn(line) || line.inItem || leadsAway(line.text, language) !== undefined) return undefined;
  const all = shownBelow(line, sentences, blocks);
  // Of a quotation that is nearly the whole post, as much as fits.
  const [quote] = all;
  const isPost = quote?.form === 'quote' && sentences.length <= FEW_BESIDE;
  const shown = isPost ? startOfQuote(quote, size) : all;
  const length = size.measure(shown.map(({ text }) => text).join('\n'));
  if (shown.length > 0 && length <= MOST_SHOWN * size.limit) return shown;
  // Neither the line nor what speaks of the quotation says anything without it.
  if (isPost) return undefined;
  // The description is an opening already: a short line for what is left out adds nothing to it.
  if (isDescribed && line.unfit === 'lead-in' && size.measure(line.text) < SCANT * size.limit)
    return undefined;
  const above = sentences.slice(0, line.index);
  const isScant = size.measure(above.map(({ text }) => text).join(' ')) < SCANT * size.limit;
  const isShowing = PHRASES[language].leadIns?.showing.some((rule) => finds(rule, line.text)) === true;
  if (line.index > 0 && line.index < LEAD && isScant && !isDescribed && !isShowing) return [];
  if (isDescribed && OF_FOLLOWING.test(line.text)) return undefined;
  const after = sentences[line.index + 1];
  if (after === undefined || after.index >= LEAD || after.inItem || after.section !== line.section)
    return undefined;
  // Below the first line, code that is left out is no part of what a reader of the next sentence misses.
  if (line.index > 0 && after.shown === 'beside') return undefined;
  const isBeside = after.paragraph === line.paragraph;
  // `This post …` leans on no sentence.
  const speaksOfPost = pointsElsewhere(after.text, language) !== undefined;
  const leans =
    !speaksOfPost && (danglesAt(after.text, language) !== undefined || leansBack(after.text, language));
  // Readers of the second sentence miss the first one, whatever is between them.
  const isFirst = line.index === 0 && line.unfit === 'lead-in' && wordCount(line.text) >= FEWEST_WORDS;
  return isBeside || leans || isFirst ? [] : undefined;
}

/** Beside a quotation that is the post, its author wrote so many sentences at most. */
const FEW_BESIDE = 4;

/** Returns a quotation, or its first sentences that fit where all do not; none if its first one is too long. */
function startOfQuote(quote: PostSentence, size: PostSize): readonly PostSentence[] {
  if (size.measure(quote.text) <= MOST_SHOWN * size.limit) return [quote];
  let text = '';
  for (const one of sentencesOf(quote.text)) {
    const longer = quote.text.slice(0, one.end);
    if (size.measure(longer) > MOST_SHOWN * size.limit) break;
    text = longer;
  }
  return text === '' ? [] : [{ ...quote, text }];
}

/**
 * Whether a paragraph quotes a sentence in marks that it closes, beside words of its author or above one of the first sentences,
 * which speaks of it, and holds nothing but words.
 */
function isSaid(
  { index, place, of }: PostSentence,
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): boolean {
  const paragraph = sentences.slice(index - place, index - place + of);
  const words = paragraph.map(({ text }) => text).join(' ');
  const [opened, closed] = [words.match(/["“„«「]/gu)?.length ?? 0, words.match(/["”»」]/gu)?.length ?? 0];
  const isClosed = opened === closed && (words.match(/"/g)?.length ?? 0) % 2 === 0;
  const below = sentences[index - place + of];
  const isOwn = paragraph.some(({ unfit }) => unfit === undefined);
  const isSpokenOf = below !== undefined && below.index < LEAD && refersAbove(below, language);
  return isClosed && (isOwn || isSpokenOf) && isOnlyWords(words);
}

/** `the console shows the following warning:`: below a description, nobody misses the line for what is left out. */
const OF_FOLLOWING =
  /(?<!\p{L})(?:the following|siguientes?|seguintes?|suivante?s?|folgende[mnrs]?|seguent[ei]|следующ\p{L}+)(?: \p{L}+){0,3}\s?[:：]$/iu;

/** Whether an opening tells a sentence only for what follows it: one with a colon, or with an address, which costs one more link. */
const leadsOn = ({ unfit, text }: PostSentence): boolean =>
  unfit === 'lead-in' ||
  (unfit === 'link' && xLinks(text).some(({ url }) => url.includes('/')) && !mentionsSomebody(text));

/** How a sentence speaks of the words above it. */
const REFERS =
  /^(?:\S+ ){0,5}(?:(?:that|this|it|these|those)\b(?! (?:blog|post|article|page|text))|(?:quote|quotation|words)\b)/i;

/** A sentence of one word speaks of nothing: `So.` */
const refersAbove = ({ text }: PostSentence, language: PhraseLanguage): boolean =>
  wordCount(text) > 1 && (danglesAt(text, language) !== undefined || REFERS.test(text));

/** Returns the quotation above a post's first sentence, if that speaks of it: `“It never smokes.” I get that a lot.` */
export function quoteAbove(first: PostSentence, context: LeadContext): PostSentence | undefined {
  const { blocks, language, size } = context;
  const quote = blocks.quotes.get(first.block - 1);
  if (first.index > 0 || quote === undefined || leadsAway(quote.text, language) !== undefined)
    return undefined;
  if (size.measure(quote.text) > MOST_ABOVE * size.limit) return undefined;
  return refersAbove(first, language) ? quoteOf(quote, first.block - 1) : undefined;
}

/** A quotation as a sentence of its own. */
const quoteOf = ({ text, at }: ShownQuote, block: number): PostSentence => ({
  text,
  code: [],
  gap: '',
  at,
  index: -1,
  // No paragraph of the text has its number.
  paragraph: -1 - block,
  block,
  continues: false,
  place: 0,
  of: 1,
  section: 0,
  inItem: false,
  isStep: false,
  shown: 'none',
  emphasised: false,
  isQuoted: true,
  form: 'quote',
});

/** Returns what stands below a line that ends with a colon, if a summary may show all of it; empty otherwise. */
function shownBelow(
  line: PostSentence,
  sentences: readonly PostSentence[],
  { quotes, lists }: ShownBlocks,
): readonly PostSentence[] {
  if (line.unfit !== 'lead-in' || line.inItem || line.place < line.of - 1) return [];
  const quote = quotes.get(line.block + 1);
  // Of several quotations, one alone is not what the line leads up to.
  if (quote !== undefined && quotes.has(line.block + 2)) return [];
  if (quote !== undefined) {
    const last = sentences.findLast(({ block }) => block === line.block + 1) ?? line;
    return [{ ...quoteOf(quote, line.block + 1), index: last.index, section: line.section }];
  }
  if (!lists.has(line.block + 1)) return cardsBelow(line, sentences).map(asItem);
  const items = sentences.slice(line.index + 1);
  const end = items.findIndex(({ block }) => block !== line.block + 1);
  const own = end === -1 ? items : items.slice(0, end);
  return own.every(isFitItem) ? own.map(asItem) : [];
}

/** A paragraph that is an item of a list without signs: `Wick - a lamp of the old kind` */
const CARD = /^[^\s.!?:;–—-][^.!?:;–—]{0,40} [-–—] \S.*[^.!?:;…]$/u;
/** The fewest of them. */
const FEWEST_CARDS = 2;

/** Returns the paragraphs below a line that ends with a colon that name a thing each and say what it is, as on cards side by side. */
function cardsBelow(line: PostSentence, sentences: readonly PostSentence[]): readonly PostSentence[] {
  const below = sentences.slice(line.index + 1);
  const isCard = ({ text, of, inItem, block, unfit }: PostSentence, at: number): boolean =>
    of === 1 &&
    !inItem &&
    block === line.block + 1 + at &&
    (unfit === undefined || SHORT.has(unfit)) &&
    CARD.test(text);
  const end = below.findIndex((one, at) => !isCard(one, at));
  const cards = end === -1 ? below : below.slice(0, end);
  return cards.length >= FEWEST_CARDS ? cards : [];
}

/** What an item may be below the line that is its subject. */
const SHORT: ReadonlySet<string> = new Set(['fragment', 'name', 'number', 'names']);

/** Whether a summary may show an item, below the line or the heading that is its subject. */
export const isFitItem = ({ unfit }: PostSentence): boolean => unfit === undefined || SHORT.has(unfit);
/** Returns an item as one of a list. */
export const asItem = (item: PostSentence): PostSentence => ({ ...item, form: 'item' });

/** Returns the items of the list below a line that ends with a colon, up to the first that a summary can't show. */
export function itemsBelow(
  line: PostSentence,
  { sentences, blocks }: Pick<LeadContext, 'sentences' | 'blocks'>,
): readonly PostSentence[] {
  if (line.unfit !== 'lead-in' || line.inItem || !blocks.lists.has(line.block + 1)) return [];
  return fitItems(sentences.slice(line.index + 1).filter(({ block }) => block === line.block + 1)).map(
    asItem,
  );
}

/** Returns the whole items above the first that a summary can't show. */
function fitItems(items: readonly PostSentence[]): readonly PostSentence[] {
  const bad = items.find((one) => !isFitItem(one));
  return bad === undefined ? items : items.filter(({ paragraph }) => paragraph < bad.paragraph);
}

/** Returns the items of the list with which a post begins, up to the first that a summary can't show, if one is a sentence. */
export function firstItems(sentences: readonly PostSentence[]): readonly PostSentence[] {
  const from = sentences.slice(0, LEAD).findIndex(({ inItem }) => inItem);
  const items = from === -1 ? [] : sentences.slice(from);
  const end = items.findIndex((one) => one.block !== items[0]?.block || !isFitItem(one));
  const last = items[end];
  // An item is shown whole.
  const own = end === -1 ? items : items.slice(0, end);
  const whole = own.filter(({ paragraph }) => paragraph !== last?.paragraph);
  return whole.some(({ unfit }) => unfit === undefined) ? whole.map(asItem) : [];
}
