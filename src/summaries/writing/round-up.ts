import type { Block, ListItem, Run } from '../../drafts/draft.ts';
import { xLinks } from '../../text/x/links.ts';
import { xWeight } from '../../text/x/weight.ts';
import { danglesAt } from '../choosing/context-bound.ts';
import { pointsElsewhere } from '../choosing/points-elsewhere.ts';
import { quotedSentences } from '../choosing/quoted-sentences.ts';
import type { SummaryLanguage } from '../choosing/stop-words.ts';
import { wordsOf } from '../choosing/words.ts';

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

/** Longest comment, in X's units, that comes along with its link. */
const LONGEST_COMMENT = 200;
/** Fewest words of a comment that says something by itself. */
const COMMENT_WORDS = 6;

/** The items of a round-up that lead with a link, in the author's order. */
export function roundUpItems(blocks: readonly Block[], language: SummaryLanguage): RoundUpItem[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.items.flatMap((item) => itemOf(item, language) ?? []) : [],
  );
}

function itemOf({ blocks }: ListItem, language: SummaryLanguage): RoundUpItem | undefined {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return undefined;
  const at = first.runs.findIndex(({ type }) => type === 'link');
  const link = first.runs[at];
  if (link?.type !== 'link' || !/^https?:/i.test(link.url)) return undefined;
  const comments = rest.flatMap(commentsIn);
  const own = comments.filter((comment) => !isQuoted(comment));
  const fit = own.filter((comment) => standsAlone(comment, language));
  const comment = fit.reduce<string | undefined>(
    (best, one) => (best === undefined || wordsOf(one).length > wordsOf(best).length ? one : best),
    undefined,
  );
  return {
    url: link.url,
    words: link.auto ? link.url : link.text.replace(/\s+/g, ' ').trim(),
    before: lineOf(first.runs.slice(0, at)),
    after: lineOf(first.runs.slice(at + 1)),
    comment,
    own: own.reduce((sum, text) => sum + wordsOf(text).length, 0),
  };
}

/** The lines of comment directly below an item; what nests deeper lives off its own lead-in. */
function commentsIn(block: Block): string[] {
  if (block.type === 'paragraph') return [lineOf(block.runs)];
  if (block.type !== 'list') return [];
  return block.items.flatMap(({ blocks: [first, ...nested] }) =>
    first?.type === 'paragraph' && !nested.some(({ type }) => type === 'list') ? [lineOf(first.runs)] : [],
  );
}

/** Words on one line; a second link of the line leaves its words, and no address. */
function lineOf(runs: readonly Run[]): string {
  const words = runs.map((run) => {
    if (run.type === 'text') return run.text;
    if (run.type === 'link') return run.auto ? '' : run.text;
    return run.type === 'break' ? ' ' : '';
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}

const isQuoted = (text: string): boolean =>
  quotedSentences(text, [{ start: 0, end: text.length }])[0] === true;

function standsAlone(text: string, language: SummaryLanguage): boolean {
  return (
    wordsOf(text).length >= COMMENT_WORDS &&
    xWeight(text) <= LONGEST_COMMENT &&
    !/[:：]$/.test(text) &&
    danglesAt(text, language) === undefined &&
    pointsElsewhere(text, language) === undefined &&
    xLinks(text).length === 0
  );
}
