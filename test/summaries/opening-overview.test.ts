import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';

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
    ['the text has no parts', OVERVIEW, 'Lids are round.\n\nRopes are long and of good use to everybody.'],
  ])('is no more than an opening if %s', (_, top, parts) => {
    const second = 'The old lids of the harbour are still in use by most of the cooks.';
    expect(summaryOf(`${top}\n\n${second}`, parts).join(' ')).toContain(second);
  });
});
