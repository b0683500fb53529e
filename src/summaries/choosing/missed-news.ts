import { finds } from '../../languages/phrases.ts';
import { HIGHLIGHTS_ARE } from '../../languages/releases.ts';
import { isTellable } from './is-tellable.ts';
import type { OpeningContext } from './opening-context.ts';
import { endAt } from './opening-flow.ts';
import { isShortEnough, postsOf } from './opening-length.ts';
import type { PostSentence } from './post-sentences.ts';
import { stands, THIS_RELEASE } from './release-sentences.ts';
import { isReleasing, tellsChange } from './release-words.ts';

/** The most posts of an announcement with what it had missed, its title and the link. */
const MOST_POSTS = 4;
/** What is out may be so many sentences below what is told. */
const NEAR = 2;
/** A version: `2.1.3`. */
const VERSION = /(?<![\d.])\d+(?:\.\d+)+/;

/**
 * Returns what an announcement tells with the news that it passed over: a sentence about the release between those told, what is out
 * where so far it told of other versions, or what the author calls its highlights.
 */
export function withMissed(told: readonly PostSentence[], context: OpeningContext): readonly PostSentence[] {
  const last = told.at(-1);
  if (last === undefined) return told;
  const skipped = skippedNews(told, context);
  if (skipped !== undefined) return shortened([...told, skipped].sort(inOrder), told, context);
  const next = [unveiled(last, told, context), highlights(last, told, context)].find(
    (some) => some.length > 0,
  );
  const all = [...told, ...(next ?? [])];
  return isShortEnough(all, context) && postsOf(all, context) <= MOST_POSTS ? all : told;
}

const inOrder = (one: PostSentence, other: PostSentence): number => one.index - other.index;

/** Returns the first sentence between those told that says what this release changes: what follows may lean on it. */
function skippedNews(told: readonly PostSentence[], context: OpeningContext): PostSentence | undefined {
  const [first] = told;
  const last = told.at(-1);
  if (first === undefined || last === undefined || told.some(({ form }) => form !== undefined))
    return undefined;
  const known = new Set(told.map(({ index }) => index));
  return context.sentences
    .slice(first.index + 1, last.index)
    .find(
      (one) =>
        !known.has(one.index) &&
        THIS_RELEASE.test(one.text) &&
        tellsChange(one.text, context.language) &&
        stands(one, context),
    );
}

/** Returns sentences that are cut at their end to as many posts as before, or to the most. */
function shortened(
  all: readonly PostSentence[],
  before: readonly PostSentence[],
  context: OpeningContext,
): readonly PostSentence[] {
  const most = Math.max(MOST_POSTS, postsOf(before, context));
  for (let count = all.length; count >= FEWEST; count -= 1) {
    const some = all.slice(0, count);
    const last = some.at(-1) as PostSentence;
    const isEnd = ['whole', 'half'].includes(endAt(last, context.sentences[last.index + 1], context));
    if (isEnd && isShortEnough(some, context) && postsOf(some, context) <= most) return some;
  }
  return before;
}

/** The fewest sentences that are told: what is out, and what is new. */
const FEWEST = 2;

/** Returns the next sentence that says that the version of the title is out, with what is new in it, where none told does. */
function unveiled(
  last: PostSentence,
  told: readonly PostSentence[],
  context: OpeningContext,
): readonly PostSentence[] {
  const { above, sentences, language } = context;
  const [own] = VERSION.exec(above[0] ?? '') ?? [];
  const isOut = ({ text }: PostSentence): boolean =>
    isReleasing(text) && (own === undefined || text.includes(own) || !VERSION.test(text));
  if (own === undefined || told.some(isOut) || above.slice(1).some((text) => text.includes(own))) return [];
  const at = last.index + 1;
  const out = sentences
    .slice(at, at + NEAR)
    .find(
      (one) =>
        one.section === last.section &&
        !one.inItem &&
        isTellable(one) &&
        isReleasing(one.text) &&
        one.text.includes(own),
    );
  if (out === undefined) return [];
  const below = sentences
    .slice(out.index + 1)
    .find((one) => one.paragraph !== out.paragraph || tellsChange(one.text, language));
  const isNew = below !== undefined && below.paragraph === out.paragraph && stands(below, context);
  return [...sentences.slice(at, out.index).filter(isTellable), out, ...(isNew ? [below] : [])];
}

/** Returns the sentence below in which the author says what the highlights are. */
function highlights(
  last: PostSentence,
  told: readonly PostSentence[],
  context: OpeningContext,
): readonly PostSentence[] {
  if (told.some(({ text, form }) => form !== undefined || finds(HIGHLIGHTS_ARE, text))) return [];
  const found = context.sentences
    .slice(last.index + 1, last.index + 1 + WITHIN)
    .find((one) => one.section === last.section && !one.inItem && isSum(one, context));
  return found === undefined ? [] : [found];
}

/** The highlights may be so many sentences below what is told. */
const WITHIN = 10;

/** Whether a sentence says what the highlights are, and can be told. */
const isSum = (one: PostSentence, { sentences, language }: OpeningContext): boolean =>
  finds(HIGHLIGHTS_ARE, one.text) &&
  isTellable(one) &&
  endAt(one, sentences[one.index + 1], { sentences, language }) !== 'promise';
