import { CLOSES_HOLE, URGENT } from '../../languages/advice.ts';
import { finds } from '../../languages/phrases.ts';
import { BREAKING, NO_CHANGES } from '../../languages/releases.ts';
import { danglesAt, leansBack } from './context-bound.ts';
import { isTellable } from './is-tellable.ts';
import { isToldBy } from './is-told-by.ts';
import type { OpeningContext } from './opening-context.ts';
import { endAt } from './opening-flow.ts';
import { isCount, isReflexive, leadsAway } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import { isAsked } from './question-answer.ts';
import {
  isBoilerplate,
  isNotYet,
  isOfMany,
  isOfOther,
  isReleasing,
  isReport,
  tellsChange,
} from './release-words.ts';
import { stemsOf, wordCount } from './words.ts';

/** `This patch release`, `It`: the one that the title names. */
export const THIS_RELEASE =
  /^(?:this|the|(?:in|with|as of|since|starting with) this) (?:\p{L}+ ){0,2}(?:release|version|update|patch|milestone)\b,?/iu;
/** `It’s`, `They`: of what, says the sentence before. */
const POINTS = /^(?:it|they|these|those|that|this|he|she)(?!\p{L})/iu;
/** The fewest words of a sentence that is news by itself. */
const FEWEST_WORDS = 5;
/** News are among so many sentences. */
const WITHIN = 60;
/** Those of the opening are among so many. */
const NEAR = 20;
/** The most sections of which an announcement tells something, and the fewest. */
const MOST_SECTIONS = 4;
/** The most sentences of a paragraph that are told. */
const MOST_SENTENCES = 2;

/** Whether a sentence of an announcement makes sense by itself. */
export function stands(one: PostSentence, context: OpeningContext): boolean {
  const { sentences, language } = context;
  const { text, inItem, index } = one;
  if (inItem || one.shown === 'beside' || !isTellable(one) || wordCount(text) < FEWEST_WORDS) return false;
  if (isBoilerplate(text) || isNotYet(text) || isCount(text) || isAsked(one, sentences)) return false;
  if (isOfOther(text, context) || /^\d/.test(sentences[index + 1]?.text ?? '')) return false;
  if (leadsAway(text, language) !== undefined) return false;
  const rest = text.replace(THIS_RELEASE, '');
  if (rest === text && POINTS.test(text)) return false;
  if (rest === text && (danglesAt(text, language) !== undefined || isReflexive(text, language))) return false;
  if (leansBack(rest, language)) return false;
  const end = endAt(one, sentences[index + 1], context);
  return end === 'whole' || end === 'half';
}

/** Returns a sentence with the next ones of its paragraph that complete it. */
function completed(one: PostSentence, context: OpeningContext): readonly PostSentence[] {
  const { sentences, language } = context;
  const run = [one];
  while (run.length < MOST_SENTENCES) {
    const last = run.at(-1) ?? one;
    const next = sentences[last.index + 1];
    if (next === undefined || next.paragraph !== one.paragraph || !isTellable(next)) break;
    if (isBoilerplate(next.text) || leadsAway(next.text, language) !== undefined) break;
    if (endAt(last, next, context) !== 'half') break;
    if (endAt(next, sentences[next.index + 1], context) === 'promise') break;
    run.push(next);
  }
  return run;
}

/** A sentence that says only that a release closes a hole is one of so many first ones. */
const WITHIN_FIRST = 10;

/** Returns the sentence that says what to do about a hole or a broken release, or that a hole is closed, if it comes early. */
export function urgentSentence(from: number, context: OpeningContext): PostSentence | undefined {
  return context.sentences
    .slice(from, from + WITHIN)
    .find(
      (one) => !one.inItem && isTellable(one) && wordCount(one.text) > FEWEST_WORDS && isUrgent(one, context),
    );
}

/** Whether a sentence says what to do about a hole, or, as one of the first, that the release of the title closes one. */
const isUrgent = (one: PostSentence, context: OpeningContext): boolean =>
  finds(URGENT, one.text) ||
  (one.index < WITHIN_FIRST && finds(CLOSES_HOLE, one.text) && !isOfOther(one.text, context));

/** Whether a sentence speaks of a hole. */
export const speaksOfHole = (text: string): boolean => SPEAKS_OF_HOLE.test(text);

const SPEAKS_OF_HOLE = /(?<!\p{L})(?:security|vulnerab\p{L}+|CVE-\d+)(?!\p{L})/iu;

