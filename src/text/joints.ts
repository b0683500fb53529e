import type { LanguageCode } from '../languages/languages.ts';
import { ENDING_BRACKET, OPENS_NUMBER, opensLongBracket } from './brackets.ts';
import { BREAK, type BreakCode } from './break-list.ts';
import { closesDashes, isDashInLastMember, opensDashes } from './dashes.ts';
import {
  closesLongBracket,
  endsWithLabel,
  isBetweenAdjectives,
  isPutIn,
  joinsLast,
  joinsParallel,
  opensAnything,
  opensClause,
  opensMainClause,
  type Place,
  REACH,
} from './joint-places.ts';
import { isConjunction, jointTables } from './joint-tables.ts';
import { openMarks } from './open-marks.ts';
import { isSeries } from './series.ts';
import { wordAt, wordBefore } from './words-around.ts';

type JointRule = {
  readonly when: (place: Place) => boolean;
  readonly code: BreakCode;
  readonly why: string;
  /** A sentence with such a place, at the `|`. */
  readonly example: string;
};

/** A mark at the end of a clause. */
const ENDS_CLAUSE = /(?:[;:]|\s(?:-{1,3}|[–—])|—)$/;
/** An ellipsis behind a word, where the sentence goes on. */
const ENDS_WITH_DOTS = /[\p{L}\p{N})](?:\.{3}|…)$/u;
/** How good a place inside a sentence is; the first matching row decides. Each example is a test (`test/text/joints.test.ts`). */
export const JOINT_RULES: readonly JointRule[] = [
  {
    when: ({ bracketed }) => bracketed,
    code: BREAK.word,
    why: 'inside a bracket',
    example: 'We sailed (in the old boat, |with her new sail) to the island.',
  },
  {
    when: ({ ahead, bracketed }) => !bracketed && ENDING_BRACKET.test(ahead),
    code: BREAK.phrase,
    why: 'before a bracket of a clause that ends its sentence',
    example: 'We sailed to the island |(in the old boat, although it was slow and leaking).',
  },
  {
    when: ({ ahead }) => /^[([]/.test(ahead) && !OPENS_NUMBER.test(ahead) && !opensLongBracket(ahead),
    code: BREAK.word,
    why: 'a short bracket belongs to the word before it',
    example: 'We sailed |(slowly, as always) to the island.',
  },
  {
    when: ({ before, last, tables }) => isConjunction(tables, last) && /[\p{L}\p{N}]$/u.test(before),
    code: BREAK.word,
    why: 'a conjunction and what it joins',
    example: 'We wanted to sail that night but |if it rains we stay.',
  },
  {
    when: ({ marked, last, next, tables }) => !marked && tables.notClause.has(`${last}-${next}`),
    code: BREAK.word,
    why: 'a conjunction and the word that belongs to it',
    example: 'We stay at home in the harbour that night even |if it is a calm one.',
  },
  {
    when: ({ after, tables }) => tables.rest.test(after),
    code: BREAK.word,
    why: 'the end of a series that names no member',
    example: 'We bought ropes, sails and lamps, |and so on: all that a boat needs.',
  },
  {
    when: ({ ahead }) => opensLongBracket(ahead),
    code: BREAK.clause,
    why: 'before a long bracket',
    example:
      'We sailed to the island |(in the old boat, as always, although the keeper had said that the sail of the other one was new).',
  },
  {
    when: (place) => !place.marked && (place.enclosed || (place.quoted && !opensAnything(place))),
    code: BREAK.word,
    why: 'a word inside a quotation of a few lines or a long bracket',
    example: 'She said: “We |sail to the old island, when the harbour is open.”',
  },
  {
    when: ({ quoted, enclosed }) => quoted || enclosed,
    code: BREAK.phrase,
    why: 'inside a quotation of a few lines or a long bracket: the place before it is better',
    example: 'She said: “If the harbour is open, |we sail.”',
  },
  {
    when: ({ before, next, tables }) => tables.verbs.has(next) && /[,–—-]$/.test(before),
    code: BREAK.word,
    why: 'a verb whose subject is above what was put in',
    example: 'The harbour, which is old and deep, |was closed that night.',
  },
  {
    when: ({ before, ahead }) => opensDashes(before, ahead),
    code: BREAK.phrase,
    why: 'the first of two dashes around words that are put in',
    example: 'We sailed to the old island—|the one with the birds—and it took a day.',
  },
  {
    when: ({ before, next, tables }) =>
      closesDashes(before) && !isConjunction(tables, next) && !tables.links.has(next),
    code: BREAK.phrase,
    why: 'behind a few words between two dashes: the sentence goes on as before them',
    example: 'We would sail to the old island, but - this summer - |the lamp is not burning.',
  },
  {
    when: ({ before, tables }) => isDashInLastMember(before, tables.series),
    code: BREAK.phrase,
    why: 'a dash inside the last member of a series, whose other ones have remarks, too: the comma before it is better',
    example: 'They sell ropes (of hemp), nets (of wire), and lamps of brass - |formerly the best in the bay.',
  },
  {
    when: isBetweenAdjectives,
    code: BREAK.phrase,
    why: 'a comma between two adjectives',
    example: 'The keeper bought us for the light room an expensive, |well-made lamp.',
  },
  {
    when: ({ before, last, tables }) =>
      before.endsWith(',') && (tables.clause.has(last) || tables.links.has(last)),
    code: BREAK.phrase,
    why: 'words that are put in behind a conjunction: the place before it is better',
    example: 'We wanted to sail that night but, |if it rains, we stay.',
  },
  {
    when: isPutIn,
    code: BREAK.clause,
    why: 'a short dependent clause put in before another: the place behind it is as good',
    example: 'When the harbour is open again, |as the old log says, we sail to the island.',
  },
  {
    when: (place) =>
      place.marked &&
      (opensClause(place) ||
        (place.tables.dependent.has(place.next) && !isSeries(place) && !joinsLast(place))),
    code: BREAK.turn,
    why: 'a mark, and a word that opens a clause',
    example: 'We sailed to the old island in the bay, |which was closed.',
  },
  {
    when: ({ before }) => ENDS_CLAUSE.test(before.slice(-4)) && !endsWithLabel(before),
    code: BREAK.turn,
    why: 'a semicolon, a colon or a dash',
    example: 'We sailed to the old island in the bay - |it took a day.',
  },
  {
    when: ({ before, last, tables }) =>
      ENDS_WITH_DOTS.test(before.slice(-4)) &&
      !isConjunction(tables, last) &&
      !tables.links.has(last) &&
      !tables.articles.has(last),
    code: BREAK.turn,
    why: 'an ellipsis inside a sentence',
    example: 'We sailed to the old island in the bay... |all the way in the fog.',
  },
  {
    when: opensMainClause,
    code: BREAK.main,
    why: 'a comma before the main clause',
    example: 'When the harbour was open again, |we sailed to the island.',
  },
  {
    when: ({ before }) => closesLongBracket(before, ','),
    code: BREAK.main,
    why: 'a comma behind a long bracket: the author paused twice',
    example: 'We painted the boat (all of it, down to the least of her old oars), |keeping the name.',
  },
  {
    when: ({ before, next, tables }) => tables.series.has(next) && closesLongBracket(before),
    code: BREAK.clause,
    why: 'behind a long bracket, the other half of what a conjunction joins',
    example: 'She was known for the boat (the one with the red sail and the old bell) |and being early.',
  },
  {
    when: isSeries,
    code: BREAK.phrase,
    why: 'a comma between short members of a series, around a word that is put in, or after a short opening',
    example: 'We bought ropes, |sails and a lamp for the boat.',
  },
  {
    // `a hard but happy life`: what it joins may be two words only, unless a bracket is before it.
    when: (place) =>
      opensClause(place) &&
      (place.tables.stopWords.has(place.second) ||
        place.tables.subjects.has(place.second) ||
        place.before.endsWith(')')),
    code: BREAK.clause,
    why: 'a word that opens a clause of its own, or a conjunction and a subject',
    example: 'We wanted to sail to the island that night |but the harbour was closed.',
  },
  {
    when: ({ last, next, after, tables }) =>
      tables.bare.test(after) && !tables.notClause.has(`${last}-${next}`),
    code: BREAK.clause,
    why: 'a clause that has the subject of the one before',
    example: 'We sailed to the old island in the bay |while watching the lamp of the harbour.',
  },
  {
    when: (place) => !place.marked && joinsParallel(place),
    code: BREAK.clause,
    why: 'a conjunction between two halves that open a phrase in the same way',
    example: 'We bought a brass lamp for the old pier |and a bell for the boat.',
  },
  {
    when: ({ marked }) => marked,
    code: BREAK.clause,
    why: 'another mark of a clause',
    example: 'We sailed to the island that night, |down the old river.',
  },
  {
    // `Assistance for Families` is one name, and `a long and happy life` one thing.
    when: ({ before, after, last, next, second, tables }) =>
      (tables.phrase.has(next) || tables.dependent.has(next)) &&
      !(tables.series.has(next) && !tables.stopWords.has(second) && !before.endsWith(')')) &&
      !tables.stopWords.has(last) &&
      !(/\p{Lu}[\p{L}’'-]*$/u.test(before) && /^\S+ \p{Lu}/u.test(after)) &&
      /^\S+ [^([]/.test(after),
    code: BREAK.phrase,
    why: 'a word that opens a phrase',
    example: 'We sailed to the island |with the old lamp.',
  },
];

/** Returns the code of a place inside a sentence, by how good it is to cut there: `turn`, `main`, `clause`, `phrase` or `word`. */
export function jointAt(
  text: string,
  { end, start, marked }: { readonly end: number; readonly start: number; readonly marked: boolean },
  language: LanguageCode,
): BreakCode {
  const tables = jointTables(language);
  const before = text.slice(Math.max(0, end - REACH), end);
  const ahead = text.slice(start, start + 2 * REACH);
  const after = ahead.slice(0, REACH);
  const next = wordAt(after, 0);
  const gap = after.indexOf(' ');
  const place: Place = {
    before,
    after,
    ahead,
    last: wordBefore(before, lastLetter(before)).toLowerCase(),
    next: next.toLowerCase(),
    second: gap < 0 ? '' : wordAt(after, gap + 1).toLowerCase(),
    ...openMarks(text, end),
    marked,
    tables,
  };
  return JOINT_RULES.find(({ when }) => when(place))?.code ?? BREAK.word;
}

/** Returns where the last letter or digit of a text ends. */
function lastLetter(text: string): number {
  let end = text.length;
  while (end > 0 && !/[\p{L}\p{N}]/u.test(text.charAt(end - 1))) end -= 1;
  return end;
}
