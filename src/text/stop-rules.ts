import { isLeadingAbbreviation } from './sentence-tables.ts';
import {
  isDots,
  isEither,
  isListMark,
  isNumberAlone,
  isOneWord,
  isOrdinal,
  isSpacedDots,
  isTimeOfDay,
  isWordEnd,
  opensListItem,
  opensWithTime,
  type Stop,
} from './stop.ts';
import { isLower, isUpper, opensName, seemsName } from './words-around.ts';

/** What ends at a full stop. */
type StopEnding = 'sentence' | 'clause' | 'none';

/** The shortest word, in UTF-16 units, that is hardly an abbreviation before a name in small letters. */
const PLAIN_LENGTH = 4;

type StopRule = {
  readonly when: (stop: Stop) => boolean;
  readonly ending: StopEnding;
  readonly why: string;
  /** A text: ` | ` is where a sentence ends at a full stop, ` / ` where a clause ends. */
  readonly example: string;
};

/** The first matching rule decides. Each example is a test (`test/text/stop-rules.test.ts`). */
export const STOP_RULES: readonly StopRule[] = [
  {
    when: ({ closed, text, next }) => closed && text.charAt(next) === '(',
    ending: 'clause',
    why: 'a bracket after a closed quotation belongs to it',
    example: 'She said “No.” / (and meant it) as she left.',
  },
  {
    when: ({ text, stop }) => /^[^\s.]\. \. \. \.$/.test(text.slice(stop - 7, stop + 1)),
    ending: 'none',
    why: 'spaced dots after a full stop open the next sentence',
    example: 'The field was named after its owner. | . . . The names were kept.',
  },
  {
    when: ({ text, stop, next }) =>
      isWordEnd(text, stop) && /^\. \. \. \p{Lu}/u.test(text.slice(next, next + 8)),
    ending: 'sentence',
    why: 'a full stop with spaced dots after it: the dots open the next sentence',
    example: 'One custom was old. | . . . The names were kept.',
  },
  {
    when: ({ text, next }) => /^\.(?: |$)/.test(text.slice(next, next + 2)),
    ending: 'none',
    why: 'dots that are written with spaces are one mark',
    example: 'It was grown rarer. . . and later that of naming every field.',
  },
  {
    when: ({ text, stop, following }) => isSpacedDots(text, stop) && !isUpper(following),
    ending: 'none',
    why: 'dots with spaces before a lower-case letter: words left out',
    example: 'He went out . . . and came back.',
  },
  {
    when: (stop) => isDots(stop) && stop.nextWord === 'i' && isUpper(stop.following),
    ending: 'clause',
    why: '“I” is always a capital, so it proves nothing after dots',
    example: 'Well... / I think so. | We left.',
  },
  {
    when: (stop) => isDots(stop) && isLower(stop.following),
    ending: 'clause',
    why: 'a pause inside a sentence, or an end: not worth the risk',
    example: 'Wait... / what did it say?',
  },
  {
    when: ({ text, stop }) => /[^\s.] \.{2,4}$/.test(text.slice(Math.max(0, stop - 5), stop + 1)),
    ending: 'clause',
    why: 'dots between two spaces: words or members left out, or a pause',
    example: 'They want to call M1 ... / M7 in a row. | We left.',
  },
  {
    when: (stop) => isDots(stop) && isOneWord(stop),
    ending: 'clause',
    why: 'one word before dots opens the sentence that goes on',
    example: 'It is late. | But... / Was it better so?',
  },
  {
    when: isDots,
    ending: 'sentence',
    why: 'dots before a capital letter',
    example: 'I never meant that.... | She left the shop.',
  },
  {
    when: ({ tables, word, text, next, closed }) =>
      closed && isLeadingAbbreviation(tables, word, text.charAt(next)),
    ending: 'clause',
    why: 'a bracket that ends with an abbreviation',
    example: 'The man (a Prof.) / Holt knew.',
  },
  {
    when: ({ tables, word, text, next }) => isLeadingAbbreviation(tables, word, text.charAt(next)),
    ending: 'none',
    why: 'a name, a number or an explanation follows',
    example: 'We met Dr. Holt there.',
  },
  {
    when: ({ word, text, next }) => /\p{L}str$/iu.test(word) && /\d/.test(text.charAt(next)),
    ending: 'none',
    why: 'a German street, and the number of a house in it',
    example: 'Das Lager ist in der Hafenstr. 32 im Hof.',
  },
  {
    when: ({ text, stop, next }) =>
      /\d/.test(text.charAt(next)) && /\(\p{Lu}\p{Ll}{0,3}$/u.test(text.slice(Math.max(0, stop - 5), stop)),
    ending: 'none',
    why: 'a short word behind an opening bracket and before a number: the sign of a file or a page',
    example: 'The court of the harbour (Az. 42 of May) agreed.',
  },
  {
    when: ({ text, stop, word }) => isListMark(text, stop, word),
    ending: 'none',
    why: 'the marker of an item at the start of its line',
    example: '1. The rope comes first',
  },
  {
    when: ({ text, stop, word }) =>
      opensListItem(text, stop - word.length) || opensListItem(text, stop - word.length - 2),
    ending: 'none',
    why: 'the marker of a later item of a list in one line',
    example: '1. The rope is dry | 2. The knife is sharp',
  },
  {
    when: (here) => isUpper(here.following) && isNumberAlone(here),
    ending: 'none',
    why: 'a number that would be a sentence of its own is the marker of an item in a paragraph',
    example: 'Two things are dry since Sept. 22. | 1. The rope we use. | 2. The lamp in the hall.',
  },
  {
    when: (here) => isUpper(here.following) && !here.tables.openers.has(here.nextWord) && isOrdinal(here),
    ending: 'none',
    why: 'an ordinal: German, Hungarian and Turkish write a full stop after the number',
    example: 'Der Wirt wohnt im 3. Stock des Hauses.',
  },
  {
    when: ({ tables, word, text, next }) =>
      tables.ordinals.length > 0 && /^\d{1,2}$/.test(word) && /^\d{1,2}\./.test(text.slice(next, next + 3)),
    ending: 'none',
    why: 'a date in ordinals',
    example: 'Das Boot kam am 3. 12. in den Hafen.',
  },
  {
    when: ({ word, text, next }) =>
      /^\p{L}$/u.test(word) && /^\p{L}{1,3}\.(?:\s|$)/u.test(text.slice(next, next + 5)),
    ending: 'none',
    why: 'an abbreviation written with a space',
    example: 'Das ist z. T. Absicht und z. B. gut.',
  },
  {
    when: (stop) =>
      isTimeOfDay(stop) && stop.tables.abbreviations.never.has(stop.nextWord) && !opensWithTime(stop),
    ending: 'sentence',
    why: 'a title after a time of day opens a sentence, unless the time is at the start of its own',
    example: 'At 7 a.m. Mrs. Okoye opened. | She closed at 4 P.M. | Mrs. Okoye left.',
  },
  {
    when: (stop) => isEither(stop) && stop.closed && isUpper(stop.following),
    ending: 'sentence',
    why: 'a closing bracket and a capital letter after an abbreviation',
    example: 'He works for a firm (Holt Inc.) | Boats are cheap there.',
  },
  {
    when: ({ tables, word, following }) =>
      tables.abbreviations.capital.has(word.toLowerCase()) && isUpper(following),
    ending: 'sentence',
    why: 'an abbreviation that ends a series, before a capital letter',
    example: 'We sell ropes, lamps, etc. | Boats are cheap there.',
  },
  {
    when: (stop) => isEither(stop) && isUpper(stop.following) && stop.tables.openers.has(stop.nextWord),
    ending: 'sentence',
    why: 'an abbreviation that may end a sentence, before a word that often opens one',
    example: 'We left at 5 p.m. | The rain had stopped.',
  },
  {
    when: (stop) => isEither(stop) && stop.closed,
    ending: 'clause',
    why: 'a bracket ends, the sentence continues',
    example: 'It began early (at 5 a.m.) / for him.',
  },
  {
    when: isEither,
    ending: 'none',
    why: 'an abbreviation that may end a sentence, before a name',
    example: 'He read Inc. Magazine at home.',
  },
  {
    when: ({ word, nextWord, tables, closed, following, habits }) =>
      /^\p{Lu}$/u.test(word) &&
      !closed &&
      !(isUpper(following) && (tables.openers.has(nextWord) || habits.letters?.has(word) === true)),
    ending: 'none',
    why: 'an initial, unless a word follows that often opens a sentence, or the letter is a word of the text',
    example: 'The book by A. Keeper is in hall B. | The rest is lost.',
  },
  {
    when: ({ text, stop }) => ')]'.includes(text.charAt(stop - 1)),
    ending: 'sentence',
    why: 'a full stop after a bracket ends a sentence, whatever comes next',
    example: 'We read it (twice). | rustc was slow.',
  },
  {
    when: ({ following, habits, text, word, next }) =>
      isLower(following) &&
      !habits.lowerCase &&
      !opensName(text, next) &&
      !(word.length >= PLAIN_LENGTH && seemsName(text, next)),
    ending: 'none',
    why: 'a lower-case letter begins no sentence, unless it begins a name such as iPhone, or i18n behind a plain word',
    example: 'The gauge ver. two is here. | iPhones work, too.',
  },
];

/** A word without full stops that is no number in Roman digits, which might mark an item. */
const PLAIN_WORD = /^(?![IVXivx]+$)[A-Z]?[a-z]{2,}$/;

/** Returns what ends at a full stop: a sentence, where no rule says otherwise. */
export function endingAtStop(stop: Stop): StopEnding {
  // Nine of ten full stops are between a plain word and a capital letter: skip the rules.
  if (isUpper(stop.following) && stop.text.charAt(stop.next) !== '(' && isPlainWord(stop)) return 'sentence';
  return STOP_RULES.find(({ when }) => when(stop))?.ending ?? 'sentence';
}

const isPlainWord = ({ word, tables: { abbreviations } }: Stop): boolean =>
  PLAIN_WORD.test(word) && !abbreviations.listed.has(word.toLowerCase());
