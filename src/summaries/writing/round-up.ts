import type { Block, ListItem, Run } from '../../drafts/draft.ts';
import { PEOPLE } from '../../languages/people.ts';
import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds, type PhraseRule } from '../../languages/phrases.ts';
import { NOT_NEWS, PLANS } from '../../languages/plans.ts';
import { HEADLINES } from '../../languages/purposes.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { xLinks } from '../../text/x/links.ts';
import { centralities, stemVectors } from '../choosing/centrality.ts';
import { danglesAt } from '../choosing/context-bound.ts';
import { withoutMention } from '../choosing/overview-words.ts';
import { plainText } from '../choosing/plain-text.ts';
import { pointsElsewhere } from '../choosing/points-elsewhere.ts';
import { quotedSentences } from '../choosing/quoted-sentences.ts';
import { mentionsSomebody } from '../choosing/shown-blocks.ts';
import { stemsOf, wordCount } from '../choosing/words.ts';
import { isCredit, isOfLinkedHeadings, linkedHeadings, textBelow } from '../reading/linked-headings.ts';
import { digestPieces } from './digest-pieces.ts';
import { headedItem, newsItem } from './headed-items.ts';
import {
  beforeLink,
  isRetold,
  lineOf,
  PROFILE,
  subjectOf,
  withoutAside,
  withoutReference,
} from './item-lines.ts';
import { isChange, isChangelog, isLog, isUnnamed } from './log-items.ts';
import { lineIn, type Recommendation, type RoundUpItem } from './round-up-item.ts';
import { isNamed, topicsOf } from './title-topics.ts';

