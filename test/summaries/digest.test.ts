import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { itemText } from '../../src/summaries/writing/round-up-item.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { SIZES } from './sizes.ts';

const WELCOME = 'Welcome to the 30th edition of Lamp News, a digest of all things Lamp.';

/** What the summary of an issue tells above its items, and its items. */
function told(body: string, title = 'Lamp News 30'): { above: string[]; items: string[]; listed: number } {
  const post = readPost(`---\ntitle: ${title}\n---\n\n${body}\n`, {
    path: 'a.md',
    canonical: 'https://e.org/a',
  });
  const { paragraphs } = summarise(post, { size: SIZES.x });
  return {
    above: paragraphs.filter(({ role }) => role !== 'item' && role !== 'title').map(({ text }) => text),
    listed: paragraphs.filter(({ form }) => form === 'item').length,
    items: paragraphs.flatMap(({ item }) => (item === undefined ? [] : [itemText(item)])),
  };
}

const link = (words: string): string => `[${words}](https://lamps.example/${words.replaceAll(' ', '-')})`;
/** Paragraphs that make an issue no list of links. */
const STORY = 'In the end the keeper sent a lamp that nobody had asked for. '.repeat(20);
const TALES = `\n\n## Tales\n\n${STORY.repeat(2)}`;
const LIST = ['Oil', 'Wicks', 'Tin']
  .map((name) => `- ${link(name)} burns for nine hours in the new lamp`)
  .join('\n');
const OF_LIST = ['Oil', 'Wicks', 'Tin'].map((name) => `${name} burns for nine hours in the new lamp`);
const below = (top: string): string => `${top}\n\n## Letters\n\n${STORY}\n\n## Notes\n\n${LIST}`;

describe('an issue whose opening stands in each of them', () => {
  it('tells what is below it', () => {
    expect(told(below(WELCOME))).toEqual({ above: [WELCOME], items: OF_LIST, listed: 0 });
    expect(told(below(`Lamps burn oil. ${WELCOME} It is long.`)).above).toEqual([
      `Lamps burn oil. ${WELCOME}`,
    ]);
  });

  it('tells them instead of what an issue of links says of its subject', () => {
    const hello = 'Hello and welcome to another issue of Lamp News!';
    const of = 'A lamp is a vessel that burns oil.\n\nThis is a weekly summary of what keepers do.';
    const lists = `${hello}\n\n${of}\n\n## Letters\n\n${LIST}`;
    expect(told(lists)).toEqual({ above: [hello], items: OF_LIST, listed: 0 });
  });

  it('tells articles rather than changes, also those of which it tells only the title', () => {
    const change = (at: number): string =>
      `- Ada [mended](https://e.org/lamps/pull/${at}) the lid of the lamp on boat ${at}`;
    const changes = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(change).join('\n');
    const article = `- ${link('How lamps burn below the sea')}`;
    const lists = `Welcome to another issue of Lamp News!\n\n## Letters\n\n${changes}\n${article}`;
    expect(told(lists).items).toHaveLength(5);
    expect(told(lists).items).toContain('How lamps burn below the sea');
    const short = lists.replaceAll('How lamps burn below the sea', 'How lamps burn');
    expect(told(short).items).not.toContain('How lamps burn');
    expect(told(lists.replace('Welcome to another issue of', 'See')).items).toEqual([]);
  });

  it('is known by its first sentences and its title', () => {
    expect(told(below('The harbour bought a lamp from Ada.')).items).toEqual([]);
    expect(told(below(`Oil burns. Tin rusts. Wax melts. ${WELCOME}`)).items).toEqual([]);
    expect(told(below(`## Oil\n\nOil burns.\n\n## Tin\n\n${WELCOME}`)).items).toEqual([]);
    expect(told(below(WELCOME), 'The lamp of the harbour').items).toEqual([]);
  });

  it('tells its description instead of a welcome', () => {
    const { above, items } = told(
      below(WELCOME),
      'Lamp News 30\ndescription: Lamps, oil and wicks of the whole year',
    );
    expect([above, items]).toEqual([['Lamps, oil and wicks of the whole year'], OF_LIST]);
  });

  it('needs three items that say something', () => {
    expect(told(below(WELCOME).replace(' burns for nine hours in the new lamp', '')).items).toEqual([]);
  });

  it('tells the first sentences of paragraphs that begin with a link', () => {
    const lines = ['Oil 2', 'Wicks 3', 'Tin 4'].map((name) => `${link(name)} burns longer. Ada wrote it.`);
    const section = `## Releases\n\n${lines.join('\n\n')}`;
    expect(told(`${WELCOME}\n\n${section}`).items).toEqual([
      'Oil 2 burns longer.',
      'Wicks 3 burns longer.',
      'Tin 4 burns longer.',
    ]);
    // A link inside a story is no piece.
    const story = `${STORY}\n\n${lines[0]}\n\nOil is dear this year.`;
    expect(
      told(`${WELCOME}\n\n## Letters\n\nOil is dear.\n\nTin is cheap.\n\n${lines[0]}\n\n## Notes\n\n${LIST}`)
        .items,
    ).toEqual(OF_LIST);
    expect(told(`${WELCOME}\n\n## Letters\n\n${story}\n\n## Notes\n\n${LIST}${TALES}`).items).toEqual(
      OF_LIST,
    );
  });

  it.each([
    [
      'which is far from its beginning',
      `Nobody in the harbour had ever thought that ${link('the lamp')} leaks.`,
    ],
    ['which leads to a person', '[Ada](https://github.com/ada) has written a lamp for the harbour.'],
    ['among many', `${link('Oil')} has ${link('tin')}, ${link('wax')}, ${link('ropes')} and more.`],
    ['of an account', `${link('The lamp')} of @ada_keeps is lit again.`],
    ['of another issue', `${link('The lamp')} was mentioned in Lamp News Edition 12.`],
    ['of the newsletter', `Welcome to the 30th edition of ${link('Lamp News')}, a digest of lamps.`],
  ])('tells no paragraph of a link %s', (_, line) => {
    expect(told(`${WELCOME}\n\n## Letters\n\n${line}\n\n## Notes\n\n${LIST}${TALES}`).items).toEqual(OF_LIST);
  });

  it('tells an article by its heading and what is first below it, and nothing inside it', () => {
    const head = 'The new lamp of the harbour';
    const article = `## ${head}\n\nThere is a new lamp, which ${link('Ada')} made for the harbour.\n\n### Two older lamps\n\n${LIST}`;
    expect(told(`${WELCOME}\n\n${article}\n\n## Notes\n\n${LIST}${TALES}`).items).toEqual([
      `${head} There is a new lamp, which Ada made for the harbour.`,
      ...OF_LIST,
    ]);
    // The heading of a part that each issue has.
    expect(told(`${WELCOME}\n\n${article.replace(head, 'Spotlight')}${TALES}`).items).not.toContain(head);
    const count = article.replace(
      'There is a new lamp',
      'This week, we merged 37 pull requests, and there is a lamp',
    );
    expect(told(`${WELCOME}\n\n${count}\n\n## Notes\n\n${LIST}${TALES}`).items).toContain(OF_LIST[0]);
  });

  it('tells a list of one link by what is first below it', () => {
    const lone = `- ${link('A lid for lamps')}\n\nAda sent a lid to all the keepers of the coast.\n\nJo replied.`;
    expect(told(`${WELCOME}\n\n## Letters\n\n${lone}\n\n## Notes\n\n${LIST}${TALES}`).items).toEqual([
      'A lid for lamps Ada sent a lid to all the keepers of the coast.',
      ...OF_LIST,
    ]);
  });

  it('tells the best item of each section first', () => {
    const section = (name: string): string =>
      `## ${name}\n\n${[1, 2, 3, 4].map((at) => `- ${link(`${name} ${'i'.repeat(at)}`)} burns for nine hours`).join('\n')}`;
    const { items } = told(
      `${WELCOME}\n\n${STORY.repeat(2)}\n\n${['Oil', 'Tin', 'Wax', 'Tar', 'Rope'].map(section).join('\n\n')}`,
    );
    expect(items.map((text) => text.split(' ')[0])).toEqual(['Oil', 'Tin', 'Wax', 'Tar', 'Rope']);
  });
});

