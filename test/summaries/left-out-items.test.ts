import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { type SummaryLength, summarise } from '../../src/summaries/writing/summarise.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { SIZES } from './sizes.ts';

const draftOf = (
  body: string,
  fields = 'title: Lamps of the coast',
  length: SummaryLength = 'auto',
): string =>
  summarise(
    readPost(`---\nkind: links\n${fields}\n---\n\n${body}\n`, {
      path: 'a.md',
      canonical: 'https://e.org/a',
    }),
    { size: SIZES.x, length },
  ).markdown;

const link = (words: string, at: number): string => `[${words}](https://lamps.example/${at})`;
const NAMES = ['Oil', 'Wicks', 'Tin', 'Glass'];
const ITEMS = NAMES.map((name, at) => `- ${link(name, at)} burns well in the new lamp`).join('\n');

describe('a list of links leaves out', () => {
  it.each(['## Roadmap', '## Lamp 3.0.0 targets', 'In the winter, we plan to:'])(
    'what is only planned, below “%s”',
    (head) => {
      const plans = `- ${link('Brass', 8)} is to become the metal of all lamps\n- ${link('Tar', 9)} is to go from all lamps`;
      const told = draftOf(`## Done\n\n${ITEMS}\n\n${head}\n\n${plans}`);
      expect(told).toContain('burns well');
      expect(told).not.toMatch(/Brass|Tar/);
    },
  );

  it.each([
    ['steps', '## How to Update?', 'is to be put into each lamp'],
    ['what only its makers see', '## Housekeeping', 'is the new metal of all tests'],
  ])('%s, below “%s”', (_, head, words) => {
    const others = `- ${link('Brass', 8)} ${words}\n- ${link('Tar', 9)} ${words}`;
    const told = draftOf(`## Done\n\n${ITEMS}\n\n${head}\n\n${others}`);
    expect(told).toContain('burns well');
    expect(told).not.toMatch(/Brass|Tar/);
  });

  it('chores', () => {
    const told = draftOf(`${ITEMS}\n- chore(deps): bump ${link('Brass', 9)} from 2 to 3 in all lamps`);
    expect(told).toContain('burns well');
    expect(told).not.toContain('Brass');
  });

  it('a sentence whose address is a part of it, and the address that stands in brackets', () => {
    const lone = `- ${link('Lamps', 7)} (<https://lamps.example/l>) are on show in May. The page on <https://lamps.example/p> is down today. It is at <https://lamps.example/q>.`;
    const told = draftOf(`${ITEMS}\n${lone}`);
    expect(told).toContain(`${link('Lamps', 7)} are on show in May.\n`);
  });

  it('an item that speaks again of somebody who may be left out', () => {
    expect(
      draftOf(`${ITEMS}\n- May 3: Ada will also speak at the ${link('fair', 9)} of the harbour`),
    ).not.toMatch(/Ada/);
  });

  it('no comment that opens with a name and a number', () => {
    const item = `- ${link('Lids', 9)}: lids of tin for the lamps of the coast\n  - UTF-8 names can be cut into each of them now`;
    expect(draftOf(`${ITEMS}\n${item}`)).toContain('UTF-8 names can be cut');
  });

  it.each([
    ['- Fix #12: it smoked in the wind\n  - Bump wicks to 2.1 in all of the lamps', /smoked|Bump/],
    ['- LAMP-12: it smoked in the wind by night', /smoked/],
  ])('the changelog below an item: %s', (changes, left) => {
    const told = draftOf(
      `${ITEMS}\n- ${link('Lids', 9)}: lids of tin for the lamps of the coast\n  ${changes}`,
    );
    expect(told).toContain('lids of tin');
    expect(told).not.toMatch(left);
  });
});

it('of a pick, a comment with which an item fills more than a post is left out', () => {
  const long = `- ${link('Lids of the coast', 99)} ${'are of tin and of brass and of glass, '.repeat(4)}as we saw\n  - The keeper of the tower has had ${'one of them, and then '.repeat(4)}none`;
  const draft = draftOf(`${ITEMS}\n${long}`, 'title: Lamps of the coast', 'medium');
  expect(draft).toContain('Lids of the coast');
  expect(draft).not.toContain('keeper');
  expect(buildThread(parseDraft(draft, { path: null }), xProfile({})).posts.length).toBeLessThanOrEqual(6);
});

it('a release told without its tickets has no sentence that points at them', () => {
  const tickets = NAMES.map(
    (name, at) => `- [[LAMP-${at}](https://tickets.example/browse/LAMP-${at})] - ${name} smokes`,
  ).join('\n');
  const told = draftOf(
    `The makers of lamps sent out Lamp 1.9.3. It repairs nine lamps. The list below has all of them.\n\n${tickets}`,
    'title: Lamp 1.9.3 is out',
  );
  expect(told).toContain('It repairs nine lamps.');
  expect(told).not.toContain('below');
});

describe('a log', () => {
  const change = (words: string, at: number): string => `[${words}](https://forge.example/lamps/pull/${at})`;
  const chain = (name: string, at: number): string =>
    `- ${name} ${change('mended the lid of the lamp', at)}, and ${change('Trim the wick of the lamp', at + 1)}, and ${change(`Fill the oil ${'of the lamp, and then '.repeat(12)}of the buoy`, at + 2)}`;

  it('that is all of a post is told by the first change of each chain, trifles last', () => {
    const lines = ['ada', 'bo', 'cy', 'dee', 'eve'].map((name, at) => chain(name, at * 10));
    const typo = `- abe ${change('corrected some typos', 90)}`;
    const told = draftOf([typo, ...lines].join('\n'));
    expect(told).toContain(`- bo ${change('mended the lid of the lamp', 10)}\n`);
    expect(told).not.toMatch(/Trim|typos/);
    const links = `- Ada mended the lids of all lamps (${change('patch', 8)}, and ${change('notes', 9)})`;
    expect(draftOf(`${ITEMS}\n${links}`)).toContain(', and notes)');
  });

  const TICKETS = NAMES.map((name, at) => `- ${change(`#${at}`, at)} ${name} smokes in the old lamp`).join(
    '\n',
  );
  const NEWS = '- The lid has a hinge of brass.\n- The wick is now twice as long.';

  it('that is a release tells the short list right below its opening, not where to look', () => {
    const opening = `Lamp 3.1 is out. Follow the instructions in our ${link('notes', 5)} for your lamp.`;
    const of = (list: string): string =>
      draftOf(`${opening}\n${list}\n\n## Lids\n\n${TICKETS}`, 'title: Lamp 3.1 for the coast');
    expect(of(NEWS)).toContain(`Lamp 3.1 is out.\n\n${NEWS}\n`);
    expect(of(NEWS)).not.toMatch(/Follow|smokes/);
    expect(of(NEWS.replace('has', 'of #12 has'))).not.toContain('hinge');
  });
});

it('items are told below what says how often they appear', () => {
  const rest =
    'There is no schedule, and there are no rules about what a lamp is, or ought to be, on this coast.';
  const told = draftOf(
    `I started sharing some lamps occasionally. ${rest}\n\n${ITEMS}`,
    'title: Lamps I like 5',
  );
  expect(told).toContain('burns well');
});
