import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { long, three, told } from './opening-of.ts';
import { SIZES } from './sizes.ts';

describe('the first sentences of a post in its summary', () => {
  it('tells the first three sentences, also where the third is half of a thought', () => {
    const three = 'Oil burns. Oil smokes. Anybody can light the lamp of a harbour.';
    expect(told(`${three} But ${long(800)}`)).toEqual([three]);
  });

  it('does not end with the topic of a paragraph', () => {
    const [first, topic] = [three(190), 'Lamps burn oil.'];
    expect(told(`${first}\n\n${topic} ${long(700, 'Boats')}`)).toEqual([first]);
    expect(told(`${first}\n\n${topic} ${long(120, 'Boats')}`)).toHaveLength(2);
  });

  it('goes on below a picture', () => {
    const [first, next] = ['Oil burns. Oil smokes.', long(120, 'Boats')];
    expect(told(`${first}\n\n![A lamp](a.png)\n\n${next}`)).toEqual([first, next]);
  });

  it.each([
    'Ada found a new way to trim a wick, and asked what others do on Patreon.',
    'I show a simple example in the picture below: how to trim a wick.',
  ])('tells a first sentence that says something else too: %s', (first) => {
    expect(told(`${first} Oil burns. Oil smokes.\n\n${long(140)}`)[0]).toContain(first);
  });

  it.each([
    'In this post I describe how the lamps of our harbour burn.',
    'As I said before, the lamps of our harbour burn oil all night.',
  ])('are told also where they speak of this post or another one: %s', (first) => {
    expect(told(`${first} Oil smokes. Nobody minds.\n\n${long(140)}`)[0]).toContain(first);
  });

  it('are told up to a line above code, where there is little else', () => {
    const [first, line, code] = ['Lamps burn oil.', 'Our harbour fills them so:', '    burn(11)'];
    expect(told(`${first} ${line}\n\n${code}\n\n## Oil`)).toEqual([`${first} ${line}`]);
    expect(told(`${long(100)} ${line}\n\n${code}\n\n## Oil`)).toEqual([long(100)]);
  });

  it('are told below a slogan, also where one of them is left out', () => {
    const lead =
      'Hi there!\n\nWe bring you ~~oil~~ the harbour 2.0! It is new, and it burns all night and all day of the year, and never smokes again.';
    const of = (description: string, title: string): string[] =>
      told(`${lead}\n\n## Oil`, `description: ${description}\n`, title);
    expect(of('No more rain!', 'The harbour 2.0')).toEqual([
      'No more rain!',
      'Hi there!',
      'It is new, and it burns all night and all day of the year, and never smokes again.',
    ]);
    expect(of('The harbour is new!', 'The harbour 2.0')).toEqual(['The harbour is new!']);
    expect(of('No more rain!', 'The harbour')).toEqual(['No more rain!']);
  });

  it('are the items of a list, below a slogan and a proviso about it', () => {
    const items = [
      'The lamp of the quay burns for nine hours now.',
      'A lid of tin closes by itself at night.',
    ];
    const list = items.map((item) => `- ${item}`).join('\n');
    const proviso = 'Unless otherwise noted, these are the lamps of the quay.';
    const of = (description: string, heading = 'Changes'): string[] =>
      told(`## ${heading}\n\n${proviso}\n\n${list}`, `description: ${description}\n`, 'Log 3');
    expect(of('No more rain!')).toEqual(['No more rain!', ...items]);
    expect(of('No more rain!', 'Parts')).toEqual(['No more rain!']);
    expect(
      of('What the lamps of the quay and their lids of tin can do now that they could not do.'),
    ).toHaveLength(1);
  });

  it('are told with the things below a line with a colon, if each is a paragraph', () => {
    const [line, things] = [
      'We have two new lamps for you today:',
      ['Wick - a lamp of the old kind', 'Oil - a lamp of another kind'],
    ];
    expect(told(`${line}\n\n${things.join('\n\n')}\n\n${long(140)}`).slice(0, 3)).toEqual([line, ...things]);
  });

  it('tell no line for what follows it below a description', () => {
    const line = 'When you light the lamp, the harbour shows you the following sign:';
    const head = 'description: What the lamp means, and how to mend it.\n';
    const rest = `Oil burns here, and that is what the keepers mend. ${long(140)}`;
    expect(told(`${line}\n\n    burn(11)\n\n${rest}`, head)).not.toContain(line);
  });

  it('stand as they are where none of them can open, rather than the title alone', () => {
    const lead = 'She lights it every night of the year. Thanks to everyone who wrote to us about it.';
    expect(told(`${lead} They burn oil, and so does this one.`)[0]).toContain('She lights it every night');
    expect(told('She lights it.')).toEqual([]);
  });

  it('are told where one begins with a name in lower case', () => {
    const [first, next] = [
      'We lit the new lamp of the harbour.',
      'lampd is a program that lights it every night.',
    ];
    expect(told(`${first}\n\n${next}\n\n${long(140)}`).slice(0, 2)).toEqual([first, next]);
  });

  it('begins below the word of a warning', () => {
    const text = 'This letter is a sort of public journal entry. It speaks of a lamp that went out.';
    expect(told(`CW: oil. ${text}\n\n${long(140)}`)[0]).toBe(text);
  });

  it('stand alone where the description says no more than they', () => {
    const text =
      'We are happy to announce the lamp of glass. The lamp burns oil on all coasts of the north, and in the west.';
    expect(
      told(text, 'description: The lamp of glass is now out. The lamp burns oil on all coasts.\n'),
    ).toEqual([text]);
    const more = 'The lamp of glass burns for eleven hours.';
    expect(told(text, `description: ${more}\n`)).toEqual([more, text]);
  });

  it('begin with no greeting, also one of several marks', () => {
    expect(told(`🏄 Keepers! 🐹\n\n${long(140)}`)[0]).toBe(long(140));
    expect(told(`Oil. Wicks. ${long(140)}`)[0]).toContain('Wicks.');
    const line = 'This release mends some lamps:';
    expect(told(`Hello Keepers!\n\n${line}\n\n- Tin\n- Wax`)).toEqual([line, 'Tin', 'Wax']);
    expect(told(`Hello again from the harbour.\n\n${line}\n\n- Tin\n- Wax`)).toEqual([line, 'Tin', 'Wax']);
    expect(told(`Lamps:\n\n- Tin\n- Wax`)).toEqual(['Lamps:', 'Tin', 'Wax']);
  });

  it('stand below a description that is told whole, up to two posts', () => {
    const [one, two] = ['The lamp of glass is out.', long(280, 'Ropes')];
    expect(told('Boats.', `description: ${one} ${two}\n`)).toEqual([`${one} ${two}`]);
    expect(told('Boats.', `description: ${one} ${long(560, 'Ropes')}\n`)).toEqual([one]);
  });

  it('end before they say the description again', () => {
    const again = 'We are glad to introduce new keepers of the lamp in the harbour, and other news of tin.';
    const description =
      'description: We introduce new keepers of the lamp in the harbour, and news of tin.\n';
    const first = three(90);
    expect(told(`${first}\n\n${again}\n\n${long(90, 'Nets')}`, description).slice(1)).toEqual([first]);
    expect(told(`${first}\n\n${again}\n\n${long(90, 'Nets')}`)).toContain(again);
    expect(told(`${first}\n\nNew keepers. ${long(90, 'Nets')}`, description)).toHaveLength(3);
  });

  it('stand below any description of a release, which may be the same for each', () => {
    const long170 = `Ropes of hemp and tin ${'leak in every cold winter '.repeat(6)}`.trim();
    const release = (title: string): string[] =>
      summarise(
        readPost(`---\ntitle: ${title}\ndescription: ${long170}\n---\n\n${long(140, 'Boats')}\n`, {
          path: 'a.md',
          canonical: 'https://e.org/a',
        }),
        { size: SIZES.x },
      ).paragraphs.map(({ text }) => text);
    expect(release('Lamp v2.1')).toContain(long(140, 'Boats'));
    expect(release('Lamp 2.1.0 is out')).toContain(long(140, 'Boats'));
    expect(release('Lamp 21')).not.toContain(long(140, 'Boats'));
  });

  it('are told rather than a description that says the same, however long that is', () => {
    const text = `${long(140)} The lamp of glass is out.`;
    expect(told(text.replace('Lamps', 'TLamps'), `description: '${text}'\n`)[0]).toContain('TLamps');
  });

  it('go on in the section for which a newsletter is named', () => {
    const topic = long(140, 'Boats');
    const letter = (heading: string): string =>
      `---\ntitle: "Lamp letter 7: the harbour of Brest"\n---\n\nOil burns on every coast.\n\n## Tin\n\n- Tin\n- Wax\n- Oil\n\n## ${heading}\n\n${topic}\n`;
    const below = (heading: string): string[] =>
      summarise(readPost(letter(heading), { path: 'a.md', canonical: 'https://e.org/a' }), {
        size: SIZES.x,
      }).paragraphs.map(({ text }) => text);
    expect(below('Topic: the harbour of Brest')).toContain(topic);
    expect(below('Another harbour of the north')).not.toContain(topic);
    const titled = letter('Topic: the harbour of Brest').replace(
      'Oil burns',
      '# The harbour of Brest\n\nOil burns',
    );
    expect(
      summarise(readPost(titled, { path: 'a.md', canonical: 'https://e.org/a' }), {
        size: SIZES.x,
      }).paragraphs.map(({ text }) => text),
    ).toContain(topic);
  });

  it('are told with the words that they quote, if a mark closes these', () => {
    const alone = '“The lamp burns. It never smokes.”';
    expect(told(`${alone}\n\nYes, I heard that once a year. ${long(100)}`)[0]).toBe(alone);
    expect(told(`${alone}\n\n${long(140)}`)[0]).toBe(long(140));
    const text = '“The lamp burns. It never smokes.” — Ada Byron. I heard that once a year on this coast.';
    expect(told(text)).toEqual([text]);
    expect(told(`Ada wrote to us in May. “The lamp burns. It never smokes.”\n\n${long(140)}`)[0]).toContain(
      'smokes.”',
    );
    expect(
      told(`Ada wrote to us in May. “The lamp burns. It never smokes.\n\n${long(140)}`)[0],
    ).not.toContain('smokes');
    expect(
      told(`Ada wrote. “The lamp of @ada_byron burns. It never smokes.”\n\n${long(140)}`)[0],
    ).not.toContain('smokes');
  });

  it('hold an address only where the next one leans on it, and no address in brackets', () => {
    const link = 'The lamp of the harbour is at https://e.org/lamp now.';
    expect(told(`${link} It burns oil. Nobody minds.`)).toEqual([`${link} It burns oil. Nobody minds.`]);
    expect(told(`${link} Boats burn oil. Nobody minds.`)[0]).toContain(link);
    expect(told(`${link}\n\nBoats burn oil. Nobody minds.`)[0]).toBe('Boats burn oil. Nobody minds.');
    const brackets = 'The lamp of Ada (https://e.org/ada) burns oil.';
    expect(told(`${brackets} Boats burn oil. Nobody minds.`)[0]).toBe(
      'The lamp of Ada burns oil. Boats burn oil. Nobody minds.',
    );
  });

  it('are no short line for what is left out, below a description', () => {
    const [line, head] = [
      'This is how it burns:',
      'description: How our harbour burns its lamps all night.\n',
    ];
    expect(told(`${line}\n\n    burn(11)\n\nThat is all. ${long(140)}`, head).join(' ')).not.toContain(line);
    const news =
      'The lamp of our harbour now burns for eleven hours on one filling of the good oil, and for twelve in winter:';
    expect(told(`${news}\n\n    burn(11)\n\nThat is all of it. ${long(140)}`, head).join(' ')).toContain(
      news,
    );
  });

  it('are told with a greeting that says who writes, and what', () => {
    const first = 'Hello everyone, I am Ada, and I am working on a new lamp for the harbour.';
    expect(told(`${first}\n\n${long(140)}`)[0]).toContain(first);
  });

  it('end with no line that only shows a step or an example', () => {
    const first = 'Lamps burn oil, and nobody minds.';
    for (const line of [
      'First, fill the lamp:',
      'Here is a fun lamp:',
      'Here’s how to get a match from a box:',
    ])
      expect(told(`${first} ${line}\n\n    burn(11)\n\n## Oil`)).toEqual([first]);
    const answer = 'Here’s how to light the harbour:';
    expect(told(`${first} ${answer}\n\n    burn(11)\n\n## Oil`)).toEqual([`${first} ${answer}`]);
  });
});
