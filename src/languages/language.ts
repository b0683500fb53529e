/** Words in lower case, separated by spaces or line ends; a string costs nothing until the set is needed. */
export type WordList = string;

/**
 * Abbreviations of one kind, without the last full stop, and without spaces: `z. B.` is `z.b`.
 *
 * - `never`: its full stop never ends a sentence, because a name or an explanation follows (`Prof. Weber`);
 * - `number`: an abbreviation only before a number (`No. 5`), otherwise a word that may end a sentence;
 * - `opener`: ends a sentence only before a capitalised word of {@link Language.openers} (`at 5 p.m. The …`);
 * - `capital`: ends a sentence before any capital letter (`ropes, lamps, etc. Basically, …`).
 */
export type Abbreviations = {
  readonly ends: 'never' | 'number' | 'opener' | 'capital';
  readonly words: WordList;
  readonly why: string;
  /** One sentence that a cut after the abbreviation would break; it begins with one of `words` and its full stop. */
  readonly example: string;
};

/**
 * A number whose full stop makes it an ordinal, before a capital letter: `im 3. Stock`. Before a lower-case letter a full stop
 * never ends a sentence, and before a word of {@link Language.openers} it always does.
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

/** Words that begin a part of a sentence: before them, a sentence that is longer than a post may be cut. See `text/joints.ts`. */
export type Joints = {
  /** Words that open a clause of their own: `but`. */
  readonly clause: WordList;
  /** Pairs of words in which they do not, and which no cut parts: `nothing-but`, `because-of`, `even-if`. */
  readonly notClause: WordList;
  /** Conjunctions that open a clause before some words, such as subjects, and these words: `and we`, `even if`. */
  readonly links: WordList;
  readonly subjects: WordList;
  /** Words that open a clause after a comma, and otherwise a phrase: `, which`. */
  readonly dependent: WordList;
  /** Words that open a phrase: `with`. */
  readonly phrase: WordList;
  /** Patterns of words that end a series and name no member of it, separated by `|`: `and so on`. */
  readonly rest: string;
  /** A pattern of words that open a clause without a subject of its own: `while keeping`; empty if there are none. */
  readonly bare: string;
  /** Words before the last member of a series. */
  readonly series: WordList;
  /** Words before an adjective: behind `a small`, a comma stands between two of them. */
  readonly articles: WordList;
  /** Verbs that need their subject, also across words that are put in: `The house, which is old, is …`. */
  readonly verbs: WordList;
};

/** The facts about one language. One file per language; a missing field doesn't compile. */
export type Language = {
  readonly name: string;
  /** The commonest function words: they carry no meaning, and identify the language. */
  readonly stopWords: WordList;
  readonly abbreviations: readonly Abbreviations[];
  readonly ordinals: readonly Ordinal[];
  /** Words that begin a sentence after an abbreviation or a number more often than they continue one. */
  readonly openers: WordList;
  /** Words at the start of a sentence that refer back, so that a post should not begin with them. */
  readonly leaning: WordList;
  /** Adverbs, and those of these words that refer back behind them, too: `Currently that is slow.` */
  readonly adverbs: WordList;
  readonly behindAdverbs: WordList;
  readonly joints: Joints;
  /** Phrases that announce what follows, separated by `|`: at the start of a sentence, and at its end. */
  readonly announcers: { readonly opening: string; readonly closing: string };
  /** Words for small numbers. */
  readonly counts: WordList;
  /** Names of months, as written in mid-sentence. */
  readonly months: WordList;
  /** Words that stay with the number before them: `12 years`. Unit symbols are in `text/glue.ts`. */
  readonly units: WordList;
  /** Words that need the number after them: `Figure 3`. */
  readonly numbered: WordList;
};

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
