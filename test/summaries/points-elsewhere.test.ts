import { describe, expect, it } from 'vitest';
import { leavesOpening, pointsElsewhere } from '../../src/summaries/choosing/points-elsewhere.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { SIZES } from './sizes.ts';

const POST = `---
title: The bill
canonical: https://example.org/bill
---

The heating of our old house costs more than every other bill that we pay, and nobody knew why until May.

Everybody who measures a wall for a year learns more about a house than any builder has ever told us.

Nobody had to buy a new boiler, because the old one had been telling the truth about the weather all along.
`;

describe('a sentence that lives off another part of its post', () => {
  it.each([
    'The script above runs every evening and writes down what every room in the house has cost us that day.',
    'The chart below shows the bill by month, and every month of the winter costs more than all of the summer.',
    'In the code above, we parse the same body twice, and nobody ever noticed it in all of those years.',
    'Here are five tips for anyone who does the same, and every one of them has saved us a bill of heating.',
    'What follows is a list of the repairs to the house that everybody should have made before the winter.',
  ])('is in no summary: “%s”', (line) => {
    const source = POST.replace('\n\nEverybody', `\n\n${line}\n\nThe wall was cold. ${line}\n\nEverybody`);
    const { paragraphs } = summarise(readPost(source, { path: 'a.md' }), { size: SIZES.x, length: 'long' });
    expect(paragraphs.length).toBeGreaterThanOrEqual(3);
    expect(paragraphs.filter(({ text }) => text.includes(line))).toEqual([]);
  });

  it.each([
    ['en', 'Run the command below before you start.'],
    ['en', 'The above code leaks.'],
    ['en', 'We saw in the previous section that walls are cold.'],
    ['en', 'The pump is loud (see below).'],
    ['en', 'As shown above, the wall is cold.'],
    ['en', 'The wall, as shown here, is cold.'],
    ['en', 'See Figure 3 for the bill of May.'],
    ['en', 'Table 2 shows the bills.'],
    ['en', 'Below is the script that we run.'],
    ['en', 'The following three steps take a minute.'],
    ['en', 'The steps are the following.'],
    ['en', 'It works as follows.'],
    ['en', 'Here is a short list of what we bought.'],
    ['en', 'Here are some of the tools.'],
    ['en', "Here's how we did it."],
    ['en', 'Here are my reasons.'],
    ['de', 'Das Skript oben läuft jeden Abend.'],
    ['de', 'Siehe Abbildung 3.'],
    ['de', 'Die folgende Tabelle zeigt die Kosten.'],
    ['de', 'Hier sind fünf Tipps für alle, die dasselbe vorhaben.'],
    ['fr', 'Le tableau ci-dessous montre la facture.'],
    ['fr', 'Voici cinq conseils pour faire de même.'],
    ['fr', 'Le code suivant lit la page deux fois.'],
    ['es', 'El gráfico de abajo muestra la factura.'],
    ['es', 'Aquí están los cinco consejos.'],
    ['es', 'A continuación, la lista de reparaciones.'],
    ['es', 'La siguiente tabla muestra los gastos.'],
  ] as const)('is known in %s: “%s”', (language, line) => {
    expect(pointsElsewhere(line, language)).toBeDefined();
  });

  it.each([
    ['en', 'Above all, measure first.'],
    ['en', 'The list above all others is the one on the door.'],
    ['en', 'It was ten below zero.'],
    ['en', 'The figures below zero frightened us.'],
    ['en', 'The following year we moved.'],
    ['en', 'Following the talk, everybody went home.'],
    ['en', 'I am following the instructions in the envelope.'],
    ['en', 'Kites flew above the trees.'],
    ['en', 'The picture above the bed hung askew.'],
    ['en', 'The map above Anna’s desk is older than the house.'],
    ['en', 'We saw above the clouds what a kettle does.'],
    ['en', 'Here we have always boiled water.'],
    ['en', 'What follows is silence.'],
    ['en', 'We use the following tools: a hammer and a saw.'],
    ['en', 'Here are three reasons: cost, noise and heat.'],
    ['en', 'The next video will be about lids.'],
    ['en', 'The previous owner left a kettle.'],
    ['de', 'Im folgenden Jahr zogen wir um.'],
    ['de', 'Die Katze schläft oben auf dem Schrank.'],
    ['de', 'Das Bild oben im Flur hing schief.'],
    ['fr', 'La semaine suivante, nous avons déménagé.'],
    ['fr', 'Voici l’hiver.'],
    ['es', 'El año siguiente nos mudamos.'],
    ['es', 'Aquí vivimos todos.'],
  ] as const)('is not every one with a place or a time in %s: “%s”', (language, line) => {
    expect(pointsElsewhere(line, language)).toBeUndefined();
  });
});

describe('what points elsewhere only by the way', () => {
  it.each([
    'The new valve saves a third of the gas (more on that later).',
    'The new valve saves a third of the gas, as explained below.',
    'The valve has three merits, which we’ll explain below.',
    'The valve closes by itself at night, and we hope you sleep through it.',
    'Note that valves made before May have no spring.',
  ])('stays in an opening and is no point: “%s”', (text) => {
    expect(leavesOpening({ text, index: 9 }, 'en')).toBeUndefined();
    expect(pointsElsewhere(text, 'en')).toBeDefined();
  });

  it.each([
    'If the valve hisses at night or in the morning, let us know.',
    'The valve of the year can be seen below.',
    '(More on that later.)',
  ])('is all that a sentence says: “%s”', (text) => {
    expect(leavesOpening({ text, index: 9 }, 'en')).toBeDefined();
  });
});

it.each([
  'If you’re interested to know why the house costs us so much, please refer to the page on our forum.',
  'If you’d like to know more about the walls of this house, please see the report.',
])('an opening ends above a sentence that only sends some of its readers elsewhere: “%s”', (line) => {
  expect(leavesOpening({ text: line, index: 2 }, 'en')).toBeDefined();
});
