import { describe, expect, it } from 'vitest';
import { long, told } from './opening-of.ts';

/** A paragraph of three sentences that is long enough to end an opening. */
const SCENE = `Lamps smoke. Keepers cough. ${long(420, 'Harbours')}`;
const BESIDE = long(120, 'Boats');
describe('what an author says in short', () => {
  const items = '- Lamps earned more than in May.\n- A bell was cast.\n- Two keepers left us.';
  const shown = ['Lamps earned more than in May.', 'A bell was cast.', 'Two keepers left us.'];
  const head = 'description: It works, if slowly.\n';

  it.each(['Highlights', 'TL;DR', 'Key takeaways', 'Das Wichtigste', 'En bref', '要点'])(
    'is told below an opening that says little: %s',
    (heading) => {
      expect(told(`## ${heading}\n\n${items}\n\n## Goals\n\n${BESIDE}`, head)).toEqual([
        'It works, if slowly.',
        ...shown,
      ]);
      expect(told(`Lamps burn, and harbours sleep.\n\n## ${heading}\n\n${items}\n\n## Goals`)).toEqual([
        'Lamps burn, and harbours sleep.',
        ...shown,
      ]);
    },
  );

  it('may be a paragraph, but not one that leads elsewhere', () => {
    const short = `Lamps earned more than in May. A bell was cast. ${long(180, 'Keepers')}`;
    expect(told(`## TL;DR\n\n${short}\n\n## Goals\n\n${BESIDE}`, head)).toEqual([
      'It works, if slowly.',
      short,
    ]);
    const away = 'See the list below.';
    expect(told(`## TL;DR\n\n${away}\n\n## Goals\n\n${BESIDE}`, head)).not.toContain(away);
  });

  it('is not told below an opening that says enough, or another heading', () => {
    expect(told(`${SCENE}\n\n## Highlights\n\n${items}`)).toEqual([SCENE]);
    expect(told(`## Parts\n\n${items}\n\n## Goals\n\n${BESIDE}`, head)).toEqual(['It works, if slowly.']);
  });

  it('is told without items that can’t be, and up to five items', () => {
    const many = [...'ABCDEFG'].map((name) => `- The lamp ${name} burns.`).join('\n');
    expect(told(`## Highlights\n\n${many}\n\n## Goals`, head)).toHaveLength(6);
    const link = items.replace('A bell was cast.', 'See https://e.org/bell for all of it.');
    expect(told(`## Highlights\n\n${link}\n\n## Goals`, head)).toEqual([
      'It works, if slowly.',
      'Lamps earned more than in May.',
      'Two keepers left us.',
    ]);
  });

  it('is told once where the opening has the list already, below a line with a colon', () => {
    const opener = 'We kept a lamp in the harbour.';
    expect(told(`${opener}\n\nKey points:\n\n${items}\n\n## Oil\n\n${SCENE}`)).toEqual([
      opener,
      'Key points:',
      ...shown,
    ]);
  });

  it.each(['**TL;DR**', '**Key points**'])(
    'may stand below a line of the introduction, and is told where nothing else can open: %s',
    (line) => {
      const excuse = 'Before we begin, subscribe to our letter.';
      expect(
        told(`${excuse}\n\nFollow us on our page.\n\n${line}\n\n${items}\n\n## Oil\n\n${SCENE}`),
      ).toEqual(shown);
      const opened = `${excuse}\n\nFollow us on our page.\n\nOf all lamps, those of tin burn longest in our harbour.`;
      const titles = '- Lamps\n- Bells of tin\n- Two keepers';
      expect(told(`${opened}\n\n${line}\n\n${items}`)[0]).toContain('Of all lamps');
      expect(told(`${excuse}\n\n${line}\n\n${titles}\n\n## Oil`)).not.toContain('Bells of tin');
      expect(told(`${line}\n\n${BESIDE}\n\n## Oil\n\n${SCENE}`)).not.toContain(shown[0]);
    },
  );
});

