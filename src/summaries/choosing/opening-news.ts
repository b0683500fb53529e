import { finds } from '../../languages/phrases.ts';
import { OUTCOMES } from '../../languages/purposes.ts';
import type { Candidates } from './candidates.ts';
import { danglesAt, leansBack } from './context-bound.ts';
import { isTellable } from './is-tellable.ts';
import type { OpeningContext } from './opening-context.ts';
import { endAt, isTakenBack } from './opening-flow.ts';
import { isShortEnough, lengthOf } from './opening-length.ts';
import { saysAgain } from './opening-start.ts';
import { goneOnTo, withSubject } from './opening-subject.ts';
import { isPurpose, leadsAway } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import { stemsOf, wordCount } from './words.ts';

/** An opening goes on to the news if these begin within so many sentences after it, … */
const NEAR = 3;
/** … and jumps to words that say by themselves what the post is for within so many. */
const WITHIN = 18;
/** The fewest words of a sentence that tells it: `Pictures of lamps :)` */
const FEWEST_WORDS = 5;
/** This share of the title's words that were not told yet is in the sentence that keeps its promise. */
const KEPT = 0.5;
/** And so many of them: one alone is there by chance. */
const FEWEST_KEPT = 2;
/** The fewest sentences of a scene that are told above such words. */
const FEWEST = 2;

const isNews = ({ text }: PostSentence): boolean =>
  isPurpose(text) || OUTCOMES.some((rule) => finds(rule, text));

/** So many meaningful words of a purpose are in the paragraph above it, or in the title, where some of the scene is left out. */
const SHARED = 2;
/** The words for the post itself with which its purpose begins. */
const OPENS =
  /^(?:[^,、]{0,30}?(?<!\p{L})(?:post|article|tutorial|guide|essay|entry|instal?lment|issue|episode|series|beitrag|artikel|blogpost|text|billet|artículo|entrada|guía)(?!\p{L}),?\s*|[^、。]{0,12}では、?)/iu;
