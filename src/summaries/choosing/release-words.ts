import { OF_MANY, RELEASE_TITLES, RELEASING, REPORTS } from '../../languages/announcing-titles.ts';
import { finds, type PhraseRule } from '../../languages/phrases.ts';
import { ADDING, BOILERPLATE, CALLED, NEW_THINGS, NOT_YET } from '../../languages/releases.ts';
import type { OpeningContext } from './opening-context.ts';
import { instructs, isCount, isPurpose, LEAD } from './points-elsewhere.ts';
import { stemsOf } from './words.ts';

const any = (rules: readonly PhraseRule[], text: string): boolean => rules.some((rule) => finds(rule, text));

/** A title with a number, of a version or an issue, or one that announces. */
const ANNOUNCES =
  /(?<![\d.])v?\d+\.\d+|\s#?\d{1,3}(?![\d\p{L}])|^(?:announcing|introducing|presenting|releasing|launching|unveiling)(?!\p{L})|(?<!\p{L})launch/iu;

/** A title of a post about a release that others made: how to use it, or what its author thinks of it. */
const ABOUT =
  /(?<!\p{L})(?:upgrad\p{L}+|migrat\p{L}+|how|why|when|should|need|review|thoughts|using|guide|tutorial|part)(?!\p{L})/iu;

/** Whether a post announces a release, a launch or an update, or reports on a week or a month. */
export function isAnnouncement({ above, isDescribed, sentences }: OpeningContext): boolean {
  const [title = ''] = above;
  if (any(RELEASE_TITLES, title) || isReport({ above })) return true;
  const lead = sentences.slice(0, LEAD).map(({ text }) => text);
  const described = isDescribed ? above.slice(1) : [];
  return (
    ANNOUNCES.test(title) &&
    !ABOUT.test(title) &&
    [...described, ...lead].some((text) => any(RELEASING, text))
  );
}

/** Whether a post reports on a week or a month: each of its parts tells of something else. */
export const isReport = ({ above }: Pick<OpeningContext, 'above'>): boolean => any(REPORTS, above[0] ?? '');

/** Whether it reports on what many did. */
export const isOfMany = ({ above }: Pick<OpeningContext, 'above'>): boolean => finds(OF_MANY, above[0] ?? '');

/** Whether a sentence only says where a release is, who made it, or that it is there, and nothing that is new before. */
export function isBoilerplate(text: string): boolean {
  const [at] = placesOf(BOILERPLATE, text);
  const [news = Number.POSITIVE_INFINITY] = placesOf(ADDING, text);
  return at !== undefined && at < news;
}

/** Returns where a sentence matches rules, in order. */
const placesOf = (rules: readonly PhraseRule[], text: string): number[] =>
  rules
    .map(({ pattern }) => text.search(pattern))
    .filter((at) => at >= 0)
    .sort((one, other) => one - other);

/** Whether a sentence says that something is out. */
export const isReleasing = (text: string): boolean => isPurpose(text) || any(RELEASING, text);

/** Whether a sentence says what was, or what will be. */
export const isNotYet = (text: string): boolean => finds(NOT_YET, text);

/** A thing with its version: `Lamp 2.1`. */
const VERSIONED = /(\p{L}[\p{L}.]*) v?(\d+(?:\.\d+)+)/gu;

/** Whether a sentence tells of another version than the one in the title: `Lids were introduced in Lamp 1.8.` */
export function isOfOther(text: string, { above: [title = ''], candidates }: OpeningContext): boolean {
  const own = [...title.matchAll(/\d+(?:\.\d+)+/g)].map(([version]) => version);
  const named = [...text.matchAll(VERSIONED)].filter(([, name = '']) =>
    stemsOf(name).some((stem) => candidates.title.has(stem)),
  );
  const isOwn = ([, , version = '']: RegExpMatchArray): boolean =>
    own.some((one) => one.startsWith(version) || version.startsWith(one));
  return own.length > 0 && named.length > 0 && !named.some(isOwn);
}

/** Whether a sentence says what is new: it was added, mended or changed. */
export function tellsChange(text: string, language: OpeningContext['language']): boolean {
  if (isCount(text) || isNotYet(text) || isBoilerplate(text) || instructs(text, language)) return false;
  return any(ADDING, text) || (!isReleasing(text) && finds(NEW_THINGS, text.replaceAll(CALLED.pattern, '')));
}
