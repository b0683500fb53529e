/** One rule about a language's phrases: what it finds, why that matters, and sentences that show it. */
export type PhraseRule = {
  readonly pattern: RegExp;
  /** What lets a sentence off all the same; minds capitals, as the pattern doesn't. */
  readonly unless?: RegExp;
  readonly why: string;
  /** Sentences that the rule finds. */
  readonly examples: readonly string[];
  /** Sentences close to those that it does not find. */
  readonly not?: readonly string[];
};

/**
 * Whether a rule finds something in a sentence. Patterns mix no flags (`(?-i:…)`): V8 drops such groups once a process
 * has compiled many patterns.
 */
export const finds = ({ pattern, unless }: PhraseRule, sentence: string): boolean =>
  pattern.test(sentence) && unless?.test(sentence) !== true;

/** A rule about a sentence that announces something, which the sentence may tell itself after a colon. */
export type AnnouncementRule = PhraseRule & { readonly mayTell: boolean };

/**
 * What choosing sentences for a summary needs to know of a language. Patterns are matched against one sentence; those
 * of `refersBack` and `supposing` only at its start.
 */
export type Phrases = {
  /** Openings whose meaning stayed behind in the sentence before. Such a sentence brings its neighbour, or is left out. */
  readonly refersBack: readonly PhraseRule[];
  /** Pronouns and pointing words inside a sentence that mean something outside it. */
  readonly leansBack: readonly PhraseRule[];
  /** What lives off another part of the post: code, figures, sections, other posts. Never chosen. */
  readonly deictic: readonly PhraseRule[];
  /** What announces the words after it. Never chosen, unless the sentence itself tells what it announces. */
  readonly announcing: readonly AnnouncementRule[];
  /** Words about the post, its author or its readers: housekeeping, invitations, thanks, bylines. Never chosen. */
  readonly housekeeping: readonly PhraseRule[];
  /** Items of lists that only name a thing: ingredients, parts. Never chosen. Empty where nobody has written rules yet. */
  readonly verbless: readonly PhraseRule[];
  /** `X is a Y`: what a thing is. */
  readonly defining: readonly PhraseRule[];
  /** What happened, and why there is a post at all. */
  readonly occasion: readonly PhraseRule[];
  /** Where a story turns, or a lesson is drawn. */
  readonly turning: readonly PhraseRule[];
  /** Advice. */
  readonly advising: readonly PhraseRule[];
  /** Examples and guesses that a reader is asked to imagine. */
  readonly supposing: readonly PhraseRule[];
  /** Memories, and words told by others: the story around the point. */
  readonly recalling: readonly PhraseRule[];
  /** Words that claim something of everything or nothing. */
  readonly general: RegExp;
  /** Numbers in words. */
  readonly numerals: RegExp;
  /** What opens a clause inside a sentence; counted. */
  readonly subclause: RegExp;
  /** Labels of a diary's lines: `lunch:`. */
  readonly logLabels: readonly string[];
};

/** A pattern of whole words, whatever their case; `\b` knows no letters but those of English. */
export const words = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${joined(source)})(?![\\p{L}\\p{N}-])`, 'iu');

/** The same at the start of a sentence; `after` is matched right behind the words. */
export const opening = (source: string, after = ''): RegExp =>
  new RegExp(`^(?:${joined(source)})(?![\\p{L}\\p{N}’'-])${after}`, 'iu');

/** One of some words, separated by commas. */
export const anyOf = (list: string): string =>
  `(?:${list
    .trim()
    .split(/\s*,\s*/)
    .join('|')})`;

/** A long alternative may be written on several lines. */
const joined = (source: string): string => source.replace(/\n\s*/g, '');
