import type { Abbreviations, Language, Ordinal } from '../languages/language.ts';
import { LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { wordSet } from './word-set.ts';
import { isUpper } from './words-around.ts';

type Words = ReadonlySet<string>;

/** An {@link Ordinal} with its lists as sets. */
export type OrdinalRule = {
  readonly number: Ordinal['number'];
  readonly after: Words | undefined;
  readonly before: Words | undefined;
};

/** The tables for sentence ends in one language; all words in lower case. */
export type SentenceTables = {
  /** By what they end, and all of them. */
  readonly abbreviations: Readonly<Record<Abbreviations['ends'] | 'listed', Words>>;
  readonly ordinals: readonly OrdinalRule[];
  readonly openers: Words;
  readonly leaning: Words;
  readonly adverbs: Words;
  readonly behindAdverbs: Words;
};

const made = new Map<LanguageCode, SentenceTables>();

/** Returns the tables of one language, built on the first call. */
export function sentenceTables(code: LanguageCode): SentenceTables {
  const known = made.get(code);
  if (known !== undefined) return known;
  const language: Language = LANGUAGES[code];
  const abbreviations = (ends: Abbreviations['ends']): Words =>
    wordSet(...language.abbreviations.filter((row) => row.ends === ends).map(({ words }) => words));
  const optional = (words: string | undefined): Words | undefined =>
    words === undefined ? undefined : wordSet(words);
  const tables: SentenceTables = {
    abbreviations: {
      never: abbreviations('never'),
      number: abbreviations('number'),
      opener: abbreviations('opener'),
      capital: abbreviations('capital'),
      listed: wordSet(...language.abbreviations.map(({ words }) => words)),
    },
    ordinals: language.ordinals.map(({ number, after, before }) => ({
      number,
      after: optional(after),
      before: optional(before),
    })),
    openers: wordSet(language.openers),
    leaning: wordSet(language.leaning),
    adverbs: wordSet(language.adverbs),
    behindAdverbs: wordSet(language.behindAdverbs),
  };
  made.set(code, tables);
  return tables;
}

/** Two or more capitals are an acronym (`the CA.`), not a listed abbreviation. */
const isAcronym = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

/** A capital letter is a name (`the value V.`), and no abbreviation such as `v.` */
const isInitial = (word: string): boolean => /^\p{Lu}$/u.test(word);

/** Whether a word before a full stop never ends a sentence there; `next` is the first character after it. */
export function isLeadingAbbreviation(
  { abbreviations }: SentenceTables,
  word: string,
  next: string,
): boolean {
  const bare = word.toLowerCase();
  if (abbreviations.number.has(bare) && /\d/.test(next)) return true;
  return abbreviations.never.has(bare) && !isAcronym(word) && !(isInitial(word) && isUpper(next));
}

/** Whether a word is an abbreviation that may end a sentence: a listed one, or letters with full stops between them. */
export function isOpenAbbreviation({ abbreviations }: SentenceTables, word: string): boolean {
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  const bare = word.toLowerCase();
  return (abbreviations.opener.has(bare) || abbreviations.capital.has(bare)) && !isAcronym(word);
}
