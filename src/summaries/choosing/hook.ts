import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';
import type { Candidates } from './candidates.ts';
import type { StemVector } from './centrality.ts';
import { leansBack } from './context-bound.ts';
import type { Point } from './points.ts';
import type { PostSentence } from './post-sentences.ts';
import { wordCount } from './words.ts';

/** What a hook is judged by besides its sentences. */
export type HookContext = {
  readonly language: PhraseLanguage;
  readonly title: StemVector;
  /** By the sentence's index. */
  readonly vectors: readonly StemVector[];
  readonly sentences: readonly PostSentence[];
};

type HookFeature = {
  readonly weight: number;
  readonly reason: string;
  readonly value: (sentence: PostSentence, context: HookContext) => number;
};

/** The sentences in which to look for a hook: a share of the post, within these bounds. */
export const HOOK_WITHIN = { share: 0.2, fewest: 4, most: 10 } as const;

/** The fewest words of a hook that is more than an exclamation. */
const SHOUT_WORDS = 4;

/** Returns where the search for a hook ends, in sentences of the post. */
export const hookEnd = (count: number): number =>
  Math.min(HOOK_WITHIN.most, Math.max(HOOK_WITHIN.fewest, count * HOOK_WITHIN.share));

const says = (
  kind: 'defining' | 'occasion' | 'turning' | 'supposing',
  { text }: PostSentence,
  language: PhraseLanguage,
): number => (PHRASES[language][kind].some((rule) => finds(rule, text)) ? 1 : 0);

/** Returns how much of the title's words a sentence has, from 0 to 1. */
function titleShare({ index }: PostSentence, { title, vectors }: HookContext): number {
  if (title.size === 0) return 0;
  const own = vectors[index];
  const shared = [...title.keys()].filter((stem) => own?.has(stem) === true).length;
  return shared / title.size;
}

/**
 * What makes a sentence a hook, besides what makes it a point: one row per reason. The weights are our judgement, checked on
 * the tuning halves of the collections and on summaries of public posts.
 */
export const HOOK_FEATURES: readonly HookFeature[] = [
  {
    weight: 2.2,
    reason: 'readers need an introduction: the earlier the better',
    value: ({ index }, { sentences }) => 1 - index / hookEnd(sentences.length),
  },
  {
    weight: 1.4,
    reason: 'most authors open with what made them write',
    value: ({ index }) => (index === 0 ? 1 : 0),
  },
  {
    weight: 1.2,
    reason: 'what names the subject of the title says what the post is about',
    value: titleShare,
  },
  {
    weight: 1.2,
    reason: 'a definition of the title’s subject is where a reader starts: `The stack is a collection …`',
    value: (sentence, context) =>
      says('defining', sentence, context.language) * Math.min(1, 2 * titleShare(sentence, context)),
  },
  {
    weight: 1.2,
    reason: 'the occasion says why the post was written',
    value: (sentence, { language }) => says('occasion', sentence, language),
  },
  {
    weight: 0.6,
    reason: 'a turning point makes readers want to know the rest',
    value: (sentence, { language }) => says('turning', sentence, language),
  },
  {
    weight: -1.8,
    reason: 'an example or a guess is a poor opening',
    value: (sentence, { language }) => says('supposing', sentence, language),
  },
  {
    weight: -2,
    reason: 'a shout says nothing by itself: `Party!`',
    value: ({ text }) => (wordCount(text) < SHOUT_WORDS ? 1 : 0),
  },
  {
    weight: -1.5,
    reason: 'nothing is before it to which a pronoun could refer',
    value: ({ text }, { language }) => (leansBack(text, language) ? 1 : 0),
  },
  {
    weight: -1,
    reason: 'an item depends on its list',
    value: ({ inItem }) => (inItem ? 1 : 0),
  },
];

/** How much of a point's score counts for a hook. */
const SHARE_OF_SCORE = 0.7;

/** Returns the score of a point as the opening of a summary. */
export function hookScore(point: Point, context: HookContext): number {
  const [sentence] = point.sentences;
  if (sentence === undefined) return Number.NEGATIVE_INFINITY;
  const own = HOOK_FEATURES.reduce((sum, { weight, value }) => sum + weight * value(sentence, context), 0);
  return own + point.score * SHARE_OF_SCORE;
}

/**
 * Returns the post's first sentence, if it may be a point of a summary that opens with the author's description: that often
 * says what the post is like, and its first sentence what it is about.
 */
export function openerAmong(points: readonly Point[], may: (point: Point) => boolean): Point | undefined {
  const isFirst = ({ sentences: [first, ...rest] }: Point): boolean =>
    first?.index === 0 && rest.length === 0;
  return points.find((point) => isFirst(point) && may(point));
}

/** The most sentences that a hook is continued with. */
const MOST_CONTINUED = 2;

/**
 * Returns a hook with the sentences after it in its paragraph, for a summary that has hardly any points besides. `may` says
 * whether so long a hook is still allowed.
 */
export function continuedHook(hook: Point, { all }: Candidates, may: (longer: Point) => boolean): Point {
  const byIndex = new Map(all.map(({ sentence }) => [sentence.index, sentence]));
  let longest = hook;
  for (let count = 0; count < MOST_CONTINUED; count += 1) {
    const last = longest.sentences.at(-1);
    const next = byIndex.get((last?.index ?? 0) + 1);
    if (next === undefined || next.paragraph !== last?.paragraph) break;
    const longer = { ...longest, sentences: [...longest.sentences, next] };
    if (!may(longer)) break;
    longest = longer;
  }
  return longest;
}