describe('a first line that says what the list below it is', () => {
  const items = '- The place is settled\n- Talks are wanted soon';
  const shown = ['The place is settled', 'Talks are wanted soon'];

  it.each(['3行要約', 'TL;DR', '**In short:**', 'Кратко'])(
    'tells the list instead of the opening: %s',
    (line) => {
      expect(told(`${line}\n\n${items}\n\n${SCENE}`)).toEqual(shown);
    },
  );

  it('needs two items, and a list', () => {
    expect(told(`TL;DR\n\n- The place is settled\n\n${SCENE}`)).toEqual([SCENE]);
    expect(told(`Places\n\n${items}\n\n${SCENE}`)).not.toContain(shown[0]);
    expect(told(`TL;DR\n\n${BESIDE}\n\n${items}\n\n${SCENE}`)).not.toContain(shown[0]);
  });
});

describe('TL;DR', () => {
  const short = 'TL;DR: Lamps of tin burn twice as long as those of brass.';

  it('is the opening, with the sentences above it', () => {
    expect(told(`${short}\n\n${SCENE}`)).toEqual([short]);
    expect(told(`We tried all lamps.\n\n**${short}**\n\n${SCENE}`)).toEqual(['We tried all lamps.', short]);
  });

  it('is told without what a summary can’t show above it, and below a description', () => {
    const link = 'They are at https://e.org/lamps for all.';
    expect(told(`${link}\n\n${short}\n\n${SCENE}`)).toEqual([short]);
    const head = 'description: What burns longest.\n';
    expect(told(`${short}\n\n${SCENE}`, head)).toEqual(['What burns longest.', short]);
  });

  it.each([
    ['says next to nothing', 'TL;DR: use tin.'],
    ['sends readers on', 'TL;DR: If you only want the answer, skip to the end.'],
    ['leads elsewhere', 'TL;DR: please see the notes of the workshop for all of it.'],
  ])('is no opening by itself where it %s', (_, other) => {
    expect(told(`${other}\n\n${SCENE}`)).not.toEqual([other]);
  });

  it('may stand below a heading that only opens the text, not in a later part', () => {
    expect(told(`${SCENE}\n\n## Tin\n\n${short}`)).toEqual([SCENE]);
  });
});

describe('a transcript', () => {
  it('is not told below what its author says of it', () => {
    const intro = 'Ada Berg and Jo Tal talk about lamps.';
    const talk = 'Ada Berg: Welcome to the workshop, all of you.\n\nJo Tal: Thank you, it is warm here.';
    expect(told(`${intro}\n\n${talk}`)).toEqual([intro]);
  });
});

describe('labels above the first sentence', () => {
  it('do not keep a post from saying what it is about', () => {
    const labels = [
      'Discussions: two places',
      'Translations: five languages',
      'Featured in courses',
      'Watch: a talk',
    ];
    const first = 'In the last post, we looked at wicks of cotton and how they burn in winter.';
    const next = 'In this post, we look at lamps of tin, which burn twice as long.';
    expect(
      told(`${labels.join('\n\n')}\n\n${first} ${next} ${long(300)}\n\nBoats sail. They sink.`)[0],
    ).toContain(next);
  });
});

describe('captions in italics', () => {
  it('are no sentences of the text', () => {
    const caption = '*The tower of the northern harbour in its first winter, seen from a boat.*';
    const picture = '![A tower](/tower.png)';
    const body = `- Oil\n- Tin\n\n${picture}\n\n${caption}\n\n- Wax`;
    expect(told(body)).toEqual([]);
    const plain = caption.replaceAll('*', '');
    expect(told(body.replace(caption, plain))).toEqual([plain]);
    expect(told(`${picture}\n\n${caption}\n\n${SCENE}`).join(' ')).toContain(plain);
  });
});

