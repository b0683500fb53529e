import { danglesAt, leansBack } from './context-bound.ts';
import { isTellable } from './is-tellable.ts';
import { isToldBy } from './is-told-by.ts';
import type { OpeningContext } from './opening-context.ts';
import { endAt } from './opening-flow.ts';
import { isShortEnough } from './opening-length.ts';
import { leadsAway } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';

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
