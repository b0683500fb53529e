/** Words in lower case with spaces or line ends between them; a string costs nothing until somebody needs the set. */
export type WordList = string;

/**
 * Abbreviations of one sort, without the last stop: `z. b` is `z.b`, spaces left out.
 *
 * - `never`: the stop never ends a sentence, because a name or an explanation follows (`Prof. Weber`);
 * - `number`: an abbreviation only before a number (`No. 5`), otherwise a word that may end a sentence;
 * - `opener`: ends a sentence only before a word of {@link Language.openers} with a capital (`at 5 p.m. The …`).
 */
export type Abbreviations = {
  readonly ends: 'never' | 'number' | 'opener';
  readonly words: WordList;
  readonly why: string;
  /** One sentence that a cut after the abbreviation would break; it opens with one of `words` and its stop. */
  readonly example: string;
};

/**
 * A number whose stop makes it an ordinal, before a capital letter: `im 3. Stock`. Before a lower-case letter no
 * stop ends a sentence anyway, and before a word of {@link Language.openers} it always does.
 */
export type Ordinal = {
  readonly number: 'digits' | 'roman';
  /** The word before the number must be one of these, if given. */
  readonly after?: WordList;
  /** The word after the number must be one of these, if given. */
  readonly before?: WordList;
  readonly why: string;
  /** One sentence that holds such a number. */
  readonly example: string;
};

/** What we know about one language. One file per language; a missing field doesn't compile. */
export type Language = {
  readonly name: string;
  /** The commonest function words: they carry no meaning, and they tell languages apart. */
  readonly stopWords: WordList;
  readonly abbreviations: readonly Abbreviations[];
  readonly ordinals: readonly Ordinal[];
  /** Words that open a sentence after an abbreviation or a number more often than they continue one. */
  readonly openers: WordList;
  /** Words at the start of a sentence that refer back, so that a post should not open with them. */
  readonly leaning: WordList;
  /** Phrases that point at what follows, with `|` between them: those that open a sentence, and those that end one. */
  readonly announcers: { readonly opening: string; readonly closing: string };
  /** Words for small numbers. */
  readonly counts: WordList;
  /** Names of months, as written in the middle of a sentence. */
  readonly months: WordList;
  /** Words that stay with the number before them: `12 years`. Symbols of units are in `text/glue.ts`. */
  readonly units: WordList;
  /** Words that the number after them completes: `Figure 3`. */
  readonly numbered: WordList;
};
