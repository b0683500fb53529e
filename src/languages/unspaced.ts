import { ja } from './ja.ts';
import { zh } from './zh.ts';

/** What a line of a language looks like, with examples that are tests. */
export type LinePattern = {
  readonly pattern: RegExp;
  readonly why: string;
  readonly examples: readonly string[];
  readonly not: readonly string[];
};

/** A language that is written without spaces between words: its rules look at the start or the end of a line. */
export type UnspacedLanguage = {
  readonly name: string;
  /** A sentence that announces what follows. */
  readonly announces: LinePattern;
  /** The start of a line that goes on with the sentence or the thing above it. */
  readonly goesOn: LinePattern;
};

/** Every supported language without spaces by its ISO 639-1 code. */
export const UNSPACED = { ja, zh } as const satisfies Record<string, UnspacedLanguage>;
