import { describe, expect, it } from 'vitest';
import { long, told } from './opening-of.ts';

const LEANS = 'She lights it every night of the year.';
const REST = `Oil burns. Oil smokes. ${long(140, 'Boats')}`;

describe('where the opening of a summary begins', () => {
  it.each([
    ['a label', 'Lamps of the coast'],
    ['a note that was added later', 'Update: the lamp of the harbour has been replaced since.'],
    ['a notice of the site', 'This post has been archived, since the lamp is no more.'],
    ['a note with a sign', '⚠️ Update (2021-07-14): the lamp of the harbour is even brighter.'],
    [
      'a note in a box',
      '**⚡️ Update (2021-07-14): It is even brighter!**\n\nThe lamp of the harbour has been replaced since.',
    ],
    ['the caption of a cover', 'Cover image: the lamp of the harbour by night. It burns oil.'],
    ['a sentence with an address', 'All of it is at https://e.org/lamps for those who keep one.'],
    ['a sentence about another post', 'In the last post, we spoke of oil.'],
  ])('is the first sentence below %s, whatever that leans on', (_, above) => {
    expect(told(`${above}\n\n${LEANS} ${REST}`).join(' ')).toContain(LEANS);
  });

  it('is none that leans on a sentence above it that is left out', () => {
    expect(told(`Therefore it was she, and nobody else.\n\n${LEANS}\n\n${REST}`)[0]).toBe(REST);
  });

  it('is one that says what the post is for, also where it points', () => {
    const purpose = 'With winter upon us, we would like to take this opportunity to recap what lamps did.';
    expect(told(`Happy new year, keepers!\n\n${purpose}\n\n${REST}`)[0]).toBe(purpose);
  });

  it('is the first sentence of the post if that says what the post is for', () => {
    const purpose = 'In this post, we introduce a lamp of our own, which burns oil all night on ships.';
    expect(told(`${purpose} It needs no keeper.\n\n${REST}`)[0]).toBe(`${purpose} It needs no keeper.`);
    expect(told(`In this post, as in all the others, she lights it.\n\n${REST}`)[0]).toBe(REST);
  });

  it('is no aside', () => {
    expect(told(`(She lights it every night.) Lamps burn oil all night. ${REST}`)).toEqual([
      `Lamps burn oil all night. ${REST}`,
    ]);
  });

  it('is no step, unless it goes on with an opening', () => {
    expect(told(`Fill the lamp with oil.\n\n${REST}`)[0]).toBe(REST);
    expect(
      told(`Lamps burn oil all night.\n\nFill the lamp with oil, and wait. ${REST}`).join(' '),
    ).toContain('Fill');
  });

  it('is, below the first sentences, none with a name of a program', () => {
    const lead = ['It smokes.', 'It coughs.', 'It burns.'].map((words) => `Therefore ${words}`).join('\n\n');
    const named = `The keepers of our coast write about all of it on lamps.io, and about boats. ${long(120, 'Boats')}`;
    const free = `The keepers of our coast write about all of it in letters, and about boats. ${long(120, 'Boats')}`;
    expect(told(`${lead}\n\n${named}\n\n${free}`)[0]).toBe(free);
    expect(told(`${named}\n\n${free}`)[0]).toBe(named);
  });

  it('is one of the first eight sentences', () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, () => 'Therefore it smokes.').join('\n\n');
    expect(told(`${lines(7)}\n\n${REST}`)[0]).toBe(REST);
    expect(told(`${lines(8)}\n\n${REST}`).join(' ')).not.toContain('Oil burns.');
  });

  it('goes on in the first section where it is a line that says little', () => {
    const line = 'A letter from the harbour, every week.';
    expect(told(`${line}\n\n## Oil\n\n${REST}`)).toEqual([line, REST]);
    const more = `${line} Lamps smoke. ${long(100)}`;
    expect(told(`${more}\n\n## Oil\n\n${REST}`)).toEqual([more]);
  });

  it('goes on below the name of its series, and an invitation to the part before', () => {
    const of = (series: string): string[] => {
      const above = `This is the last part of our ${series} series, which the keepers of the coast wrote for us all.`;
      return told(`${above} Read the part on oil [here](https://e.org/a).\n\n${REST}`, '', TITLE);
    };
    const TITLE = 'Lights of the coast, last part: what the keepers wrote for us all';
    expect(of('Lights of the Coast')).toHaveLength(2);
    expect(of('winter boats and other sailing vessels')).toHaveLength(1);
  });

  it('goes on with a sentence that no post holds', () => {
    expect(told(`Lamps burn oil.\n\n${long(300, 'Boats')}`)).toContain(long(300, 'Boats'));
  });

  it('is what announces the news, also below the rest of a sentence', () => {
    const cut = 'Ada (for the keepers. 42 of them) went to court for the lamp of the harbour.';
    const news = 'We are pleased to announce that the lamp burns again.';
    expect(told(`${cut} ${news}\n\n${REST}`)[0]).toBe(news);
    expect(told(`${cut} Boats sail again in the harbour.\n\n${REST}`)[0]).not.toContain('Boats sail again');
  });

  it('says nothing that the description says', () => {
    const again = 'A lamp of brass and glass burns oil in the harbour.';
    const made = told(`${again}\n\n${REST}`, `description: ${again}\n`);
    expect(made.filter((line) => line === again)).toHaveLength(1);
  });
});
