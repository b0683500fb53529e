import { finds } from '../languages/phrases.ts';
import { RHETORICAL } from '../languages/rhetorical.ts';
import type { ProseHabits } from './prose-habits.ts';
import { markKind, QUESTION_MARKS } from './sentence-marks.ts';
import { type SentenceTables, sentenceTables } from './sentence-tables.ts';
import { opensListItem } from './stop.ts';
import { endingAtStop } from './stop-rules.ts';
import { spaceEndsPhrase } from './unspaced-scripts.ts';
import { CLOSERS, firstLetter, isLower, isUpper, seemsName, wordAt, wordBefore } from './words-around.ts';

/** What ends at a place in a line of prose. */
export type Ending = 'sentence' | 'tied' | 'answer' | 'clause' | 'none';

/** An emoji; marks of trade and arrows are part of a sentence: `Lamp™ Two`, `Kiel ↔ Oslo`. */
const EMOJI_END =
  /(?:(?![™ℹ↔-↪])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F})$/u;

/** Names that end in a mark which does not end a sentence before a lower-case letter. */
const NAMES_WITH_MARKS: ReadonlySet<string> = new Set(['yahoo!', 'yum!', 'jeopardy!', 'who?', 'guess?']);

/**
 * Returns what ends before the white space at `end`, if the next word begins at `next`.
 *
 *     See Fig. 3 for the cut.  Then go on.
 *             ^ none         ^ end  ^ next  -> sentence
 *
 * The rules are rows: marks in `sentence-marks.ts`, full stops in `stop-rules.ts`, words by language in `languages/`. They pass
 * all 48 English "Golden Rules" (`test/text/golden-rules.test.ts`).
 */
export function endingAt(text: string, end: number, next: number, habits: ProseHabits): Ending {
  const bare = beforeNotes(text, end);
  const ending = endingInFullAt(text, bare, next, habits);
  if (ending !== 'sentence') return ending;
  if (isQuestion(text, bare)) return 'answer';
  return leansBack(text, next, sentenceTables(habits.language)) ? 'tied' : 'sentence';
}

/** Whether the sentence at `next` opens with a word that refers back, or with one behind an adverb: `Currently that is slow.` */
function leansBack(text: string, next: number, { leaning, adverbs, behindAdverbs }: SentenceTables): boolean {
  const word = wordAt(text, next);
  const bare = word.toLowerCase();
  if (leaning.has(bare)) return true;
  if (!adverbs.has(bare)) return false;
  const end = next + word.length;
  return behindAdverbs.has(wordAt(text, text.charAt(end) === ',' ? end + 2 : end + 1).toLowerCase());
}

