import type { Block, Run } from '../../drafts/draft.ts';
import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';
import { DESCRIPTIONS, NO_NEWS, OF_SERIES, STANDING } from '../../languages/standing.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { plainText } from '../choosing/plain-text.ts';
import { bareStart, instructs, isCount, isReflexive } from '../choosing/points-elsewhere.ts';
import type { PostSentence, PostText } from '../choosing/post-sentences.ts';
import { mentionsSomebody } from '../choosing/shown-blocks.ts';
import { wordCount } from '../choosing/words.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { isLinkAlone, textBelow } from '../reading/linked-headings.ts';
import { headedItem, newsItem } from './headed-items.ts';
import { gapBetween, isRetold, lineOf, PROFILE, subjectOf } from './item-lines.ts';
import type { Recommendation } from './round-up-item.ts';
import type { SummaryParagraph } from './summary-paragraph.ts';

/** A title with the number or the date of an issue. */
const ISSUE_TITLE =
  /\d|(?<!\p{L})(?:week|month|weekly|monthly|edition|issue|newsletter|news|digest|round-?up|ausgabe|woche|monat|numéro|semaine|mois|semana|mes)(?!\p{L})/iu;
/** One of so many sentences says what stands in each issue. */
const WITHIN = 3;

/** Whether a sentence stands in each issue of a newsletter. */
export const standsInEach = (sentence: string): boolean =>
  STANDING.some((rule) => finds(rule, bareStart(sentence)));

/** Whether a post is an issue whose opening stands in each of them, such as a welcome: its news are below. */
export const isDigest = ({ title = '' }: BlogPost, text: PostText): boolean =>
  ISSUE_TITLE.test(title) && standingOf(text).length > 0;

/**
 * Returns the first sentences of an opening up to the first that stands in each issue, in its paragraph, and the next one, if that
 * says what the series is; empty if there is none.
 */
export function standingOf({ sentences }: PostText): readonly PostSentence[] {
  const at = sentences.slice(0, WITHIN).findIndex(({ text, inItem }) => !inItem && standsInEach(text));
  const standing = sentences[at];
  if (standing === undefined || standing.section !== sentences[0]?.section) return [];
  const next = sentences[at + 1]?.text ?? '';
  const end = at + (OF_SERIES.some((rule) => finds(rule, next)) ? 2 : 1);
  return sentences.slice(0, end).filter(({ paragraph }) => paragraph === standing.paragraph);
}

/** Whether a sentence below a heading tells something, rather than asking, announcing, counting or welcoming. */
export const isNews = (text: string, language: PhraseLanguage): boolean =>
  !NO_NEWS.some((rule) => finds(rule, text)) &&
  !standsInEach(text) &&
  !isCount(text) &&
  !instructs(text, language);

/** Whether paragraphs say only what stands in every issue: what the newsletter is, or how many changes there were. */
export const saysNothing = (
  paragraphs: readonly Pick<SummaryParagraph, 'role' | 'text'>[],
  language: PhraseLanguage,
): boolean =>
  paragraphs
    .filter(({ role }) => role !== 'title')
    .every(({ text }) =>
      sentencesOf(text).every(
        (one) => isCount(one.text) || standsInEach(one.text) || isReflexive(one.text, language),
      ),
    );

/** Whether an item only describes a project, as each issue of its series does. */
export const describesOnly = ({ isHeaded, comment }: Recommendation): boolean =>
  isHeaded && comment !== undefined && DESCRIPTIONS.some((rule) => finds(rule, comment));

/** The fewest words of a heading that names a piece: `Releases` names a part of each issue. */
const FEWEST_HEADING = 4;
/** From this share of the paragraphs of a section on that begin with a link, each of them is a piece. */
const OF_SECTION = 0.5;

/**
 * Returns for each block what a digest tells of it: the heading of an article with a link, the only item of a list with a text below
 * it, or the first sentence of a paragraph that begins with a link. Nothing is told of what stands inside an article; `undefined` for
 * other blocks.
 */