describe('an issue with few links', () => {
  const NEWS = [
    'Ada lit nine lamps of the coast.',
    'Tin burns for nine hours now.',
    'The quay has got a new bell.',
  ];
  const bodyOf = (news: readonly string[]): string =>
    `${WELCOME}\n\n${news.map((text, at) => `## Part ${at}\n\n${text}`).join('\n\n')}`;
  const issue = (news: readonly string[], rest = ''): string[] => told(`${bodyOf(news)}${rest}`).above;

  const lists = (news: readonly string[]): number => told(bodyOf(news)).listed;

  it('tells what is first below its headings', () => {
    expect(issue([...NEWS, 'Ropes are dear this whole year.'])).toEqual([
      WELCOME,
      ...NEWS,
      'Ropes are dear this whole year.',
    ]);
    expect(lists(NEWS.slice(2))).toBe(0);
    expect(lists(NEWS.slice(1))).toBe(2);
    expect(lists(NEWS)).toBe(3);
  });

  it.each([
    'If you want to light a lamp, join us on the quay.',
    'To test the lamp, light it on the quay.',
    'Use code LAMP for a cheaper lamp in May.',
    'This week, we merged 37 pull requests.',
    'It burns for nine hours in the harbour.',
    'Welcome to the 30th edition of the other Lamp News.',
    'In no particular order, here are the lamps that went out in May.',
  ])('tells nothing like this: %s', (line) => {
    expect(issue([line, ...NEWS])).toEqual([WELCOME, ...NEWS]);
  });

  it('tells the first item of a list below its headings, also below a line for that', () => {
    const list = '- The keepers sent a lid to the whole coast. It is of tin.\n- Ropes are dear.';
    const item = 'The keepers sent a lid to the whole coast.';
    expect(issue(NEWS, `\n\n## Lids\n\n${list}`)).toEqual([WELCOME, ...NEWS, item]);
    expect(issue(NEWS, `\n\n## Lids\n\nLids keep oil in, as you know. We had two:\n\n${list}`)).toEqual([
      WELCOME,
      ...NEWS,
      item,
    ]);
    expect(issue(NEWS, '\n\n## Lids\n\n    burn(11)\n\nOil.')).toEqual([WELCOME, ...NEWS]);
  });

  it('tells a heading that is news with the sentence below it, unless that says it', () => {
    const of = (heading: string, text: string): string | undefined =>
      issue(NEWS, `\n\n## ${heading}\n\n${text}`).at(-1);
    const text = 'Call it a lid of a lamp, if you like.';
    expect(of('Wick 2.1 released', text)).toBe(`Wick 2.1 released: ${text}`);
    expect(of('The wick', text)).toBe(text);
    expect(of('Lid 2.1', 'We have lit lid 2.1 on the quay.')).toBe('We have lit lid 2.1 on the quay.');
  });

  it('tells its links where these are more', () => {
    const links = [...LIST.split('\n'), `- ${link('Wax')} burns for nine hours in the new lamp`].join('\n');
    expect(issue(NEWS, `\n\n## Notes\n\n${links}${TALES}`)).toEqual([WELCOME]);
    expect(issue(NEWS, `\n\n## Notes\n\n${LIST}${TALES}`)).toEqual([WELCOME, ...NEWS]);
  });
});