/** The mark of a note or a source after the end of a sentence: `.[2]`, `. [3]`, or the number of its issue: `. [Feature #12]`. */
const NOTE_MARK = / ?\[(?:\^?[\w-]{1,6}|[^\][]{0,30}#\d{1,6})\]$/;

/** Returns where a sentence ends before the marks of its notes; `end` itself if no sentence ends before them. */
function beforeNotes(text: string, end: number): number {
  let at = end;
  while (text.charAt(at - 1) === ']') {
    const mark = NOTE_MARK.exec(text.slice(Math.max(0, at - 42), at));
    if (mark === null) break;
    at -= mark[0].length;
  }
  return '.!?…。！？"”’)'.includes(text.charAt(at - 1) || ' ') ? at : end;
}

/** The shortest word, in UTF-16 units, before the full stop of a plain sentence end: a single letter may be an item's marker. */
const PLAIN_WORD = 2;

/**
 * Returns what ends at a full stop between a plain word and a capital letter, as nine of ten do: what {@link endingAt} returns,
 * in less time. Undefined if the word may be an abbreviation or has anything but small letters in it.
 */
export function plainEndingAt(
  text: string,
  end: number,
  next: number,
  habits: ProseHabits,
): 'sentence' | 'tied' | undefined {
  let start = end - 1;
  for (let code = text.charCodeAt(start - 1); code > 96 && code < 123; code = text.charCodeAt(start - 1))
    start -= 1;
  if (end - 1 - start < PLAIN_WORD || (start > 0 && text.charCodeAt(start - 1) !== 32)) return undefined;
  const tables = sentenceTables(habits.language);
  if (tables.abbreviations.listed.has(text.slice(start, end - 1))) return undefined;
  return leansBack(text, next, tables) ? 'tied' : 'sentence';
}

/** So many characters before a question mark say whether it asks for an answer. */
const ASKING = 330;

/** Whether the sentence that ends at `end` is a question, and not only rhetorical: `…, right?` */
export function isQuestion(text: string, end: number): boolean {
  const last = lastMark(text, end);
  if (!QUESTION_MARKS.includes(text.charAt(last) || ' ')) return false;
  const asked = text.slice(Math.max(0, last - ASKING), last).trimEnd();
  return !RHETORICAL.some((rule) => finds(rule, asked));
}

/** Returns the last character before `end` that is not a closing quote or bracket; -1 if there is none. */
function lastMark(text: string, end: number): number {
  let last = end - 1;
  while (last >= 0 && CLOSERS.includes(text.charAt(last))) last -= 1;
  return last;
}

/** A dash and a small letter: the sentence goes on behind `It works! – but only at night.` */
const GOES_ON = /^[–—-]{1,3} ?\p{Ll}/u;

function endingInFullAt(
  text: string,
  end: number,
  next: number,
  habits: ProseHabits,
): Exclude<Ending, 'tied' | 'answer'> {
  const last = lastMark(text, end);
  if (last < 0) return 'none';
  if (opensListItem(text, next)) return 'sentence';
  const closed = last < end - 1;
  const following = firstLetter(text, next);
  if (closed && isUpper(following) && endsWithSmiley(text, end)) return 'sentence';
  switch (markKind(text.charAt(last))) {
    case 'stop':
      return endingAtStop({
        text,
        stop: last,
        closed,
        next,
        word: wordBefore(text, last),
        following,
        nextWord: wordAt(text, next).toLowerCase(),
        habits,
        tables: sentenceTables(habits.language),
      });
    case 'ask':
      if (GOES_ON.test(text.slice(next, next + 4))) return 'clause';
      if (!isLower(following)) return 'sentence';
      if (closed) return 'none';
      if (habits.lowerCase || seemsName(text, next)) return 'sentence';
      return NAMES_WITH_MARKS.has(wordBefore(text, last + 1).toLowerCase()) ? 'none' : 'clause';
    case 'end':
      return 'sentence';
    case 'dots':
      return isLower(following) || wordAt(text, next) === 'I' ? 'clause' : 'sentence';
    case 'clause':
      return 'clause';
    case undefined:
      return withoutMark(text, { end, next }, habits);
  }
}

/** How far back a word is looked for before an emoji, in UTF-16 units. */
const EMOJI_REACH = 24;

/** Whether words stand before the emoji that ends at `end`, in its line: at its start, an emoji greets what follows. */
const hasWords = (text: string, end: number): boolean =>
  /[\p{L}\p{N}][^\n]*$/u.test(text.slice(Math.max(0, end - EMOJI_REACH), end));

/** Whether `:)` or `;-)` ends at `end`, behind words. */
const endsWithSmiley = (text: string, end: number): boolean =>
  /\s[:;]-?\)$/.test(text.slice(Math.max(0, end - 4), end)) && hasWords(text, end - 2);

function withoutMark(
  text: string,
  { end, next }: { readonly end: number; readonly next: number },
  habits: ProseHabits,
): 'sentence' | 'clause' | 'none' {
  const before = text.slice(Math.max(0, end - 4), end);
  if (before.charCodeAt(before.length - 1) > 0x203b && EMOJI_END.test(before) && hasWords(text, end)) {
    const following = firstLetter(text, next);
    if (isUpper(following) || (habits.lowerCase && isLower(following))) return 'sentence';
  }
  if (spaceEndsPhrase(text, end, next)) return 'clause';
  // A dash or a bracket begins a clause, so a cut before it is as good as one after a comma.
  return '(—–→'.includes(text.charAt(next)) ? 'clause' : 'none';
}