export function digestPieces(
  blocks: readonly Block[],
  areHeadlines: readonly boolean[],
  language: PhraseLanguage,
): readonly (readonly Recommendation[] | undefined)[] {
  const led = ledParagraphs(blocks, areHeadlines);
  let articleDepth = Number.POSITIVE_INFINITY;
  return blocks.map((block, at) => {
    if (block.type === 'heading' && block.depth <= articleDepth) articleDepth = Number.POSITIVE_INFINITY;
    if (articleDepth < Number.POSITIVE_INFINITY) return [];
    const below = textBelow(blocks, at);
    const isHeadline = areHeadlines[at] === true;
    const piece =
      block.type === 'list'
        ? lonePiece(block, below, isHeadline, language)
        : block.type === 'heading'
          ? articlePiece(block.runs, below, isHeadline, language)
          : led.get(at);
    if (block.type === 'heading' && piece !== undefined) articleDepth = block.depth;
    return piece === undefined ? undefined : [piece];
  });
}

/** Returns the heading of an article with a link, and not of the whole issue. */
function articlePiece(
  runs: readonly Run[],
  below: readonly Run[] | undefined,
  isHeadline: boolean,
  language: PhraseLanguage,
): Recommendation | undefined {
  if (below === undefined || wordCount(plainText(runs).text) < FEWEST_HEADING) return undefined;
  const item = standsInEach(plainText(below).text)
    ? undefined
    : newsItem({ runs, below }, isHeadline, language);
  const { comment } = item ?? {};
  return comment === undefined || !isNews(comment, language) ? undefined : item;
}

/** Returns the item of a list with one that is a link, which stands for a heading. */
function lonePiece(
  { items }: Extract<Block, { type: 'list' }>,
  below: readonly Run[] | undefined,
  isHeadline: boolean,
  language: PhraseLanguage,
): Recommendation | undefined {
  const [item, ...others] = items;
  const [line, ...nested] = item?.blocks ?? [];
  if (below === undefined || others.length > 0 || nested.length > 0 || line?.type !== 'paragraph')
    return undefined;
  return isLinkAlone(line.runs) ? headedItem({ runs: line.runs, below }, isHeadline, language) : undefined;
}

/** Returns the pieces of the sections whose paragraphs begin with a link, by their block; none below a list. */
function ledParagraphs(
  blocks: readonly Block[],
  areHeadlines: readonly boolean[],
): ReadonlyMap<number, Recommendation> {
  const pieces = new Map<number, Recommendation>();
  let own: (readonly [number, Recommendation | undefined])[] = [];
  let isBelowList = false;
  const close = (): void => {
    const found = own.flatMap(([at, piece]) => (piece === undefined ? [] : [[at, piece] as const]));
    if (found.length >= own.length * OF_SECTION) for (const [at, piece] of found) pieces.set(at, piece);
    own = [];
    isBelowList = false;
  };
  blocks.forEach((block, at) => {
    if (block.type === 'heading') close();
    else if (block.type !== 'paragraph') isBelowList = true;
    else if (!isBelowList) own.push([at, ledPiece(block.runs, areHeadlines[at] === true)]);
  });
  close();
  return pieces;
}

/** A link that is the subject of a paragraph is behind so many words at most. */
const LEADING_WORDS = 6;
/** With so many further links, a sentence is a list of them. */
const MOST_LINKS = 3;

/** Returns the first sentence of a paragraph of which a link is the subject. */
function ledPiece(runs: readonly Run[], isHeadline: boolean): Recommendation | undefined {
  const at = subjectOf(runs);
  const link = runs[at];
  if (link?.type !== 'link' || link.auto || !/^https?:/i.test(link.url) || PROFILE.test(link.url))
    return undefined;
  const before = lineOf(runs.slice(0, at));
  if (wordCount(before) > LEADING_WORDS) return undefined;
  const words = link.text.replace(/\s+/g, ' ').trim();
  const rest = lineOf(runs.slice(at + 1));
  const line = `${before}${gapBetween(before, words)}${words}${gapBetween(words, rest)}`;
  const [first] = sentencesOf(`${line}${rest}`);
  if (first === undefined || first.start > 0 || first.end < line.length || standsInEach(first.text))
    return undefined;
  if (isRetold(first.text) || mentionsSomebody(first.text)) return undefined;
  const after = rest.slice(0, first.end - line.length).trim();
  const further = runs.slice(at + 1).filter((run) => run.type === 'link' && after.includes(run.text));
  if (further.length >= MOST_LINKS) return undefined;
  const own = wordCount(first.text);
  return { url: link.url, words, before, after, comment: undefined, own, isHeadline, isHeaded: false };
}