/** Returns the news in the paragraphs of a section, from a place on: from each the first sentence that says what is new. */
export function newsParagraphs(
  from: number,
  section: number,
  told: readonly PostSentence[],
  context: OpeningContext,
): readonly (readonly PostSentence[])[] {
  const { sentences, language, candidates } = context;
  const found = new Map<number, readonly PostSentence[]>();
  if (isOfMany(context)) return [];
  for (const one of sentences.slice(from, from + NEAR)) {
    if (one.section !== section || found.has(one.paragraph)) continue;
    if (!tellsChange(one.text, language) || !stands(one, context) || isToldBy(told, one, candidates))
      continue;
    found.set(one.paragraph, completed(one, context));
  }
  return [...found.values()];
}

/** The first words of a sentence, which say of what it is. */
const SUBJECT = /^(?:\S+\s+){0,4}\S*/u;
/** `Lamp is a light`: no news. */
const DEFINES = /^(?:\S+ ){1,5}(?:is|are) (?:an?|the|one of|like)(?!\p{L})/iu;
/** `We`, `Our`, `This release`: whose news it is. */
const OURS =
  /^(?:[^,.!?]{1,30}, we (?:now|also) |we|our|i|you can now|this|the|in this|(?:with|as of|since|starting with) this|there|now|also|support|added|fixed|as)(?![\p{L}])|^\S+(?:ed|s)? (?:has|have|is|are|can) (?:now |been )/iu;
/** A section of so few sentences tells what is new in it, whatever its words. */
const SHORT_SECTION = 4;

/** Whether a sentence says what is new and can't be told: code or a list below it ends it. */
const isLost = (one: PostSentence, { language }: OpeningContext): boolean =>
  !isTellable(one) && tellsChange(one.text, language);

/** Whether a sentence is about what its heading names, besides the title. */
function opensWith(text: string, heading: string, { candidates }: OpeningContext): boolean {
  const names = new Set(stemsOf(heading).filter((stem) => !candidates.title.has(stem)));
  return !DEFINES.test(text) && stemsOf(SUBJECT.exec(text)?.[0] ?? '').some((stem) => names.has(stem));
}

/** Whether a sentence is about the release: it names it, or its makers, or what its heading names. */
const isOwn = (text: string, heading: string, context: OpeningContext): boolean =>
  OURS.test(text) ||
  opensWith(text, heading, context) ||
  stemsOf(SUBJECT.exec(text)?.[0] ?? '').some((stem) => context.candidates.title.has(stem));

/** The news of a section are among so many sentences. */
const OF_SECTION = 5;

/** Returns the first sentence that stands alone of each of the next sections with news. */
export function newsSections(
  after: number,
  told: readonly PostSentence[],
  context: OpeningContext,
): readonly (readonly PostSentence[])[] {
  const { sentences, headings, candidates } = context;
  const isOfReport = isReport(context);
  const found: (readonly PostSentence[])[] = [];
  const breaking: (readonly PostSentence[])[] = [];
  if (isOfMany(context)) return [];
  for (let section = after + 1; section < headings.length && found.length < MOST_SECTIONS; section += 1) {
    const heading = headings[section] ?? '';
    if (NO_CHANGES.some((rule) => finds(rule, heading))) continue;
    const own = sentences.filter((one) => one.section === section && !one.inItem);
    const mayTell = own
      .slice(0, OF_SECTION)
      .filter((one) => stands(one, context) && !isToldBy(told, one, candidates));
    const hasLost = own.some((one) => isLost(one, context));
    const news =
      mayTell.find(
        ({ text }) =>
          tellsChange(text, context.language) &&
          ![heading, text].some((line) => finds(BREAKING, line)) &&
          !DEFINES.test(text) &&
          (own.length <= SHORT_SECTION || isOwn(text, heading, context)),
      ) ??
      // `This release adds one, for example` above code: the section's news can't be told, and what is above them is none.
      (isOfReport || own.length > SHORT_SECTION
        ? undefined
        : mayTell.find(
            ({ text, place }) =>
              place === 0 && opensWith(text, heading, context) && (isReleasing(text) || !hasLost),
          ));
    if (news !== undefined) found.push(completed(news, context));
    const broken = news === undefined ? mayTell.find(({ text }) => finds(BREAKING, text)) : undefined;
    if (broken !== undefined) breaking.push(completed(broken, context));
  }
  return found.length > 0 ? found : breaking.slice(0, 1);
}