describe('highlights of a release', () => {
  const head = 'description: It is out.\n';
  const made = (below: string): string[] => told(`## Highlights\n\n${below}\n\n## Goals`, head, 'Lamp 2.1');

  it('are told as items, and as words only by the rules of releases', () => {
    expect(made('- A new wick.\n- A new bell.')).toEqual(['It is out.', 'A new wick.', 'A new bell.']);
    expect(made(`Lamps have always burnt. Bells ring. ${long(180)}`)).not.toContain(
      'Lamps have always burnt.',
    );
  });
});

describe('what is told of highlights', () => {
  const head = 'description: It works, if slowly.\n';
  const items = (...lines: string[]): string => lines.map((line) => `- ${line}`).join('\n');
  const below = (text: string): string[] =>
    told(`## Highlights\n\n${text}\n\n## Goals\n\nBoats sail.`, head).slice(1);

  it('is the first list or paragraph, not what stands below it', () => {
    expect(below(`${items('Oil burns.', 'Tin rusts.')}\n\nBoats sail by night.`)).toEqual([
      'Oil burns.',
      'Tin rusts.',
    ]);
  });

  it('may be short items without a full stop, but none that leads elsewhere', () => {
    expect(below(items('new wicks', 'See the notes below for all of it.', 'new bells'))).toEqual([
      'new wicks',
      'new bells',
    ]);
  });

  it('is no more than two posts', () => {
    const line = long(200, 'Lamps');
    const shown = below(
      items(line, line.replace('Lamps', 'Bells'), line.replace('Lamps', 'Boats'), 'Oil burns.'),
    );
    expect(shown).toHaveLength(2);
  });

  it('is nothing below a heading without words', () => {
    expect(told(`## Highlights\n\n## Goals\n\n- Oil`, head)).toEqual(['It works, if slowly.']);
  });

  it('is nothing where its first item can’t be told', () => {
    expect(below(items('See https://e.org/a for it.', 'Oil burns.'))).not.toContain('Oil burns.');
  });
});

describe('a paragraph with TL;DR', () => {
  const rest = `Boats sail by night. ${long(120, 'Harbours')}`;
  const short = 'TL;DR: lamps of tin burn twice as long now';

  it('may end without a full stop, and not in the middle', () => {
    expect(told(`${short}\n\n${rest}`)).toEqual([short]);
    expect(told(`${short} and\n\n${rest}`)).not.toEqual([`${short} and`]);
  });

  it('has eight words or more, with its label', () => {
    expect(told(`TL;DR: lamps of tin burn very long.\n\n${SCENE}`)).toEqual([
      'TL;DR: lamps of tin burn very long.',
    ]);
    expect(told(`TL;DR: lamps of tin burn long.\n\n${SCENE}`)).not.toEqual([
      'TL;DR: lamps of tin burn long.',
    ]);
  });

  it('has labels above it that are not told', () => {
    expect(told(`Two languages\n\n${short}.\n\n${rest}`)).toEqual([`${short}.`]);
  });

  it('is told alone where one sentence above it can’t be', () => {
    const above = 'Lamps are old. They are at https://e.org/lamps for all.';
    expect(told(`${above}\n\n${short}.\n\n${rest}`)).toEqual([`${short}.`]);
  });

  it.each([
    ['an item', `- ${short}.\n- Oil\n\n${rest}`],
    ['inside a paragraph', `${rest} ${short}.`],
    ['far below', `${'Boats sail by night, and rest.\n\n'.repeat(8)}${short}.`],
  ])('is no opening by itself as %s', (_, body) => {
    expect(told(body)).not.toEqual([`${short}.`]);
    expect(told(body).at(-1)).not.toBe(`${short}.`);
  });

  it('is told whole or not at all', () => {
    const link = `${short}. They are at https://e.org/lamps for all.`;
    expect(told(`${link}\n\n${rest}`)).not.toContain(`${short}.`);
  });
});
