import type { Block, ListItem, Run } from '../../drafts/draft.ts';
import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import { xLinks } from '../../text/x/links.ts';
import { centralities, stemVectors } from '../choosing/centrality.ts';
import { danglesAt } from '../choosing/context-bound.ts';
import { pointsElsewhere } from '../choosing/points-elsewhere.ts';
import { quotedSentences } from '../choosing/quoted-sentences.ts';
import { stemsOf, wordCount } from '../choosing/words.ts';

/** One recommendation of a round-up: its link, what the author calls it, and what they say about it. */
export type RoundUpItem = {
  readonly url: string;
  /** The words of the link. */
  readonly words: string;
  /** What stands before and after the link in its line. */
  readonly before: string;
  readonly after: string;
  readonly comment: string | undefined;
  /** How many words of their own the author spent on it. */
  readonly own: number;
};

/** Most words of a comment that comes along with its link. */
export const LONGEST_COMMENT = 36;
/** Fewest words of a comment that says something by itself. */
const COMMENT_WORDS = 6;
/** A box of a task list, ticked or not: it is the author's own reminder. */
const TASK_BOX = /^(?:\[[ xX]\]|[☐☑☒✅✔]\ufe0f?)(?:\s+|$)/u;

/** The items of a round-up that lead with a link, in the author's order, each address once. */
export function roundUpItems(blocks: readonly Block[], language: PhraseLanguage): RoundUpItem[] {
  const seen = new Set<string>();
  return blocks
    .flatMap((block) =>
      block.type === 'list' ? block.items.flatMap((item) => itemOf(item, language) ?? []) : [],
    )
    .filter(({ url }) => {
      const key = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/#]+$/, '');
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function itemOf({ blocks }: ListItem, language: PhraseLanguage): RoundUpItem | undefined {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return undefined;
  const at = first.runs.findIndex(({ type }) => type === 'link');
  const link = first.runs[at];
  if (link?.type !== 'link' || !/^https?:/i.test(link.url)) return undefined;
  const comments = rest.flatMap((block) => commentsIn(block, link.url));
  const own = comments.filter((comment) => !isQuoted(comment));
  const fit = own.filter((comment) => standsAlone(comment, language));
  const comment = fit.reduce<string | undefined>(
    (best, one) => (best === undefined || wordCount(one) > wordCount(best) ? one : best),
    undefined,
  );
  return {
    url: link.url,
    words: link.auto ? link.url : link.text.replace(/\s+/g, ' ').trim(),
    before: lineOf(first.runs.slice(0, at)),
    after: lineOf(first.runs.slice(at + 1)),
    comment,
    own: own.reduce((sum, text) => sum + wordCount(text), 0),
  };
}

/** The lines of comment directly below an item; what nests deeper lives off its own lead-in, and a repeated link says nothing. */
function commentsIn(block: Block, url: string): string[] {
  if (block.type === 'paragraph') return [lineOf(block.runs)];
  if (block.type !== 'list') return [];
  return block.items.flatMap(({ blocks: [first, ...nested] }) => {
    if (first?.type !== 'paragraph' || nested.some(({ type }) => type === 'list')) return [];
    if (first.runs.some((run) => run.type === 'link' && run.url === url)) return [];
    return [lineOf(first.runs)];
  });
}

/** Words on one line, without a task's box; a second link of the line leaves its words, and no address. */
function lineOf(runs: readonly Run[]): string {
  const words = runs.map((run) => {
    if (run.type === 'text') return run.emphasis === 'strike' ? '' : run.text;
    if (run.type === 'link') return run.auto ? '' : run.text;
    return run.type === 'break' ? ' ' : '';
  });
  return words.join('').replace(/\s+/g, ' ').trim().replace(TASK_BOX, '');
}

const isQuoted = (text: string): boolean =>
  quotedSentences(text, [{ start: 0, end: text.length }])[0] === true;

function standsAlone(text: string, language: PhraseLanguage): boolean {
  const words = wordCount(text);
  return (
    words >= COMMENT_WORDS &&
    words <= LONGEST_COMMENT &&
    !/[:：]$/.test(text) &&
    danglesAt(text, language) === undefined &&
    pointsElsewhere(text, language) === undefined &&
    xLinks(text).length === 0
  );
}

/** What a comment that stands alone adds to an item's worth, what the week's main topics do, and each word at most. */
const WORTH = { comment: 10, topic: 10, words: 0.25, mostWords: 24 } as const;

/**
 * What each item is worth to a reader of the round-up: those with the author's own words come first, then those that
 * share their words with many others, because they are what the week was about. Length counts for little.
 */
export function itemWorths(items: readonly RoundUpItem[], title: string): number[] {
  const texts = items.map(
    ({ before, words, after, comment }) => `${before} ${words} ${after} ${comment ?? ''}`,
  );
  const central = centralities(stemVectors([...texts, title].map(stemsOf)));
  return items.map(
    ({ comment, own }, index) =>
      (comment === undefined ? 0 : WORTH.comment) +
      WORTH.topic * (central[index] ?? 0) +
      WORTH.words * Math.min(own, WORTH.mostWords),
  );
}