/** What speaks of the post itself: it has said what it is for. */
const SPEAKS =
  /^(?:this|the following|today['’]s) (?:\p{L}+ )?(?:post|article|series|entry|tutorial|guide|essay|issue|episode)\b/iu;
/** Words for several things that were named before. */
const SEVERAL = /\b(?:both|each|all of|exactly that|the same)\b(?! \p{L}+s\b)/iu;

/**
 * Returns an opening with the sentence that says what its post is for, where it ends before that: with all that is between, or if
 * that is too long, with that sentence alone.
 */
export function withNews(told: readonly PostSentence[], context: OpeningContext): readonly PostSentence[] {
  const { sentences, candidates } = context;
  const last = told.at(-1);
  if (last === undefined || told.some((one) => isNews(one) || SPEAKS.test(one.text))) return told;
  const ahead = sentences.slice(last.index + 1, last.index + 1 + WITHIN);
  const isFit = (one: PostSentence): boolean =>
    one.section === last.section &&
    !one.inItem &&
    isTellable(one) &&
    wordCount(one.text) >= FEWEST_WORDS &&
    !saysAgain(one, candidates) &&
    !isToldBy(told, one, candidates);
  const untold = [...candidates.title.keys()].filter(
    (stem) => !candidates.hook.has(stem) && !told.some(({ index }) => candidates.vectors[index]?.has(stem)),
  );
  // What the title promises.
  const keeps = ({ index }: PostSentence): boolean =>
    untold.filter((stem) => candidates.vectors[index]?.has(stem)).length >=
    Math.max(FEWEST_KEPT, untold.length * KEPT);
  const at = ahead.findIndex((one) => isFit(one) && (isNews(one) || keeps(one)));
  const through = at >= 0 && at < NEAR ? goneOnTo(at, told, ahead, context) : undefined;
  if (through !== undefined) return through;
  return withPurpose(told, ahead.filter(isFit), context) ?? withSubject(told, ahead, isFit, context);
}

/** Returns an opening, or as much of it as there is room for, with the first of some sentences that says what its post is for. */
function withPurpose(
  told: readonly PostSentence[],
  ahead: readonly PostSentence[],
  context: OpeningContext,
): readonly PostSentence[] | undefined {
  const { language, size } = context;
  const purpose = ahead.find((one) => isPurpose(one.text));
  if (purpose === undefined || lengthOf([purpose], size) > 1 || !standsAlone(purpose, context))
    return undefined;
  // Rather less of the scene than none of the news.
  for (let length = told.length; length >= FEWEST; length -= 1) {
    const kept = told.slice(0, length);
    if (length < told.length && (isTakenBack(told[length], language) || !joins(kept, purpose, context)))
      continue;
    if (isShortEnough([...kept, purpose], context)) return [...kept, purpose];
  }
  return undefined;
}

/** From this share of its words in what was told, a sentence tells no news: `Ada announces that the lamp is out.` */
const SAME = 0.8;
/** Words that announce, and say nothing about what is announced. */
const ANNOUNCING: ReadonlySet<string> = new Set(
  stemsOf(
    'team excited pleased happy thrilled proud delighted glad announce share introduce present publish',
  ),
);

function isToldBy(told: readonly PostSentence[], { index }: PostSentence, { vectors }: Candidates): boolean {
  const own = [...(vectors[index]?.keys() ?? [])].filter((stem) => !ANNOUNCING.has(stem));
  const known = own.filter((stem) => told.some((one) => vectors[one.index]?.has(stem) === true));
  return known.length >= own.length * SAME;
}

/** Whether a purpose speaks of what the paragraph above it or the title does: else what was left out led from one to the other. */
function joins(
  kept: readonly PostSentence[],
  purpose: PostSentence,
  { candidates }: OpeningContext,
): boolean {
  const paragraph = kept.at(-1)?.paragraph;
  const above = kept.filter((one) => one.paragraph === paragraph).flatMap(({ text }) => stemsOf(text));
  const own = new Set(stemsOf(purpose.text.replace(OPENS, '')));
  return [...own].filter((stem) => above.includes(stem) || candidates.title.has(stem)).length >= SHARED;
}

/** Headings of the news of a release. */
const NEWS_HEADING =
  /^(?:what['’]?s (?:new|in)\b|(?:the )?(?:highlights?|new features?|features|notable changes|major changes|(?:release )?highlights|key features)\b|was (?:ist )?neu|neuerungen|neue funktionen|nouveautés|novedades|novidades|新機能|変更点|新特性|更新内容)/iu;
/** `This patch release`: the one that the title names. */
const THIS_RELEASE = /^(?:this|the) (?:\p{L}+ ){0,2}(?:release|version|update)\b/iu;
/** Words of something new. */
const NOVEL =
  /\b(?:new|now|adds?|introduc\w+|contains|brings?|fix(?:es)?|features?|improve\w*|faster|speed-?ups?)\b|neu|nouve|nuev|novo|nova|新/iu;
/** How far below the news of a release may be. */
const RELEASE_WITHIN = 30;

/**
 * Returns the opening of a release with the first sentences below the heading of its news, where it ends above that: it says that
 * something is out, and not what is new.
 */
export function withRelease(told: readonly PostSentence[], context: OpeningContext): readonly PostSentence[] {
  const { isRelease, headings, sentences, candidates, language } = context;
  const last = told.at(-1);
  if (!isRelease || last === undefined) return told;
  const section = headings.findIndex((heading, at) => at > last.section && NEWS_HEADING.test(heading));
  if (section === -1) return told;
  const news = sentences.slice(0, RELEASE_WITHIN).find((one) => one.section === section);
  if (news === undefined || news.inItem || !isTellable(news) || isToldBy(told, news, candidates)) return told;
  if (!NOVEL.test(news.text) || leadsAway(news.text, language) !== undefined) return told;
  const rest = news.text.replace(THIS_RELEASE, '');
  if (rest === news.text && danglesAt(news.text, language) !== undefined) return told;
  if (leansBack(rest, language) || endAt(news, sentences[news.index + 1], context) === 'promise') return told;
  return isShortEnough([...told, news], context) ? [...told, news] : told;
}

/** Whether a purpose names nothing but what readers know. */
function standsAlone({ text }: PostSentence, { language }: OpeningContext): boolean {
  const rest = text.replace(OPENS, '');
  return (
    !leansBack(rest, language) &&
    !SEVERAL.test(rest) &&
    (rest === text || danglesAt(rest, language) === undefined)
  );
}
