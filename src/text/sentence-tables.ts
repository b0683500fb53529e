import type { Abbreviations, Language, Ordinal } from '../languages/language.ts';
import { LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { wordSet } from './word-set.ts';

type Words = ReadonlySet<string>;

/** An {@link Ordinal} with its lists as sets. */
export type OrdinalRule = {
  readonly number: Ordinal['number'];
  readonly after: Words | undefined;
  readonly before: Words | undefined;
};

/** What sentence ends in one language depend on; all words in lower case. */
export type SentenceTables = {
  readonly abbreviations: Readonly<Record<Abbreviations['ends'], Words>>;
  readonly ordinals: readonly OrdinalRule[];
  readonly openers: Words;
  readonly leaning: Words;
};

const made = new Map<LanguageCode, SentenceTables>();

/** The tables of one language, made at the first call. */
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
    },
    ordinals: language.ordinals.map(({ number, after, before }) => ({
      number,
      after: optional(after),
      before: optional(before),
    })),
    openers: wordSet(language.openers),
    leaning: wordSet(language.leaning),
  };
  made.set(code, tables);
  return tables;
}

/** Two capitals or more are an acronym (`the CA.`), and no abbreviation of the lists. */
const isAcronym = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

/** True for a word before a stop that never ends a sentence there; `next` is the first character after it. */
export function isLeadingAbbreviation(
  { abbreviations }: SentenceTables,
  word: string,
  next: string,
): boolean {
  const bare = word.toLowerCase();
  if (abbreviations.number.has(bare) && /\d/.test(next)) return true;
  return abbreviations.never.has(bare) && !isAcronym(word);
}

/** True for an abbreviation that may end a sentence: one of the list, or letters with stops between them. */
export function isOpenAbbreviation({ abbreviations }: SentenceTables, word: string): boolean {
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  return abbreviations.opener.has(word.toLowerCase()) && !isAcronym(word);
}
