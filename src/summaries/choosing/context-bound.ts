import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';
import { bareStart } from './points-elsewhere.ts';

/** How a sentence opens that is the rest of one before it, in every language. */
const REST = /^[,;:.…—–)\]、。，]|^-\s/u;

/** Who speaks, in an interview: `Ada Byron: `. */
const SPEAKER = /^\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){1,3}: (?=\S)/u;
/** A sentence that its author put in brackets as a whole: `(It burnt for a week.)` */
const ASIDE = /^[([（][^()[\]（）]*[)\]）][.!?。]?$/u;

/** Why a sentence can't open a post of its own; `undefined` where it can. */
export function danglesAt(sentence: string, language: PhraseLanguage): string | undefined {
  const own = sentence.replace(SPEAKER, '');
  if (own !== sentence) return danglesAt(own, language);
  if (ASIDE.test(sentence)) return 'it is an aside to the sentence before';
  const bare = bareStart(sentence);
  if (REST.test(bare)) return 'it is the rest of a sentence that began before';
  return PHRASES[language].refersBack.find((rule) => finds(rule, bare))?.why;
}

/** `The trouble is not that it rains.`, `It was never about the money.`: what it is instead stands after it. */
const DENIAL =
  /\b(?:is|are|was|were)(?: not| never|n['’]t) (?:that|because|about|how|why|whether|so much|only|just|merely)\b(?!.*(?:[;:—]|\bbut\b))/i;
/** How that goes on. */
const INSTEAD =
  /^(?:it|they|that|this|these|those|he|she|we|but|instead|rather)\b|^what (?:is|was|matters|counts)\b/i;

/**
 * Whether an English sentence denies something, and the next one says what is so instead: alone it would mean only half
 * of what its author means.
 */
export function needsNext(sentence: string, next: string, language: PhraseLanguage): boolean {
  return language === 'en' && DENIAL.test(sentence) && INSTEAD.test(next);
}

/** Words of which `they` and `them` may be said. */
const PLURAL =
  /\b(?!(?:is|was|has|does|this|its|us|as|always|perhaps|sometimes|plus|yes|thus|less|across|his|hers|ours|theirs|yours)\b)\p{L}{2,}s\b|\b(?:people|children|men|women|folks?|team|family|staff|crowd|couple|band|everybody|everyone|somebody|someone|anybody|anyone|nobody|no one|whoever|who|person|those|(?:one|two|three|four|five|six|seven|eight|nine|ten|both|any|each)(?! of (?:them|these|those))|others|feet|teeth|mice|data|media|user|reader|author|company|police|audience|every (?!time|day|year|week|month|morning|single time))\b|\p{Lu}\p{Ll}+ and /iu;

/** Words for people and things that a later pronoun of the same sentence may stand for. */
const ANTECEDENT =
  /(?:\b(?:a|an|the|my|our|your|each|every|no|any|some|many|most|few|several|one|two|three|four|five|six|seven|eight|nine|ten|both|somebody|someone|anybody|anyone|everybody|everyone|nobody|people|whoever|who|person)\b|\d|^(?!(?:we|i|you|it|he|she|they|there|this|that|what|who)\b)\p{L}+ (?:is|was|has|had)\b)[^.?!]*$|(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)\p{Lu}\p{Ll}+/u;

/** Pronouns of English that stand for somebody or something; `it` only if it is no empty subject (`it rains`, `make it easy`). */
const PRONOUN =
  /(?<![\p{L}’'])(?:(?<!^)it(?!(?:['’]s)? (?:is|was|not|would|will|might|can|could|may|seems?|takes?|took|turns?|turned|rains?|rained|snows?|helps|matters|looks|comes|came|feels|happens|makes|easy|easier|hard|harder|possible|impossible|clear|worth|up to|time)\b)|he|she|him|her|his|hers|they|them|their|theirs)(?![\p{L}-])/iu;

/**
 * Whether a pronoun or a pointing word inside a sentence seems to mean something outside it: `he` before any noun,
 * `these years`, `that morning`.
 */
export function leansBack(sentence: string, language: PhraseLanguage): boolean {
  if (PHRASES[language].leansBack.some((rule) => finds(rule, sentence))) return true;
  if (language !== 'en') return false;
  const pronoun = PRONOUN.exec(sentence);
  if (pronoun === null) return false;
  // The first word is a capital for its place, not for being a name.
  const before = sentence.slice(0, pronoun.index).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  return /^the/i.test(pronoun[0]) ? !PLURAL.test(before) : !ANTECEDENT.test(before);
}