const OTHERS = ['Ropes', 'Boats', 'Nets', 'Sails'].map(
  (name) => `- ${link(name)} of the harbour are a page of which we think a lot`,
);
const itemsOf = (item: string): string[] => told([item, ...OTHERS].join('\n'), 'Links').items;

describe('what is told of an item', () => {
  it.each([
    [`- ${link('The lamp')} tries several kinds of oil, including:\n  - colza oil, which Ada likes`],
    [`- ${link('The lamp')} has found many new uses:\n  - In the harbour, lamps light the quay.`],
    [`- Then ${link('the lamp')} also got a lid of tin, and two wicks`],
    [`- ${link('Lamp')} 2.14.1, 2.13.5, 2.12.9 and 2.11.7`],
  ])('is nothing where others stand better: %s', (item) => {
    expect(itemsOf(item)).toHaveLength(OTHERS.length);
  });

  it.each([
    ['Ada sent nine lamps to the keepers of the coast.', true],
    ['Jo replied with a lamp that Ada had sent to the coast.', false],
    ['Ada Byron then posted the lamps to the keepers of the coast.', false],
    ['The lamp was first mentioned in Lamp News Edition #49.', false],
  ])('is what stands alone below it: %s', (comment, isFit) => {
    const [first] = itemsOf(
      `- ${link('The lamp')} of the harbour is a page of which we think a lot\n  - ${comment}`,
    );
    expect(first?.endsWith(comment)).toBe(isFit);
  });

  it('is only the first paragraph of a story, if that is whole', () => {
    const item = (first: string): string =>
      `- ${link('The lamp')}\n\n  ${first}\n\n  Ada lit nine lamps of the coast in a single night of May.\n\n  Nobody in the harbour saw the light.`;
    const story = (first: string): string | undefined => itemsOf(item(first))[0];
    expect(story('Jo sent a lamp to the keepers.')).toBe('The lamp Jo sent a lamp to the keepers.');
    expect(story('Jo sent a lamp to the keepers of')).toBe('The lamp');
  });

  it('ends before it speaks of another issue', () => {
    const [first] = itemsOf(
      `- ${link('The lamp')} by Ada, who keeps it. It was mentioned in Lamp News Edition 12.`,
    );
    expect(first).toBe('The lamp by Ada, who keeps it.');
  });
});

describe('the text below a heading of an issue', () => {
  const parts = (credit: string): string =>
    ['Oil', 'Wicks', 'Tin']
      .map((name) => `### ${link(name)}\n\n${credit}${name} burns for nine hours in the new lamp.\n\n`)
      .join('');
  const told3 = (credit: string): string[] => told(`${WELCOME}\n\n${parts(credit)}`).items;
  const items = ['Oil', 'Wicks', 'Tin'].map(
    (name) => `${name} ${name} burns for nine hours in the new lamp.`,
  );

  it('is what its author says, and no credit', () => {
    expect(told3('')).toEqual(items);
    expect(
      told3('Maintained by [@ada](https://github.com/ada) and [@bo](https://github.com/bo)\n\n'),
    ).toEqual(items);
    expect(told3('_(Section written by Ada Keel (ada))_\n\n')).toEqual(items);
    expect(told3('Contributed by Ada Keel. ')).toEqual(items);
  });

  it('is below what the series is', () => {
    const series = 'In these posts, we give a regular overview of lamps.';
    expect(told(`${WELCOME} ${series} Write to us.\n\n${parts('')}`).above).toEqual([`${WELCOME} ${series}`]);
    expect(told(`${WELCOME} Oil is dear. ${series}\n\n${parts('')}`).above).toEqual([WELCOME]);
  });
});
