import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/summaries/choosing/opening-passages.ts';
import { contextOf } from './ends-of.ts';
import { long } from './opening-of.ts';

/** The ends of all that an opening of a post may tell, as the numbers of their sentences. */
const ends = (body: string, description?: string): (number | undefined)[] =>
  passagesOf(contextOf(body, '', description)).map((told) => told.at(-1)?.index);
/** The longest that an opening of a post may be. */
const longest = (body: string, description?: string): string[] =>
  (passagesOf(contextOf(body, '', description)).at(-1) ?? []).map(({ text }) => text);

const ADA = 'Ada keeps a lamp by the sea.';
const JO = 'Jo rows a boat at night.';
const TIN = 'Tin rusts in the rain.';
const BELL = 'A bell hangs beside a horn.';
/** More than the first sentences, below which an opening goes on with none that it can jump to. */
const LEAD = `${ADA} ${JO} ${TIN} ${long(120)}`;

describe('what an opening may tell', () => {
  it('ends with each sentence that follows the first', () => {
    expect(ends(`${ADA} ${JO}\n\n${TIN}\n\n${BELL}`)).toEqual([0, 1, 2, 3]);
  });

  it('is three posts at most', () => {
    const body = (length: number): string => `${long(419)} ${long(length, 'Ropes')} ${TIN}`;
    expect(ends(body(420))).toEqual([0, 1]);
    expect(ends(body(421))).toEqual([0]);
    expect(ends(long(841))).toEqual([]);
  });

  it('is nothing where no sentence can open', () => {
    expect(ends('- Oil\n- Tin')).toEqual([]);
    expect(ends('')).toEqual([]);
  });

  it.each([
    ['an address', 'All boats are at https://e.org/boats and in the harbour.'],
    ['code', '    sail(11)'],
    ['a list', '- Boats sail past the pier.\n- Ships sail past it.'],
    ['an item', `- ${BELL}`],
    ['a heading', `## Boats`],
  ])('goes on over no %s, if it says enough', (_, block) => {
    expect(longest(`${LEAD}\n\n${block}\n\n${BELL}`)).toHaveLength(4);
  });

  it('goes on below what is left out, if it says little or tells one of the first sentences', () => {
    expect(longest(`${ADA}\n\n    sail(11)\n\n${JO}`)).toEqual([ADA, JO]);
    expect(longest(`${ADA}\n\n    sail(11)\n\n${JO}\n\n    row(2)\n\n${BELL} ${TIN}`)).toEqual([
      ADA,
      JO,
      BELL,
      TIN,
    ]);
  });

  it('has no transcript of a talk below words of its author', () => {
    expect(longest(`${ADA}\n\nJo Tal: Thank you, it is warm in here.`)).toEqual([ADA]);
    const below = `${ADA}\n\n    sail(11)\n\nJo Tal: The tower is warm in winter.`;
    expect(longest(below)).toEqual([ADA]);
  });

  it('has the list below its line once, and the quotation above its first sentence', () => {
    const line = 'A friend who keeps the lamp asked me:';
    expect(longest(`${line}\n\n- Does it smoke?\n- Does it burn?\n\n${TIN}`)).toEqual([
      line,
      'Does it smoke?',
      'Does it burn?',
      TIN,
    ]);
    const text = 'I get that a lot.';
    expect(longest(`> Sorry, the lamp is out.\n\n${text} ${TIN}`)).toEqual([
      'Sorry, the lamp is out.',
      text,
      TIN,
    ]);
  });

  it('ends before it says a description of four words or more again', () => {
    const again = 'Lamps of tin burn oil in every harbour.';
    expect(longest(`${ADA} ${again} ${JO}`, 'How lamps of tin burn oil in a harbour')).toEqual([ADA]);
    expect(longest(`${ADA} ${again} ${JO}`)).toHaveLength(3);
    expect(longest(`${ADA} Lamps burn oil. ${JO}`, 'How lamps burn oil')).toHaveLength(3);
    expect(longest(`${ADA} Lamps burn harbour oil. ${JO}`, 'How lamps burn harbour oil')).toEqual([ADA]);
  });

  it('has a step of an instruction only among its first three sentences', () => {
    const step = 'Fill the lamp with oil.';
    expect(longest(`${ADA} ${JO} ${step}`)).toEqual([ADA, JO, step]);
    expect(longest(`${ADA} ${JO} ${TIN} ${step} ${BELL}`)).toEqual([ADA, JO, TIN]);
    expect(longest(`${ADA}\n\n    sail(11)\n\n${JO} ${TIN} ${step}`)).toEqual([ADA, JO, TIN]);
  });
});
