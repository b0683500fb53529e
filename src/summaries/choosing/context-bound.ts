import { OTHER_REFERS_BACK } from '../../languages/other-openings.ts';
import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';
import { bareStart } from './points-elsewhere.ts';

/** How a sentence begins that continues the one before it, in every language. */
const REST = /^[,;:.…—–)\]、。，]|^-\s/u;

/** A speaker in an interview: `Ada Byron: `. */
const SPEAKER = /^\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){1,3}: (?=\S)/u;
/** Words in quotes that a sentence speaks about: `“It’s just one line” is what they say.` */
const MENTIONED = /^["“][^"”]{2,80}["”] \p{Ll}/u;
/** A whole sentence in brackets: `(It burnt for a week.)` */
const ASIDE = /^[([（][^()[\]（）]*[)\]）][.!?。]?$/u;

/** Whether a sentence is a turn of a talk, with the name of who speaks. */
export const isSaidBy = (sentence: string): boolean => SPEAKER.test(sentence);

/** Whether a sentence is the end of another, or an aside to it. */
export const isRest = (sentence: string): boolean => ASIDE.test(sentence) || REST.test(bareStart(sentence));

/** Returns why a sentence can't begin a post; `undefined` if it can. */
export function danglesAt(sentence: string, language: PhraseLanguage): string | undefined {
  const own = sentence.replace(SPEAKER, '');
  if (own !== sentence) return danglesAt(own, language);
  if (MENTIONED.test(sentence)) return undefined;
  if (ASIDE.test(sentence)) return 'it is an aside to the sentence before';
  const bare = bareStart(sentence);
  if (REST.test(bare)) return 'it is the rest of a sentence that began before';
  return [...PHRASES[language].refersBack, ...OTHER_REFERS_BACK].find((rule) => finds(rule, bare))?.why;
}

/** `The trouble is not that it rains.`, `It was never about the money.`: the next sentence says what it is instead. */
const DENIAL =
  /\b(?:is|are|was|were)(?: not| never|n['’]t) (?:that|because|about|how|why|whether|so much|only|just|merely)\b(?!.*(?:[;:—]|\bbut\b))/i;
/** How the next sentence continues. */
const INSTEAD =
  /^(?:it|they|that|this|these|those|he|she|we|but|instead|rather)\b|^what (?:is|was|matters|counts)\b/i;

/**
 * Whether an English sentence denies something, and the next one says what is true instead: alone it would convey only half of
 * what its author means.
 */
export function needsNext(sentence: string, next: string, language: PhraseLanguage): boolean {
  return language === 'en' && DENIAL.test(sentence) && INSTEAD.test(next);
}

/** Words that `they` and `them` may refer to. */
const PLURAL =
  /\b(?!(?:is|was|has|does|this|its|us|as|always|perhaps|sometimes|plus|yes|thus|his|hers|ours|theirs|yours)\b)\p{L}+(?!s)\p{L}s\b|\b(?:people|children|men|women|folks?|team|family|staff|crowd|couple|band|everybody|everyone|somebody|someone|anybody|anyone|nobody|no one|whoever|who|person|those|(?:one|two|three|four|five|six|seven|eight|nine|ten|both|any|each)(?! of )|others|feet|teeth|mice|data|media|user|reader|author|company|police|audience|every (?!time|day|year|week|month|morning|single time))\b|\p{Lu}\p{Ll}+ and /iu;

/** Words for people and things that a later pronoun of the same sentence may refer to. */
const ANTECEDENT =
  /(?:\b(?:a|an|the|my|our|your|each|every|no|any|some|many|most|few|several|one|two|three|four|five|six|seven|eight|nine|ten|both|somebody|someone|anybody|anyone|everybody|everyone|nobody|people|whoever|who|person)\b|\d|^(?!(?:we|i|you|it|he|she|they|there|this|that|what|who)\b)\p{L}+ (?:is|was|has|had)\b)[^.?!]*$|(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)\p{Lu}\p{Ll}+/u;

/** English pronouns for people or things; `it` only if it is not an empty subject (`it rains`, `make it easy`). */
const PRONOUN =
  /(?<![\p{L}’'])(?:(?<!^)it(?!(?:['’]s)? (?:is|was|not|would|will|might|can|could|may|seems?|takes?|took|turns?|turned|rains?|rained|snows?|helps|matters|looks|comes|came|feels|happens|makes|easy|easier|hard|harder|possible|impossible|clear|worth|up to|time)\b)|he|she|him|her|his|hers|they|them|their|theirs)(?![\p{L}-])/iu;

/**
 * Whether a pronoun or demonstrative inside a sentence seems to refer to something outside it: `he` before any noun, `these
 * years`, `that morning`.
 */
export function leansBack(sentence: string, language: PhraseLanguage): boolean {
  if (PHRASES[language].leansBack.some((rule) => finds(rule, sentence))) return true;
  if (language !== 'en') return false;
  const pronoun = PRONOUN.exec(sentence);
  if (pronoun === null) return false;
  // The first word has a capital because of its position, not because it is a name.
  const before = sentence.slice(0, pronoun.index).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  return /^the/i.test(pronoun[0]) ? !PLURAL.test(before) : !ANTECEDENT.test(before);
}