/** The most words of a comment that is kept with its link. */
export const LONGEST_COMMENT = 36;
/** The fewest words of a meaningful comment. */
const COMMENT_WORDS = 6;
/** The author of what is linked: `by Ada Byron` says nothing about it. */
const BYLINE = /^[\s(–—-]*(?:by|von|par|por|via) .*$/iu;
/** The name of a change in a program's log: `5a2538c`. */
const COMMIT = /^(?=.*\d)[0-9a-f]{7,40}$/;
/** How a line ends that goes on below it. */
export const GOES_ON = /(?:[:：,，;；]|(?<!\p{L})(?:including|e\.g\.|such as|and|or))$/iu;
/** How a sentence ends. */
const ENDS = /[.!?。！？]$/u;
/** With so many paragraphs below its line, an item tells a story. */
const OF_STORY = 3;
/** From so many people on, an item thanks them. */
const FEWEST_THANKED = 3;

/**
 * Returns the items of a round-up that begin with a link, in the author's order, each address once; none of a program's log. Those
 * of a digest are also its articles and paragraphs.
 */
export function roundUpItems(
  blocks: readonly Block[],
  language: PhraseLanguage,
  isDigest: boolean,
): RoundUpItem[] {
  const seen = new Set<string>();
  const areHeadlines = blocksBelow(blocks, HEADLINES);
  const areLeftOut = blocksBelow(blocks, [...PEOPLE, ...PLANS, ...NOT_NEWS]);
  const hasHeads = isOfLinkedHeadings(blocks);
  const heads = new Map(linkedHeadings(blocks).map((head) => [head.block, head]));
  const pieces = isDigest ? digestPieces(blocks, areHeadlines, language) : [];
  const ownOf = (block: Block, at: number): readonly Recommendation[] => {
    const isHeadline = areHeadlines[at] === true;
    const head = heads.get(at);
    if (head !== undefined) return asList(headedItem(head, isHeadline, language));
    const below = textBelow(blocks, at);
    if (isHeadline && block.type === 'heading' && below !== undefined)
      return asList(newsItem({ runs: block.runs, below }, true, language));
    const piece = pieces[at];
    if (piece !== undefined) return piece;
    // Lists below such headings tell of their items.
    if (block.type !== 'list' || (hasHeads && !isHeadline) || areLeftOut[at] === true) return [];
    if (isPlan(blocks[at - 1])) return [];
    return block.items.flatMap((item) => asList(itemOf(item, isHeadline, language)));
  };
  let section = 0;
  const items = blocks.flatMap((block, at) => {
    if (block.type === 'heading') section += 1;
    return ownOf(block, at).map((item): RoundUpItem => ({ ...item, section }));
  });
  const recommended = items.filter(({ words }) => !COMMIT.test(words));
  // Most are changes: it is a program's log.
  if (recommended.length < items.length / 2) return [];
  return recommended.filter(({ url }) => {
    const key = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/#]+$/, '');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether a block is a line that leads up to what is planned. */
const isPlan = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && PLANS.some((rule) => finds(rule, plainText(block.runs).text));

const asList = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);

/** Returns for each block whether it is below a heading of such a kind, as `Highlights`, or a lower one. */
function blocksBelow(blocks: readonly Block[], headings: readonly PhraseRule[]): boolean[] {
  let depth = Number.POSITIVE_INFINITY;
  return blocks.map((block) => {
    if (block.type !== 'heading' || block.depth > depth) return depth < Number.POSITIVE_INFINITY;
    const text = plainText(block.runs).text;
    depth = headings.some((rule) => finds(rule, text)) ? block.depth : Number.POSITIVE_INFINITY;
    return false;
  });
}

function itemOf(
  { blocks }: ListItem,
  isHeadline: boolean,
  language: PhraseLanguage,
): Recommendation | undefined {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return undefined;
  const at = subjectOf(first.runs);
  const link = first.runs[at];
  if (link?.type !== 'link' || !/^https?:/i.test(link.url)) return undefined;
  if (first.runs.filter((run) => run.type === 'link' && PROFILE.test(run.url)).length >= FEWEST_THANKED)
    return undefined;
  const comments = rest.flatMap((block) => commentsIn(block, link.url));
  const own = isChangelog(
    rest.filter(({ type }) => type === 'list').flatMap((block) => commentsIn(block, link.url)),
  )
    ? []
    : comments.filter((comment) => !isQuoted(comment));
  // What follows the first of several paragraphs is the middle of a story.
  const story = rest.filter(({ type }) => type === 'paragraph').length >= OF_STORY;
  const goesOn = GOES_ON.test(lineOf(first.runs));
  const fit = (story ? own.slice(0, 1).filter((one) => ENDS.test(one)) : own).filter(
    (one) => !goesOn && standsAlone(one, language),
  );
  const comment = fit.reduce<string | undefined>(
    (best, one) => (best === undefined || wordCount(one) > wordCount(best) ? one : best),
    undefined,
  );
  // Names on another site: a post would mention somebody else.
  const after = withoutReference(
    withoutLead(withoutRetold(lineOf(firstOfChain(first.runs, at).map(withoutMention)))),
  );
  // A line that ends with a full stop is its author's sentence, its link too.
  const isSentence = ENDS.test(after);
  const before = withoutAside(lineOf(beforeLink(first.runs, at, isSentence).map(withoutMention)));
  const beside =
    wordCount(before) + wordCount(isSentence ? `${link.text} ${after}` : after.replace(BYLINE, ''));
  return {
    url: link.url,
    words: link.auto ? link.url : link.text.replace(/\s+/g, ' ').trim(),
    before,
    after,
    comment: comment === undefined ? undefined : withoutReference(comment),
    own: own.reduce((sum, text) => sum + wordCount(text), beside),
    isHeadline,
    isHeaded: false,
  };
}

/** What is between two links of a chain: `fixed [the lid], and [the wick], and [the oil]`. */
const CHAINS = /^, and (?:\p{Ll}+ ){0,2}$/u;

/** A bracket that is closed behind the link. */
const OPENS = /[([][^)\]]*$/;

/** Returns what follows the link of an item; nothing, where that is the first of a chain of changes: each is a line of its own. */
function firstOfChain(runs: readonly Run[], at: number): readonly Run[] {
  const [link, ...rest] = runs.slice(at);
  const [joint, next] = rest;
  const isChain = joint?.type === 'text' && CHAINS.test(joint.text) && next?.type === 'link';
  if (!isChain || link?.type !== 'link' || isUnnamed(link.text) || OPENS.test(lineOf(runs.slice(0, at))))
    return rest;
  return isChange({ url: link.url, isHeaded: false }) ? [] : rest;
}

/** Returns what follows a link up to a sentence that speaks of another issue. */
function withoutRetold(after: string): string {
  const [, ...rest] = sentencesOf(after);
  const retold = rest.find(({ text }) => isRetold(text));
  return retold === undefined ? after : after.slice(0, retold.start).trim();
}

/** Returns what follows a link without a last sentence that leads up to what is below it: `Released 2.1 with these changes:`. */
function withoutLead(after: string): string {
  const last = sentencesOf(after).at(-1);
  return last === undefined || last.start === 0 || !GOES_ON.test(last.text)
    ? after
    : after.slice(0, last.start).trim();
}

/**
 * Returns the comment lines directly below an item. Deeper ones depend on their own lead-in, and a repeated link adds nothing.
 */
function commentsIn(block: Block, url: string): string[] {
  if (block.type === 'paragraph') return [lineOf(block.runs)];
  if (block.type !== 'list') return [];
  return block.items.flatMap(({ blocks: [first, ...nested] }) => {
    if (first?.type !== 'paragraph' || nested.some(({ type }) => type === 'list')) return [];
    if (first.runs.some((run) => run.type === 'link' && run.url === url)) return [];
    return [lineOf(first.runs)];
  });
}

const isQuoted = (text: string): boolean =>
  quotedSentences(text, [{ start: 0, end: text.length }])[0] === true;

function standsAlone(text: string, language: PhraseLanguage): boolean {
  const words = wordCount(text);
  return (
    words >= COMMENT_WORDS &&
    words <= LONGEST_COMMENT &&
    !GOES_ON.test(text) &&
    !isRetold(text) &&
    !isCredit(text) &&
    !mentionsSomebody(text) &&
    danglesAt(text, language) === undefined &&
    pointsElsewhere(text, language) === undefined &&
    xLinks(text).length === 0
  );
}

/**
 * The bonuses for an item that the title names, for one below a heading such as `Highlights`, for a complete comment, for the week's
 * main topics, for the first item (less for each that follows), and for each word up to a maximum; and what counts against a change
 * among articles in an issue that is mostly a log, and against a trifle in a log.
 */
const WORTH = {
  titled: 20,
  headline: 15,
  comment: 10,
  topic: 10,
  early: 8,
  change: -20,
  trifle: -20,
  words: 0.25,
  mostWords: 24,
} as const;
/** A change that only its author notices. */
const TRIFLE = /(?<!\p{L})(?:typos?|whitespace|cargo\.lock|lint(?:er)? warnings?)(?!\p{L})/iu;

/**
 * Rates each item for a reader of the round-up: first those that its title names, then those with the author's own words, then those
 * that share words with many others, because they were the week's topic. Length counts for little.
 */
export function itemWorths(items: readonly RoundUpItem[], title: string, isIssue: boolean): number[] {
  const texts = items.map(
    ({ before, words, after, comment }) => `${before} ${words} ${after} ${comment ?? ''}`,
  );
  const central = centralities(stemVectors([...texts, title].map(stemsOf)));
  const topics = topicsOf(title);
  const log = isIssue && isLog(items);
  return items.map(
    (item, index) =>
      (log && isChange(item) ? WORTH.change : 0) +
      (isChange(item) && TRIFLE.test(lineIn(item)) ? WORTH.trifle : 0) +
      (isNamed(lineIn(item), topics) ? WORTH.titled : 0) +
      (item.isHeadline ? WORTH.headline : 0) +
      WORTH.early * (1 - index / items.length) +
      (item.comment === undefined ? 0 : WORTH.comment) +
      WORTH.topic * (central[index] ?? 0) +
      WORTH.words * Math.min(item.own, WORTH.mostWords),
  );
}
