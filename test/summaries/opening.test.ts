import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { long, three, told } from './opening-of.ts';
import { SIZES } from './sizes.ts';

describe('the opening of a summary', () => {
  it('is the first paragraph as it stands', () => {
    const first = `${long(100)} It burns for eleven hours, and then it goes out. Nobody minds.`;
    expect(told(`${first}\n\n${long(120, 'Boats')}`)[0]).toBe(first);
  });

  it('is never longer than three posts', () => {
    const [first, next] = [three(440), `${long(199, 'Boats')} ${long(199, 'Boats')}`];
    expect(told(`${first}\n\n${next}`)).toEqual([first, next]);
    expect(told(`${first}\n\n${long(200, 'Boats')} ${long(199, 'Boats')}`)).toEqual([first]);
  });

  it('ends with the paragraph before one that is too long', () => {
    const more = [long(190, 'Boats'), long(190, 'Ropes'), long(190, 'Nets'), long(190, 'Oil')].join(' ');
    expect(told(`${three(196)}\n\n${more}`)).toEqual([three(196)]);
  });

  it('finishes a paragraph that is a little longer than a post', () => {
    const whole = `${long(200)} ${long(240, 'Boats')}`;
    expect(told(whole)).toEqual([whole]);
  });

  it('ends with a sentence, where the paragraph goes on for long', () => {
    const lines = ['Lamps', 'Boats', 'Ropes', 'Nets', 'Oil', 'Wicks'].map((word) => long(190, word));
    const [made = '', ...more] = told(lines.join(' '));
    expect(more).toEqual([]);
    expect(lines.map((_, at) => lines.slice(0, at + 1).join(' ')).slice(0, 4)).toContain(made);
  });

  it('does not end with what promises more', () => {
    const first = three(200);
    const rest = long(700, 'Boats');
    expect(told(`${first}\n\nFirst of all, lamps burn oil. ${rest}`)).toEqual([first]);
    expect(told(`${first} A lamp needs three things.\n\n- Oil\n- Wicks\n- Tin`)).toEqual([first]);
    const list = `${long(110)} Nobody minds. A lamp needs three things.\n\n- Oil\n- Tin`;
    expect(told(list).join(' ')).not.toContain('three things');
  });

  it('says what the first three sentences say, though that takes three posts', () => {
    const three = [long(200), long(240, 'Boats'), long(398, 'Ropes')];
    expect(told(three.join(' '))).toEqual([three.join(' ')]);
    expect(told(three.join('\n\n'))).toEqual(three);
    expect(told(`${long(200)} ${long(240, 'Boats')} ${long(399, 'Ropes')}`)).toEqual([
      `${long(200)} ${long(240, 'Boats')}`,
    ]);
  });

  it('tells what takes back its last sentence, if that is short enough', () => {
    const [first, half] = [three(200), 'Anybody can light the lamp of a harbour.'];
    const turn = 'But nobody does.';
    expect(told(`${first} ${half} ${turn}`)).toEqual([`${first} ${half} ${turn}`]);
    expect(told(`${first}\n\n${half} But ${long(700)}`)).toEqual([first]);
    expect(told(`${long(280)} But ${long(700)}`)).toEqual([long(280)]);
  });

  it.each([
    ['a heading', `## Boats\n\n${long(90, 'Ropes')}`],
    ['a list', `- ${long(90, 'Ropes')}\n- ${long(90, 'Nets')}`],
    ['code', '    burn(11)'],
    ['a line that leads up to something', 'The harbour needs three things:'],
    ['an invitation', 'Check out the lamps of the harbour when you are there.'],
    ['a question whose answer is below a heading', 'How does one get to the lamp?\n\n## Up'],
    ['another’s words', '“A lamp is easier to love than to keep.” - Walter Berg'],
  ])('ends before %s', (_, rest) => {
    expect(told(`${long(110)}\n\n${rest}`)[0]).toBe(long(110));
    expect(told(`${long(110)}\n\n${rest}`).slice(1)).not.toContain(rest);
  });

  it('does not end with the half of a thought', () => {
    const half = 'The trouble with lamps is not that they burn oil all night and all day.';
    const whole = 'It is that everybody forgets to fill them.';
    expect(told(`${long(100)} ${half} ${whole}`)[0]).toContain(whole);
    const lamps = three(190);
    expect(told(`${lamps} ${half} ${long(700, 'It')}`)[0]).toBe(lamps);
  });

  it('keeps a question with a paragraph of its own together with its answer', () => {
    const [question, answer] = ['How does one get to the lamp of the harbour?', long(120, 'Stairs')];
    expect(told(`${question}\n\n${answer}`)).toEqual([question, answer]);
    const [lamp, stairs] = [long(110), long(700, 'Stairs')];
    // Readers would end 22 of 25 openings with such a question: the link below leads to its answer.
    expect(told(`${lamp}\n\n${question}\n\n${stairs}`)).toEqual([lamp, question]);
  });

  it('goes on with a paragraph that leans on it', () => {
    const [first, turn] = [three(450), 'This is not true of glass. Glass breaks.'];
    expect(told(`${first}\n\n${turn}\n\n${long(90, 'Ropes')}`).slice(0, 2)).toEqual([first, turn]);
  });

  it('may say inside what the post is about, or what follows', () => {
    const about = 'In this post I describe how we keep them alight.';
    expect(told(`${long(90)} ${about}`)[0]).toBe(`${long(90)} ${about}`);
    const next = `${long(90)} Let’s look at how it works.`;
    expect(told(next)[0]).toBe(next);
  });

  it('begins with neither, unless all of the first sentences lean on something', () => {
    const about = 'In this post I describe how we keep them alight.';
    expect(told(`${about}\n\n${long(140)}`)[0]).toBe(long(140));
    expect(told(`${about} It was cold. They burnt.\n\n${long(140)}`)[0]).toContain(about);
    const but = 'But nobody came to the harbour for a week.';
    expect(told(`${but}\n\n${long(140)}`)[0]).toBe(long(140));
    expect(told(`${but} It was cold. They burnt.\n\n${long(140)}`)[0]).toContain(but);
    const short = 'The short version is that lamps burn oil all night on every coast.';
    expect(told(`${about} ${short}`)[0]).toBe(`${about} ${short}`);
    expect(told(`Now that lamps burn, boats find the harbour. ${long(140)}`)[0]).toContain('Now that');
    const show = 'I want to share what I know of the lamps.';
    expect(told(`${show} Boats burn oil.`)[0]).toContain(show);
    const link = 'The lamp of the harbour is at https://example.org/lamp now.';
    expect(told(`${link}\n\n${but} It was cold.`)).toEqual([link, `${but} It was cold.`]);
    const line = 'The lamp of the harbour said:';
    expect(told(`${line}\n\n    burn(11)\n\n${but} It was cold.`)).toEqual([line, `${but} It was cold.`]);
  });

  it.each([
    ['a shout', 'Party!'],
    ['a label with a link', 'Link: [Lamps](https://example.org/lamps)'],
    ['a later note', 'Update: the lamp has been replaced since.'],
    [
      'a later note below its date',
      '**_Update November 2022_** Lamps of this kind are in every harbour now.',
    ],
    ['a note with its date', '2026-05-26 Now with a second lamp for the harbour'],
    ['a note below its label', 'Update 2026-05-26\n\nIt turns out that the lamp has been replaced since.'],
    ['a greeting', 'Hello again from the harbour.'],
    ['an alternative', 'If you prefer videos to articles, there is one about lamps.'],
    ['a word that joins it to nothing', 'But nobody came to the harbour for a week.'],
  ])('skips %s', (_, line) => {
    expect(told(`${line}\n\n${long(140)}`)[0]).toBe(long(140));
  });

  it('begins with a short sentence where its paragraph goes on', () => {
    const first = `Sleep. ${long(140)}`;
    expect(told(first)[0]).toBe(first);
  });

  it('begins with no sentence of a paragraph whose earlier ones are left out', () => {
    const broken = `Call \`burn({ hours: 11 }); wait()\` now. ${long(140)}`;
    expect(told(`${broken}\n\n${long(150, 'Boats')}`)[0]).toBe(long(150, 'Boats'));
  });

  it('speaks of the title with its first words, and with no others', () => {
    const first = `This is an easy thing to build on any coast. ${long(100)}`;
    expect(told(first)[0]).toBe(first);
    expect(told(`![A lamp](lamp.png)\n\n${first}\n\n${long(140, 'Boats')}`)[0]).not.toContain('This is');
    for (const [own, rest] of [
      [
        'Es wurde eine Lampe gefunden, die am Hafen die ganze Nacht lang Öl verbrennt und dabei raucht.',
        'Die Boote fahren nicht mehr aus, weil niemand weiß, wann das Öl für die Lampe wieder kommt.',
      ],
      [
        'C’est une lampe qui brûle de l’huile toute la nuit dans le port, et qui fume en hiver.',
        'Les bateaux ne sortent plus, parce que personne ne sait quand l’huile va arriver dans le port.',
      ],
    ] as const)
      expect(told(`${own}\n\n${rest}`)[0]).toBe(own);
  });

  it('goes on below the code where it is scant', () => {
    const scant = 'Lamps burn oil all night.';
    const next = long(140, 'Boats');
    expect(told(`${scant}\n\n    burn(11)\n\n${next}`)).toEqual([scant, next]);
  });

  it('goes on with the first sentences of the post below what cannot be told', () => {
    const [first, next] = [long(110), long(140, 'Boats')];
    expect(told(`${first}\n\n## Boats\n\n${next}`)).toEqual([first, next]);
    expect(told(`${first}\n\n## Boats\n\nThis is why. ${next}`)).toEqual([first]);
    expect(told(`${first} See https://example.org/lamp for more. ${next}`)).toEqual([`${first} ${next}`]);
    expect(told(`${first} See https://example.org/lamp for more. It burns. ${next}`)).toEqual([first]);
  });

  it.each([
    ['leans on what is left out', 'It burns for eleven hours.'],
    ['names what is left out', 'The jug of which nobody knows is another thing of brass.'],
    ['is a shout', 'Boats!'],
    ['is a step of an instruction', 'Turn the knife in the lock.'],
  ])('does not go on below what cannot be told where the next sentence %s', (_, next) => {
    const first = long(110);
    expect(told(`${first}\n\n    burn(11)\n\n${next}`)).toEqual([first]);
  });

  it('leaves out no sentence because it is too long, and goes on after it', () => {
    const [first, next] = [long(110), long(140, 'Boats')];
    expect(told(`${first} ${long(800, 'Ropes')} ${next}`)).toEqual([first]);
  });

  it.each([
    ['a name that X takes for a link', 'The lamps of Micro.blog burn oil all night, as lamps do.'],
    ['the number of an issue', 'The lamps that leak, as in issue #82, burn oil all night.'],
    ['inline code', 'The lamps that `burn(11)` lights in the tower burn oil all night, as lamps do.'],
  ])('may begin with %s, but not late in the post', (_, first) => {
    const rest = long(140, 'Boats');
    expect(told(`${first} ${rest}`)).toEqual([`${first} ${rest}`.replaceAll('`', '')]);
    const late = 'Hello again. Thanks to Ada. Thanks to Jo.';
    expect(told(`${late}\n\n${first} ${rest}`)).not.toContain(`${first} ${rest}`.replaceAll('`', ''));
  });

  it('ends with the line that leads up to the answer, which the link stands below', () => {
    const [first, answer] = [`Nobody minds. ${long(110)}`, 'After a long winter I found this recipe:'];
    const point = 'Every harbour should count the oil of its lamps because oil is dear to every harbour.';
    const post = (line: string): string => `${first}\n\n${line}\n\n    burn(11)\n\n## More\n\n${point}`;
    expect(told(post(answer))).toEqual([first, answer]);
    expect(told(post('After a long winter I got this error:'))).not.toContain(
      'After a long winter I got this error:',
    );
    expect(told(`${first}\n\n## Oil\n\n${answer}\n\n    burn(11)`)).toEqual([first]);
    expect(told(`${first}\n\n    burn(10)\n\n${answer}\n\n    burn(11)`)).toEqual([first]);
    expect(told(`We keep the lamps of the harbour alight:\n\n    burn(11)`)).toHaveLength(1);
  });

  it('is the first line alone, if that leads up to something', () => {
    const line = 'I found a simple way to keep the lamps of the harbour alight:';
    const rest = '    burn(11)\n\n## Oil\n\nIt was cold.';
    expect(told(`${line}\n\n${rest}`)).toEqual([line]);
    expect(told(`${line}\n\n    burn(11)\n\n${long(140)}`)).toEqual([line, long(140)]);
    // A description says more than a line without what it leads up to.
    expect(told(`${line}\n\n${rest}`, 'description: Why lamps burn.\n')).toEqual(['Why lamps burn.']);
  });

  it.each([
    'If you want to keep the lamps of the harbour alight:',
    'A keeper of the lamps in the harbour once said:',
    'We all keep the lamps of the harbour alight like this:',
    'The lamps of the harbour:',
    'We keep the lamps of harbours alight:',
    'Ein einfacher Weg, wie die Lampen am Hafen die ganze Nacht leuchten:',
  ])('is never “%s”', (line) => {
    expect(told(`${line}\n\n    burn(11)`)).toEqual([]);
  });

  it('does not end with a question whose answer is left out', () => {
    const first = long(110);
    expect(told(`${first}\n\nThe result? See https://example.org/lamp for it.`)).toEqual([first]);
    const both = 'The result? Seventy lamps from seven countries.';
    expect(told(`${first}\n\n${both}`)).toEqual([first, both]);
    expect(told(`${first} Will it burn? Will it smoke?`)).toEqual([`${first} Will it burn? Will it smoke?`]);
  });

  it('follows the author’s description, and does not say it again', () => {
    const description = 'Why the lamps of our harbour burn oil in winter, and smoke in spring.';
    const again = 'The lamps of our harbour burn oil in winter.';
    expect(told(`${again} ${long(140, 'Boats')}`, `description: ${description}\n`)).toEqual([
      description,
      long(140, 'Boats'),
    ]);
    const whole = `${description} ${long(140, 'Boats')}`;
    expect(told(whole, `description: ${description}\n`)).toEqual([whole]);
  });

  it('is the description alone where that tells enough', () => {
    const enough = `Ropes of hemp and tin ${'leak in every cold winter '.repeat(6)}`.trim();
    expect(told(long(140, 'Boats'), `description: ${enough}\n`)).toEqual([enough]);
  });

  it('is the title alone where no sentence makes sense without the others', () => {
    const post = readPost('---\ntitle: The harbour\n---\n\n- Oil\n- Wicks\n\nIt was cold.\n', {
      path: 'a.md',
      canonical: 'https://e.org/a',
    });
    const { paragraphs, findings } = summarise(post, { size: SIZES.x });
    expect(paragraphs.map(({ text, role }) => [role, text])).toEqual([['title', 'The harbour']]);
    expect(findings.map(({ code }) => code)).toContain('summary-short');
  });
});
