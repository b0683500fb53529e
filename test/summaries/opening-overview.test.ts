import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { long } from './opening-of.ts';
import { SIZES } from './sizes.ts';

const PARTS = ['Lids', 'Ropes', 'Lamps']
  .map((name) => `## ${name}\n\n${name} of the harbour are older than any of the ships that it has seen.`)
  .join('\n\n');

/** What the summary of an issue says below its title. */
const summaryOf = (top: string, parts = PARTS): string[] =>
  summarise(
    readPost(`---\ntitle: Issue 82\n---\n\n${top}\n\n${parts}\n`, {
      path: 'a.md',
      canonical: 'https://e.org/a',
    }),
    { size: SIZES.x },
  )
    .paragraphs.filter(({ role }) => role !== 'title')
    .map(({ text }) => text);

const OVERVIEW = 'This week you can read all about lids, ropes and Lamp.js, and a talk with @ada_keeps.';
const TOLD = 'This week you can read all about lids, ropes and Lamp.js, and a talk with ada_keeps.';

describe('what a newsletter says that its issue holds', () => {
  it('is its summary, without the sign of accounts and greetings', () => {
    expect(summaryOf(`Hello readers!\n\n${OVERVIEW}`)).toEqual([TOLD]);
  });

  it('is told with the rest of its paragraph, and below what is set above it', () => {
    const above = 'The harbour is fifty years old today, and we are all very happy.';
    const rest = 'The lamps of the year are here as well.';
    expect(summaryOf(`${above}\n\n${OVERVIEW} ${rest}`)).toEqual([above, `${TOLD} ${rest}`]);
  });

  it('is told without a paragraph of which something stays out', () => {
    expect(summaryOf(`Our letter comes out on Fridays. Share it with your friends!\n\n${OVERVIEW}`)).toEqual([
      TOLD,
    ]);
  });

  it('keeps the names of packages, and code', () => {
    const [told] = summaryOf('This week: the lid `@tea` is here, a rope for all, and the first @lamp/oil!');
    expect(told).toBe('This week: the lid @tea is here, a rope for all, and the first @lamp/oil!');
  });

  it.each([
    ['it names fewer things', 'This week you can read all about lids and ropes.', PARTS],
    ['it is inside a paragraph', `The harbour is fifty years old today. ${OVERVIEW}`, PARTS],
    ['it is an item', `- ${OVERVIEW}`, PARTS],
    ['a summary can’t show it', 'This week: lids, ropes, and the lamps of example.org/lamp.', PARTS],
    ['the text has two parts', OVERVIEW, PARTS.slice(0, PARTS.lastIndexOf('##'))],
    ['the text has no parts', OVERVIEW, 'Lids are round.\n\nRopes are long and of good use to everybody.'],
  ])('is no more than an opening if %s', (_, top, parts) => {
    const second = 'The old lids of the harbour are still in use by most of the cooks.';
    expect(summaryOf(`${top}\n\n${second}`, parts).join(' ')).toContain(second);
  });

  const ABOVE = 'The harbour is fifty years old.';

  it.each([
    ['has a sentence of five words', 'The harbour is fifty today.'],
    ['can’t be told', 'The plan of the harbour is on example.org/lamp.'],
    ['speaks to its readers', 'Thank you for reading our letter, and see you next week.'],
    ['leads up to something', 'Here is what we saw at the harbour today:'],
  ])('is told without a paragraph that %s', (_, unfit) => {
    expect(summaryOf(`${ABOVE}\n\n${OVERVIEW}`)).toEqual([ABOVE, TOLD]);
    expect(summaryOf(`${ABOVE} ${unfit}\n\n${OVERVIEW}`)).toEqual([TOLD]);
  });

  it.each([
    ['can’t be told', 'The plan of the harbour is on example.org/lamp.'],
    ['speaks to its readers', 'Thank you for reading our letter, and see you next week.'],
    ['leads up to something', 'Here is what we saw at the harbour today:'],
  ])('is told alone if a sentence below it %s', (_, unfit) => {
    expect(summaryOf(`${OVERVIEW} ${ABOVE}`)).toEqual([`${TOLD} ${ABOVE}`]);
    expect(summaryOf(`${OVERVIEW} ${ABOVE} ${unfit}`)).toEqual([TOLD]);
  });

  it('is told with as much of what is beside it as there is room for', () => {
    expect(summaryOf(`${long(400)}\n\n${OVERVIEW} ${ABOVE}`)).toEqual([long(400), `${TOLD} ${ABOVE}`]);
    expect(summaryOf(`${long(800)}\n\n${OVERVIEW} ${ABOVE}`)).toEqual([`${TOLD} ${ABOVE}`]);
    expect(summaryOf(`${OVERVIEW} ${long(800)}`)).toEqual([TOLD]);
    expect(summaryOf(`${OVERVIEW.slice(0, -1)}, ${long(900, 'lamps')}`)).toEqual([]);
  });

  it('is one of the first eight sentences, above the first heading', () => {
    const lines = (count: number): string => 'Oil burns.\n\n'.repeat(count);
    expect(summaryOf(`${lines(7)}${OVERVIEW}`)).toEqual([TOLD]);
    expect(summaryOf(`${lines(8)}${OVERVIEW}`)).not.toEqual([TOLD]);
    expect(summaryOf(`Oil burns.\n\n## Oil\n\n${OVERVIEW}`)).not.toEqual([TOLD]);
    expect(summaryOf(`## Oil\n\nOil burns.\n\n${OVERVIEW}`)).toEqual([TOLD]);
  });
});
