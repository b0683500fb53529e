import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { roundUpOfPosts } from '../../src/summaries/writing/posts-round-up.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { SIZES } from './sizes.ts';

/** The lines of a summary's draft, without its front matter and its link. */
function linesOf(body: string, fields = 'title: Lamps of the coast'): string[] {
  const post = readPost(`---\nkind: links\n${fields}\n---\n\n${body}\n`, {
    path: 'a.md',
    canonical: 'https://e.org/a',
  });
  const { markdown } = summarise(post, { size: SIZES.x });
  return markdown
    .slice(markdown.indexOf('\n---\n') + 5)
    .split('\n')
    .filter((line) => line !== '' && line !== 'https://e.org/a');
}

const ADA = 'Ada trims the lamps of the harbour, and writes down each month what she saw there by night.';
const link = (words: string, at: number): string => `[${words}](https://lamps.example/${at})`;
const NAMES = [
  'Oil',
  'Wicks',
  'Tin',
  'Glass',
  'Brass',
  'Ropes',
  'Boats',
  'Bells',
  'Sails',
  'Buoys',
  'Nets',
  'Tar',
];
const items = (count: number, of: (name: string, at: number) => string): string =>
  NAMES.slice(0, count)
    .map((name, at) => `- ${of(name, at)}`)
    .join('\n');
const burning = (name: string, at: number): string => `${link(name, at)} burns well in the new lamp`;

