import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds, type PhraseRule } from '../../languages/phrases.ts';
import { COUNTS, PURPOSES } from '../../languages/purposes.ts';
import { SHOWS_BELOW } from '../../languages/shows-below.ts';

/** Text after a colon in the same sentence. */
const TOLD = /[:：]\s*\S/u;

/** An announcement that begins after so many characters ends a sentence that says something: `Lids leak …, so I’ll describe why.` */
const FIRST_SAID = 60;

/** A clause that only says which readers are sent on: `If you’d like to know why lids leak, please refer to the handbook.` */
const OF_READERS =
  /^(?:if|in case) you(?:['’](?:re|d)| are| would| want| wish)? (?:(?:interested|curious|wondering|like|love|want) )?(?:to (?:know|learn|read|hear)|in (?:knowing|learning|reading|hearing))(?!\p{L})/iu;

/** Text in brackets, with the space before it. */
const BRACKETS = /\s*\([^()]*\)/g;

/** Drops opening quotes, brackets and marks from a sentence. */
export const bareStart = (sentence: string): string => sentence.replace(/^["“„«‘'([*_\s]+/, '');

/** Whether a list item only names a thing and says nothing about it: an ingredient, a tool. */
export function isVerbless(item: string, language: PhraseLanguage): boolean {
  const bare = bareStart(item).replace(BRACKETS, '');
  return PHRASES[language].verbless.some((rule) => finds(rule, bare));
}

/** Whether a sentence is a step of an instruction. */
export const instructs = (sentence: string, language: PhraseLanguage): boolean =>
  PHRASES[language].instructing.some((rule) => finds(rule, bareStart(sentence)));

/**
 * Returns why a sentence is useless outside its post, whatever precedes it: it is deictic, it announces what follows, or it is
 * housekeeping. Returns `undefined` otherwise.
 */
export function pointsElsewhere(sentence: string, language: PhraseLanguage): string | undefined {
  return breaksOff(sentence, language) ?? reflexiveRule(sentence, language)?.why;
}

const reflexiveRule = (sentence: string, language: PhraseLanguage): PhraseRule | undefined =>
  PHRASES[language].reflexive.find((rule) => finds(rule, bareStart(sentence)));

/** Whether a sentence is about its post, its series or its blog. */
export const isReflexive = (sentence: string, language: PhraseLanguage): boolean =>
  reflexiveRule(sentence, language) !== undefined;

/** Whether a sentence says what its post is for. */
export const isPurpose = (sentence: string): boolean => PURPOSES.some((rule) => finds(rule, sentence));

/** Whether a sentence counts the changes of a week, and says nothing of any. */
export const isCount = (sentence: string): boolean => COUNTS.some((rule) => finds(rule, sentence));

/** Returns the same for a sentence that may say what its post is about. */
export function breaksOff(sentence: string, language: PhraseLanguage): string | undefined {
  const bare = bareStart(sentence);
  const { announcing } = PHRASES[language];
  const found = announcing.find((rule) => finds(rule, bare) && !(rule.mayTell && tells(rule.pattern, bare)));
  return leadsAway(sentence, language) ?? found?.why;
}

/** Returns the same for a sentence inside the post's own opening, which may also announce what follows: the link is below it. */
export function leadsAway(sentence: string, language: PhraseLanguage): string | undefined {
  const bare = bareStart(sentence);
  const { deictic, housekeeping } = PHRASES[language];
  return [...deictic, ...housekeeping].find((rule) => finds(rule, bare))?.why;
}

/** How many sentences of a post readers see first, who open it. */
export const LEAD = 3;

/**
 * Returns the same for a sentence of an opening, without what it adds in brackets or by the way (`as explained below`); one of the
 * first may also point elsewhere, and speak of comments `on Twitter` after it said something else.
 */
export function leavesOpening(
  { text, index }: { readonly text: string; readonly index: number },
  language: PhraseLanguage,
): string | undefined {
  const { deictic, housekeeping } = PHRASES[language];
  const own = withoutReferences(bareStart(text), language);
  const first = index === 0 ? [] : SHOWS_BELOW;
  const pointing = (index < LEAD ? first : deictic).find((rule) => finds(rule, own));
  const found =
    pointing ??
    housekeeping.find((rule) => {
      if (!finds(rule, own)) return false;
      const at = own.search(rule.pattern);
      const isFirstSaid = index < LEAD && at > FIRST_SAID && !OF_READERS.test(own);
      return !isFirstSaid && !saysEnough(own.slice(0, wordEnd(own, at)), language);
    });
  return found?.why;
}

/** Returns a sentence without what stands in brackets and without references to other parts of its post. */
function withoutReferences(bare: string, language: PhraseLanguage): string {
  const { asides } = PHRASES[language];
  const open = bare.replace(BRACKETS, '');
  return (asides?.references ?? []).reduce(
    (rest, rule) => (finds(rule, rest) ? rest.replace(rule.pattern, '') : rest),
    open,
  );
}

/** Where the word that begins at an index ends. */
const wordEnd = (text: string, at: number): number => {
  const length = text.slice(at).search(/[^\p{L}'’]/u);
  return length < 0 ? text.length : at + length;
};

/** Whether what ends with the first word of a wish or an invitation is a clause that says something. */
const saysEnough = (before: string, language: PhraseLanguage): boolean =>
  PHRASES[language].asides?.clauses.some((rule) => finds(rule, before)) === true;

/** Whether a sentence says something besides what it announces: before it, or after a colon. */
const tells = (pattern: RegExp, sentence: string): boolean =>
  sentence.search(pattern) > FIRST_SAID || tellsAfter(pattern, sentence);

/** Whether a sentence says after a colon what it announces. */
function tellsAfter(pattern: RegExp, sentence: string): boolean {
  const match = pattern.exec(sentence);
  return match !== null && TOLD.test(sentence.slice(match.index + match[0].length));
}
