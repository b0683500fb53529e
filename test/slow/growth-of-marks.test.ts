import { describe, expect, it } from 'vitest';
import { numbersFrom } from '../../bench/seeded-numbers.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

/** What Markdown, the drafts of Threadmill and its splitter give a meaning to; any of them may stand beside any other. */
const MARKS: readonly string[] = [
  ...['- [ ] ', '- ', '  - ', '1. ', '> ', '# a {#b}', '## ', '---\n', '***\n', '\n', '\n\n', '    ', '\t'],
  ...[
    '---\na: b\n',
    '```\n',
    '`',
    '$',
    '$$\n',
    '{{',
    '}}',
    '{%',
    '%}',
    '{',
    '}',
    '<',
    '<!--',
    '-->',
    '<a ',
    '</b>',
  ],
  ...[
    '[',
    ']',
    '](',
    ')',
    '![',
    '[^a]',
    '[^a]: b\n',
    '[0]',
    '[0] https://a.b\n',
    '[L]\n',
    'https://a.b/c ',
    '@a ',
    '#a ',
  ],
  ...['*', '**', '_', '~~', '|', '|-|-|\n', ':', ': ', '::: a\n', '\\', '&#x', '&amp;', '~', '^', '='],
  ...['"a ', '“', '”', '‘', '’', '«', '»', '„', '(', '…', '. ', '? ', '! ', ' — ', '; ', ', ', '— A\n'],
  ...[
    'a ',
    'a. ',
    'A. ',
    'e.g. ',
    '3. ',
    '1 kg ',
    'Fig. 1 ',
    'So ',
    '日',
    '。',
    'ก',
    'é',
    '👍🏽',
    '\u200d',
    '\u0301',
    '\u202e',
  ],
];

const SMALL = 10_000;
const LARGE = 2 * SMALL;

/** Large enough to show work on the whole text for each place, which is fast for one. */
const LONG = 500_000;

/** Each mark alone, then mixtures of two to five. */
const MIXTURES = 90;

/** Twice the text takes twice the time; three times is a fault, and four times is what a square would take. */
const MOST_GROWTH = 3;

/** Processor time in ms that the larger text may take whatever its growth: below it, noise decides. */
const FLOOR = 100;

/** How often a text is measured again before its growth is believed; the least time of each size counts. */
const RETRIES = 5;

const repeated = (piece: string, size: number): string =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

const readAndCut = (text: string): unknown => buildThread(parseDraft(text, { path: null }), xProfile());

/** Processor time in ms of some work on a text. */
function timeOf(work: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How much longer a text of twice the size takes, 0 where it is below the floor. */
function doubling(piece: string, size: number, work: (text: string) => unknown): number {
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let round = 0; round < RETRIES; round += 1) {
    large = Math.min(large, timeOf(work, repeated(piece, 2 * size)));
    if (large < FLOOR) return 0;
    small = Math.min(small, timeOf(work, repeated(piece, size)));
    if (round > 0 && large <= MOST_GROWTH * small) break;
  }
  return large / small;
}

/**
 * The growth from {@link SMALL} to {@link LARGE}, or that of the next doubling if it is less: a square shows at every
 * size, but a collection of garbage or a deoptimisation that begins between two sizes shows only there.
 */
function growth(piece: string, work: (text: string) => unknown = readAndCut): number {
  const first = doubling(piece, SMALL, work);
  return first <= MOST_GROWTH ? first : Math.min(first, doubling(piece, LARGE, work));
}

/** Two to five marks in a row, some of them many times over; the seed is in the test's name. */
function mixture(seed: number): string {
  const next = numbersFrom(seed);
  const pick = (): string => MARKS[Math.floor(next() * MARKS.length)] ?? '';
  return Array.from({ length: 2 + Math.floor(next() * 4) }, () => {
    const mark = pick();
    return next() < 0.15 ? mark.repeat(1 + Math.floor(next() * 40)) : mark;
  }).join('');
}

/** Takes the square of the text's length, which every test below must not. */
function square(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 2) {
    for (let end = at; end < text.length; end += 1)
      if (text.charCodeAt(end) === text.charCodeAt(at)) found += 1;
  }
  return found;
}

it('sees work that takes the square of the text', () => {
  expect(growth('ab', square)).toBeGreaterThan(MOST_GROWTH);
});

describe('twice the text takes about twice the processor time', () => {
  it.each([...new Set(MARKS)].map((mark) => [JSON.stringify(mark), mark] as const))('%s', (_, mark) => {
    expect(growth(mark)).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it.each(Array.from({ length: MIXTURES }, (_, seed) => [seed, mixture(seed)] as const))(
    'mixture %i: %j',
    (_, piece) => {
      expect(growth(piece)).toBeLessThanOrEqual(MOST_GROWTH);
    },
  );

  it.each([
    'Here it is:\n\n<div id="rain"></div>\n\nIt rained.\n\n',
    'Here it is:\n\n<svg><path d="M0"/></svg>\n\nIt rained.\n\n',
    'Here it is:\n\n{% include rain.html %}\n\nIt rained.\n\n',
    'Here it is:\n\n[![Rain](a.png)](https://example.org/rain)\n\n',
    'Who saw it?\n\n',
    '> The first rain\n\nIt rained.\n\n',
    'Words.\n\n        [The rain](//example.org/rain)\n\n',
  ])('half a megabyte of %j', (piece) => {
    expect(doubling(piece, LONG, readAndCut)).toBeLessThanOrEqual(MOST_GROWTH);
  });
});
