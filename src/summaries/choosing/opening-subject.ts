import type { OpeningContext } from './opening-context.ts';
import { endAt, follows } from './opening-flow.ts';
import { isShortEnough, lengthOf } from './opening-length.ts';
import type { PostSentence } from './post-sentences.ts';

/** A word of the title is a post's subject if so many sentences of the post use it. */
const FEWEST_SENTENCES = 3;
/** An opening has not come to the subject if the words that it lacks are this share of all uses of such words. */
const LACKING = 0.5;
/** Words of a title that say which part of a series, or what kind of text, a post is. */
const OF_SERIES = new Set(
  'part parte teil partie introduction intro guide review notes update news announc release weekl month year issue question'.split(
    ' ',
  ),
);

/**
 * Returns whether a sentence speaks of what a post is about, of which its opening does not speak yet: of the words of the title that
 * the post uses again and again, the opening lacks most. `undefined` if it does speak of it.
 */
function untoldSubject(
  told: readonly PostSentence[],
  { sentences, candidates }: OpeningContext,
): ((one: PostSentence) => boolean) | undefined {
  const { title, hook, vectors } = candidates;
  const has = ({ index }: PostSentence, stem: string): boolean => vectors[index]?.has(stem) === true;
  const subject = [...title.keys()]
    .filter((stem) => !/^\p{N}/u.test(stem) && !OF_SERIES.has(stem))
    .map((stem) => ({ stem, count: sentences.filter((one) => has(one, stem)).length }))
    .filter(({ count }) => count >= FEWEST_SENTENCES);
  const untold = subject.filter(({ stem }) => !hook.has(stem) && !told.some((one) => has(one, stem)));
  const missing = sumOf(untold);
  if (untold.length === 0 || missing < LACKING * sumOf(subject)) return undefined;
  return (one) => sumOf(untold.filter(({ stem }) => has(one, stem))) >= LACKING * missing;
}

const sumOf = (uses: readonly { readonly count: number }[]): number =>
  uses.reduce((sum, { count }) => sum + count, 0);

/** It goes on to what its post is named for if that is so near, … */
const NEAR = 6;
/** … and it is no longer than this then: readers have waited long enough. */
const MOST = 2.6;
/** So many sentences that its thought needs are told after the one to which an opening goes on. */
const NEEDED = 2;

/** Returns an opening that goes on to the sentence that speaks of what its post is named for, where none does yet. */
export function withSubject(
  told: readonly PostSentence[],
  ahead: readonly PostSentence[],
  isFit: (one: PostSentence) => boolean,
  context: OpeningContext,
): readonly PostSentence[] {
  const speaksOf = untoldSubject(told, context);
  if (speaksOf === undefined) return told;
  const at = ahead.slice(0, NEAR).findIndex((one) => isFit(one) && speaksOf(one));
  const all = at === -1 ? undefined : goneOnTo(at, told, ahead, context);
  return all !== undefined && lengthOf(all, context.size) <= MOST ? all : told;
}

/**
 * Returns an opening with all sentences through the given one of those ahead, and those that its thought needs; `undefined` if one of
 * them can't be told.
 */
export function goneOnTo(
  at: number,
  told: readonly PostSentence[],
  ahead: readonly PostSentence[],
  context: OpeningContext,
): readonly PostSentence[] | undefined {
  const { language } = context;
  let found: readonly PostSentence[] | undefined;
  for (let end = 0; end <= at + NEEDED; end += 1) {
    const one = ahead[end];
    const all = [...told, ...ahead.slice(0, end + 1)];
    if (one === undefined || !follows(one, all.at(-2), false, language) || !isShortEnough(all, context))
      break;
    if (end < at) continue;
    const how = endAt(one, ahead[end + 1], context);
    if (how === 'whole') return all;
    if (end === at && how !== 'promise') found = all;
  }
  return found;
}
