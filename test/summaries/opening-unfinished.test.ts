import { describe, expect, it } from 'vitest';
import { long, told } from './opening-of.ts';

const FIRST = `${long(150)} The lamp of the harbour burns oil all night.`;

it.each([
  'If you only want out of this dark hall that you are in...',
  'The keeper unplugged the lamp, carried it down and…',
])('an opening does not end above a heading with half a thought: “%s”', (half) => {
  expect(told(`${FIRST}\n\n${half}\n\n## The best way\n\nBuy a lamp of brass.`)).toEqual([FIRST]);
});

it('an opening may end with dots above a heading', () => {
  const whole = 'The oil that was left gave the keeper of the lamp an idea…';
  expect(told(`${FIRST}\n\n${whole}\n\n## The best way\n\nBuy a lamp of brass.`)).toEqual([FIRST, whole]);
});

it('a sentence from the middle of a paragraph is told with all of it above, where the post has no title', () => {
  const start = 'In response to this flood, we ask all harbours of the coast to light a lamp.';
  const rest =
    'There shall be no darkness in any of them. Keepers who sleep at night should be sent to school.';
  const post = `@jonas and I write about boats and lamps of the coast:\n\n\`\`\`\nboat\n\`\`\`\n\n${start} ${rest}`;
  expect(told(post, '', '""')).toEqual([`${start} ${rest}`]);
});

describe('an opening that would end on what the next sentence turns round', () => {
  it('ends before it, and before what only shows the code below', () => {
    const first = 'Every keeper has a lamp, and every lamp of the harbour has a keeper.';
    expect(told(`${first} It seems like it ought to be a match. So what is missing?`)).not.toContain(
      `${first} It seems like it ought to be a match.`,
    );
    expect(told(`${first}\n\nBelow is the lamp of the harbour.\n\n\`\`\`\noil\n\`\`\``)).toEqual([first]);
  });
});

it('an opening does not end with an old story above the news that are like it', () => {
  const story = `Years ago, the keepers of the harbour lit ${long(150, 'lamps')} Worse, they burnt oil that was not even theirs.`;
  const of = (again: string): string[] =>
    told(`${story}\n\n${again} The keepers of the coast burn our oil now, too. ${long(600, 'Boats')}`);
  expect(of('It seems that the same thing has happened again.')).toHaveLength(2);
  expect(of('The keepers went home in the morning.')).toEqual([story]);
});

it('an opening does not end with the question that a list of news answers, also if the next sentence does', () => {
  const question = 'So what has changed in the lamp?';
  expect(told(`${FIRST}\n\n${question}\n\nIt is of wax.\n\n## Oil\n\nOil burns all night.`)).not.toContain(
    question,
  );
  expect(told(`${FIRST}\n\n${question}\n\n## Oil\n\nOil burns all night.`)).toEqual([FIRST]);
});

describe('a line with a colon below a sentence', () => {
  const first = 'The oil of the lamp is burnt by two flames of one size.';
  it('goes where the code below it is left out, also above the mark of a teaser', () => {
    const line = 'The amount of oil on a lamp of today is:';
    expect(told(`${first} ${line}\n\n<!-- more -->\n\n\`\`\`\noil\n\`\`\`\n\nBoth burn.`)).toEqual([first]);
  });

  it('goes if it is a label above links', () => {
    const links = 'Release notes:\n\n- [Lamp](https://example.org/a)\n- [Lamp-Oil](https://example.org/b)';
    expect(told(`${first}\n\n${links}`)).toEqual([first]);
  });
});
