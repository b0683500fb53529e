import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { withoutReference } from '../../src/summaries/writing/item-lines.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';

const summaryOf = (body: string): string =>
  summarise(
    readPost(`---\ntitle: Rye bread\n---\n\n${body}\n`, { path: 'a.md', canonical: 'https://e.org/a' }),
    { length: 'medium' },
  )
    .paragraphs.map(({ text }) => text)
    .join('\n');

const PROSE = `Rye bread needs no kneading, because rye has hardly any gluten to work on.

A loaf of rye keeps for nine days in a cloth, and tastes better on the third than on the first.

Most people bake rye too hot, so that the crust is black before the middle of the loaf is done.

The dough is ready when the flour on its top has cracked in three or four places.`;

const PARTS = `- 400 g of whole rye flour from the mill at the bridge, sieved twice.
- two cups of lukewarm water from the tap in the yard
- A tin with a lid from the drawer under the old oven`;

const STEPS = `1. Stir the flour into the water with a wooden spoon.
2. Cover the bowl and put it on the shelf above the stove.
3. Scrape the dough into the tin and wet its top.
4. Bake the loaf for an hour and turn it out at once.`;

describe('items of a list', () => {
  it('that name parts and tools are no points', () => {
    const summary = summaryOf(`${PROSE}\n\n## What you need\n\n${PARTS}`);
    expect(summary).toContain('A loaf of rye keeps for nine days');
    expect(summary).not.toMatch(/400 g|two cups|A tin/);
  });

  it('in German neither', () => {
    const summary = summaryOf(
      `Roggenbrot braucht kein Kneten, weil Roggen kaum Gluten hat, das man bearbeiten könnte.

Ein Laib hält sich neun Tage in einem Tuch und schmeckt am dritten besser als am ersten.

Die meisten backen Roggen zu heiß, so dass die Kruste schwarz ist, bevor die Mitte gar ist.

- 400 g Roggenmehl aus der Mühle an der Brücke, zweimal gesiebt und kühl gelagert.
- Eine Form mit Deckel aus der Schublade unter dem Herd in der Küche`,
    );
    expect(summary).toContain('Ein Laib hält sich neun Tage');
    expect(summary).not.toMatch(/400 g|Eine Form/);
  });

  it('that say something are points as before', () => {
    const items = `- A tin with a lid keeps the steam in, and the crust soft, for the first half hour.
- 400 g of flour is enough for a loaf that feeds four people for two days.
- The water should be as warm as the hand that pours it into the bowl of flour.`;
    expect(summaryOf(items)).toMatch(/A tin with a lid|400 g of flour|The water should/);
  });
});

describe('numbered steps', () => {
  it('are left to the post where there is anything else', () => {
    const summary = summaryOf(`${PROSE}\n\n## Steps\n\n${STEPS}`);
    expect(summary).toContain('A loaf of rye keeps for nine days');
    expect(summary).not.toMatch(/Stir|Cover|Scrape|turn it out/);
  });

  it('are points where they are the post', () => {
    expect(summaryOf(`Four rules for rye.\n\n${STEPS}`)).toMatch(/Stir|Cover|Scrape|Bake/);
  });

  it('are points where they say why', () => {
    const why = `1. Stir the flour into water that is as warm as your hand, because cold water wakes none of the yeasts that live on rye.`;
    expect(summaryOf(`${PROSE}\n\n${why}`)).toContain('because cold water wakes none');
  });
});

it('finds nothing to say in a post of nothing but parts', () => {
  expect(summaryOf(PARTS)).toBe('');
});

describe('the line of an item', () => {
  it.each(['See docs', 'See the docs.', '(see the readme)', 'Read more.'])(
    'loses what only says where more is: “%s”',
    (reference) => {
      expect(withoutReference(`The lamp burns all night (or so). ${reference}`)).toBe(
        'The lamp burns all night (or so).',
      );
    },
  );

  it('loses the same behind a dash', () => {
    const line = 'The new lid fits all lamps - Check out the blog post for more info (1.24.0, Docs)';
    expect(withoutReference(line)).toBe('The new lid fits all lamps (1.24.0, Docs)');
    const kept = 'The new lid fits all lamps - see how it does so by night';
    expect(withoutReference(kept)).toBe(kept);
  });

  it.each([
    'See docs',
    'The lamp burns. See how it burns at night.',
    'The lamp burns. More oil is needed.',
    'All of the harbour can see the docs',
  ])('keeps what says something: “%s”', (line) => {
    expect(withoutReference(line)).toBe(line);
  });
});