describe('a list of links', () => {
  it('is told whole, with numbers, if it has room', () => {
    expect(linesOf(items(6, burning)).slice(1)).toEqual(
      NAMES.slice(0, 6).map((name, at) => `${at + 1}. ${burning(name, at)}`),
    );
  });

  it('is told whole also without comments, or by the names of its items', () => {
    const withComment = (name: string, at: number): string =>
      `${burning(name, at)}\n  - ${'So the keeper of the tower said to us last winter, and she knows lamps. '.repeat(3)}`;
    expect(linesOf(items(7, withComment)).slice(1)).toEqual(
      NAMES.slice(0, 7).map((name, at) => `${at + 1}. ${burning(name, at)}`),
    );
    const long = (name: string, at: number): string =>
      `${link(name, at)}: a thing for lamps ${'of brass and of tin and of glass '.repeat(4)}for the boats`;
    expect(linesOf(items(7, long)).slice(1)).toEqual(NAMES.slice(0, 7).map((name) => `- ${name}`));
  });

  it('of ten is told without its links, which the post has', () => {
    expect(linesOf(items(9, burning))).toContain(`1. ${burning('Oil', 0)}`);
    expect(linesOf(items(10, burning)).slice(1)).toEqual(
      NAMES.slice(0, 10).map((name) => `- ${name} burns well in the new lamp`),
    );
  });

  it('with too many is not told, if its opening says something; else some are, without numbers', () => {
    const many = [0, 20, 40].map((from) => items(12, (name, at) => burning(name, from + at))).join('\n');
    expect(linesOf(`${ADA}\n\n${many}`)).toEqual(['# Lamps of the coast', ADA]);
    const picked = linesOf(many).slice(1);
    expect(picked).toHaveLength(5);
    expect(picked.every((line) => line.startsWith('- '))).toBe(true);
  });

  it('below an opening of two posts is not told', () => {
    const long = `${ADA} ${ADA.replace('harbour', 'pier')}\n\n${ADA.replace('Ada', 'Bo')} ${ADA.replace('Ada', 'Cy')}`;
    expect(linesOf(`${long}\n\n${items(4, burning)}`).join(' ')).not.toContain('burns');
  });

  it('of titles alone is told below a short opening only', () => {
    const title = (name: string, at: number): string => link(`${name} of the coast`, at);
    expect(linesOf(`We read of lamps.\n\n${items(4, title)}`)).toHaveLength(6);
    expect(linesOf(`${ADA} ${ADA.replace('harbour', 'pier')}\n\n${items(4, title)}`).join(' ')).not.toContain(
      'Tin',
    );
  });

  it('is told with what its author put first below a heading, rather with what the description names', () => {
    const news = (name: string, at: number): string =>
      `${link(`The new ${name}`, at)} ${'burns by night and by day '.repeat(6)}in the lamps`;
    const body = `## What’s new in lamps\n\n${items(9, news)}\n\n## Shops\n\n${items(3, (name, at) => burning(name, at + 20))}`;
    const told = linesOf(`${ADA}\n\n${body}`, 'title: Lamps\ndescription: Better bells and sails');
    expect(told.slice(0, 2)).toEqual(['# Lamps', 'Better bells and sails']);
    expect(told.join(' ')).toContain('The new Bells');
    expect(told.join(' ')).toContain('The new Sails');
    expect(told.join(' ')).not.toContain('well');
    // A long description says enough, as does the opening of a release.
    expect(linesOf(body, `title: Lamps\ndescription: ${ADA} ${ADA}`).join(' ')).not.toContain('The new');
    expect(linesOf(`${ADA}\n\n${body}`, 'title: Lamps 2.4').join(' ')).not.toContain('The new');
  });

  it('tells an item that no post holds by its first sentence', () => {
    const long = `${burning('Oil', 0)}. ${'It was said so by the keeper of the tower. '.repeat(8)}`;
    expect(linesOf(`- ${long}\n${items(3, (name, at) => burning(name, at + 5))}`)).toContain(
      `1. ${burning('Oil', 0)}.`,
    );
  });

  it('leads to what an item speaks of, not to what only says more', () => {
    const more = `- The new lid fits - Check out the ${link('post', 50)} for more info (${link('Docs', 51)}, new)`;
    expect(linesOf(`${more}\n${items(3, burning)}`)).toContain(
      `1. The new lid fits (${link('Docs', 51)}, new)`,
    );
    const cut = `- The lamp has a new lid. It is of tin. See the ${link('notes on lids', 52)} for what it does`;
    expect(linesOf(`${cut}\n${items(3, burning)}`).join(' ')).not.toMatch(/\. \[notes/);
  });

  it.each([
    [
      'times of a recording',
      (name: string, at: number) => `${link(`00:1${at}:30`, at)} ${name} burns in lamps`,
    ],
    [
      'one word for all',
      (name: string, at: number) =>
        `${link('Slides', at)}\n  - The talk on ${name} is the best of all the talks`,
    ],
    ['bare addresses', (_: string, at: number) => `<https://lamps.example/${at}>`],
  ])('is none of %s', (_, of) => {
    expect(linesOf(`${ADA}\n\n${items(5, of)}`)).toEqual(['# Lamps of the coast', ADA]);
  });

  it('of tickets is left out, but not the advice above it', () => {
    const ticket = (name: string, at: number): string =>
      `[[LAMP-${at}](https://tickets.example/browse/LAMP-${at})] - ${name} smokes in the old lamp`;
    const advice = 'We highly recommend all users to upgrade to Lamp 1.9.3.';
    const body = `The makers of lamps sent out the third repair of Lamp 1.9.\n\nThe list below has all of it.\n\n${advice}\n\n${items(6, ticket)}`;
    for (const label of ['', '**Issues fixed**\n\n', '## Issues fixed\n\n']) {
      const told = linesOf(body.replace('- [[LAMP-0]', `${label}- [[LAMP-0]`), 'title: Lamp 1.9.3 is out');
      expect(told.at(-1)).toBe(advice);
      expect(told.join(' ')).not.toMatch(/smokes|fixed/);
    }
  });
});

describe('what the title names', () => {
  it('is told below a saying, but not below a description of it', () => {
    const body = items(6, (name, at) => `${link(`The new ${name}`, at)} of which we think a lot`);
    const of = (description: string): string =>
      linesOf(body, `title: Bells, oil, tin 2.1 and ropes\ndescription: ${description}`).join(' ');
    const saying = 'Every day is long for those who wait, and short for those who sing. '.repeat(3).trim();
    expect(of(saying)).not.toContain('The new Glass');
    expect(of(saying)).toContain('The new Oil');
    expect(of(ADA.replace('lamps', 'oil lamps') + ADA)).not.toContain('The new Oil');
  });
});

describe('a thread of several posts', () => {
  it('has a number for each', () => {
    const posts = ['Oil', 'Wicks'].map((title) =>
      readPost(`---\ntitle: ${title}\ndate: 2026-01-05\n---\n\n${ADA}\n`, {
        path: null,
        canonical: `https://e.org/${title}`,
      }),
    );
    const { markdown } = roundUpOfPosts(posts, 'January');
    expect(markdown).toContain('\n1. [Oil](https://e.org/Oil)');
    expect(markdown).toContain('\n2. [Wicks](https://e.org/Wicks)');
  });
});

describe('a list of headings', () => {
  const heads = (names: readonly string[], text: string): string =>
    names.map((name, at) => `### ${link(name, at)}\n\n${text.replaceAll('NAME', name)}`).join('\n\n');

  it('has the numbers of its own only', () => {
    const told = ['Oil of the coast', 'Wicks of the coast', 'Tin']
      .map(
        (name, at) => `### ${link(`${at + 1}. ${name}`, at)}\n\n${name}: the keeper had it brought by boat.`,
      )
      .join('\n\n');
    expect(linesOf(told)).toContain(`1. ${link('Oil of the coast', 0)}`);
  });

  it('goes on behind a sentence that only says that a version is out', () => {
    const told = linesOf(
      heads(
        ['Lamp lids', 'Lamp wicks', 'Lamp oil'],
        'Version 2.1.0 has been released! It brings a new lid of brass.',
      ),
    );
    expect(told.join('\n')).toContain('It brings a new lid of brass.');
  });

  it('passes over a heading that only says whose text it is', () => {
    const told = ['Lamp lids', 'Lamp wicks', 'Lamp oil']
      .map(
        (name, at) =>
          `## ${link(name, at)}\n\n#### Author: Ada Keel\n\nNew ${name} came by boat to the harbour.`,
      )
      .join('\n\n');
    expect(linesOf(told).join('\n')).toContain('New Lamp wicks came by boat');
  });

  it('leaves out what each issue says of a project, and tells the news above it', () => {
    const welcome = 'Welcome to a new issue of Lamp News. In these posts, we give an overview of lamps.';
    const text = 'The NAME crate provides oil and wicks for the lamps.';
    const news = items(3, (name, at) => link(`${name} of the coast burns`, at + 10));
    const told = linesOf(
      `${welcome}\n\n## Announcements, News, and Blog Posts\n\n${news}\n\n## Projects\n\n${heads(['lamp-oil', 'lamp-tin', 'lamp-lid'], text)}`,
      'title: Lamp News 12',
    );
    expect(told).toEqual([
      '# Lamp News 12',
      welcome,
      ...NAMES.slice(0, 3).map((name, at) => `${at + 1}. ${link(`${name} of the coast burns`, at + 10)}`),
    ]);
  });
});
