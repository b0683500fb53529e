/** One phrase rule of a language: what it finds, why that matters, and example sentences. */
export type PhraseRule = {
  readonly pattern: RegExp;
  /** Exempts a sentence; case-sensitive, unlike the pattern. */
  readonly unless?: RegExp;
  readonly why: string;
  /** Sentences that the rule must find. */
  readonly examples: readonly string[];
  /** Similar sentences that it must not find. */
  readonly not?: readonly string[];
};

/** A space at which no line ends. */
const NO_BREAK = '\u00a0';

/**
 * Whether a rule matches a sentence. Don't mix flags in patterns (`(?-i:…)`): V8 drops such groups once a process has compiled
 * many patterns.
 */
export function finds({ pattern, unless }: PhraseRule, sentence: string): boolean {
  const text = sentence.includes(NO_BREAK) ? sentence.replaceAll(NO_BREAK, ' ') : sentence;
  return pattern.test(text) && unless?.test(text) !== true;
}

/** A rule for announcing sentences; with `mayTell`, the sentence may contain what it announces after a colon. */
export type AnnouncementRule = PhraseRule & { readonly mayTell: boolean };

/** Words that are counted to tell a sentence that readers understand by itself. */
export type Stance = {
  /** Verbs in the present tense. */
  readonly present: RegExp;
  /** Advice and reasons. */
  readonly firm: RegExp;
  /** Words that compare with something told before. */
  readonly comparing: RegExp;
};

/** Rules for the lines above what a summary leaves out. */
export type LeadIns = {
  /** Lines that end with a colon and say that what is below them is the answer to what the post asks. */
  readonly answering: readonly PhraseRule[];
  /** Lines that end with a colon and say nothing without what is below them. */
  readonly unfinished: readonly PhraseRule[];
  /** Lines that end with a colon and only show what is below them: a step, an example. */
  readonly showing: readonly PhraseRule[];
  /** Sentences that promise what comes after them. */
  readonly promising: readonly PhraseRule[];
};

/** What a sentence adds beside what it says. An opening may keep it: what it speaks of is below, in the post. */
export type Asides = {
  /** References to other parts of a post. What they are taken out of is judged without them. */
  readonly references: readonly PhraseRule[];
  /** What a sentence has said by the first word of a wish or an invitation, that word included. */
  readonly clauses: readonly PhraseRule[];
};

/**
 * The phrase rules of a language for choosing sentences for a summary. Patterns match one sentence; those of `refersBack` and
 * `supposing` only at its start.
 */
export type Phrases = {
  /** Openings that refer to the sentence before. Such a sentence is taken with its neighbour, or left out. */
  readonly refersBack: readonly PhraseRule[];
  /** Pronouns and demonstratives inside a sentence that refer to something outside it. */
  readonly leansBack: readonly PhraseRule[];
  /**
   * Deictic phrases: they depend on another part of the post, such as code, figures, sections, or on other posts. Never chosen.
   */
  readonly deictic: readonly PhraseRule[];
  /** Announces the words after it. Never chosen, unless the sentence itself contains what it announces. */
  readonly announcing: readonly AnnouncementRule[];
  /** Phrases about the post, its author or its readers: housekeeping, invitations, thanks, bylines. Never chosen. */
  readonly housekeeping: readonly PhraseRule[];
  /**
   * Sentences about the post itself, its series or its blog. Never chosen, except inside the post's own opening, where they say
   * what readers will find. Empty where `housekeeping` has them.
   */
  readonly reflexive: readonly PhraseRule[];
  /** List items that only name a thing: ingredients, parts. Never chosen. Empty for languages without such rules. */
  readonly verbless: readonly PhraseRule[];
  /** Definitions: `X is a Y`. */
  readonly defining: readonly PhraseRule[];
  /** What happened, and why the post was written. */
  readonly occasion: readonly PhraseRule[];
  /** A turn in a story, or its lesson. */
  readonly turning: readonly PhraseRule[];
  /** Openings of a sentence that takes back what the one before it says: that one is half of a thought. */
  readonly contrasting: RegExp;
  /** Lines that lead up to something. Absent where nobody has marked any yet. */
  readonly leadIns?: LeadIns;
  /** What sentences add beside what they say. Absent where nobody has marked any yet. */
  readonly asides?: Asides;
  /** Advice. */
  readonly advising: readonly PhraseRule[];
  /** Steps of an instruction, which say nothing without the others. Used only as a last resort. */
  readonly instructing: readonly PhraseRule[];
  /** Examples and hypotheses that a reader is asked to imagine. */
  readonly supposing: readonly PhraseRule[];
  /** Memories, and quoted words: the story around the point. */
  readonly recalling: readonly PhraseRule[];
  /**
   * The articles before what a text introduces and what it names as known, and how words continue that say which one is meant.
   * Absent from languages without articles.
   */
  readonly articles?: { readonly indefinite: RegExp; readonly definite: RegExp; readonly specified: RegExp };
  /** Words that show whether a sentence stands by itself. Absent where nobody has marked any yet. */
  readonly stance?: Stance;
  /** Words that claim something about everything or nothing. */
  readonly general: RegExp;
  /** Numbers in words. */
  readonly numerals: RegExp;
  /** What begins a clause inside a sentence; counted. */
  readonly subclause: RegExp;
  /** Labels of lines in a diary: `lunch:`. */
  readonly logLabels: readonly string[];
};

/** Makes a case-insensitive pattern of whole words; `\b` only knows English letters. */
export const words = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${joined(source)})(?![\\p{L}\\p{N}-])`, 'iu');

/** Makes such a pattern for the start of a sentence; `after` must follow the words directly. */
export const opening = (source: string, after = ''): RegExp =>
  new RegExp(`^(?:${joined(source)})(?![\\p{L}\\p{N}’'-])${after}`, 'iu');

/** Makes an alternative of some words, separated by commas. */
export const anyOf = (list: string): string =>
  `(?:${list
    .trim()
    .split(/\s*,\s*/)
    .join('|')})`;

/** Joins a long alternative written on several lines. */
const joined = (source: string): string => source.replace(/\n\s*/g, '');
