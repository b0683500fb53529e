import type { Joints } from '../languages/language.ts';
import { LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { wordSet } from './word-set.ts';

/** The words of a language's {@link Joints}, as sets. */
export type JointTables = Readonly<
  Record<Exclude<keyof Joints, 'rest' | 'bare'> | 'stopWords', ReadonlySet<string>>
> & {
  /** What may follow a comma at the end of a series: `and so on`. */
  readonly rest: RegExp;
  /** How a clause may open that has no subject of its own: `while keeping`. */
  readonly bare: RegExp;
};

/** A pattern that matches nothing. */
const NOTHING = /(?!)/;

const made = new Map<LanguageCode, JointTables>();

/** Returns the tables of a language; each is made once. */
export function jointTables(code: LanguageCode): JointTables {
  const known = made.get(code);
  if (known !== undefined) return known;
  const { joints, stopWords } = LANGUAGES[code];
  const tables: JointTables = {
    clause: wordSet(joints.clause),
    notClause: wordSet(joints.notClause),
    links: wordSet(joints.links),
    subjects: wordSet(joints.subjects),
    dependent: wordSet(joints.dependent),
    articles: wordSet(joints.articles),
    phrase: wordSet(joints.phrase),
    rest: new RegExp(`^(?:${joints.rest})(?!\\p{L})`, 'u'),
    bare: joints.bare === '' ? NOTHING : new RegExp(`^(?:${joints.bare})(?!\\p{L})`, 'u'),
    series: wordSet(joints.series),
    verbs: wordSet(joints.verbs),
    stopWords: wordSet(stopWords),
  };
  made.set(code, tables);
  return tables;
}

/** Whether a word opens a clause. */
export const isConjunction = ({ clause, dependent }: JointTables, word: string): boolean =>
  clause.has(word) || dependent.has(word);
