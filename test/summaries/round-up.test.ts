import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { SIZES } from './sizes.ts';

/** So many links, each with a comment of so many words. */
const roundUp = (links: number, words: number): string => {
  const items = Array.from(
    { length: links },
    (_, at) => `${at + 1}. [Title ${at}](https://example.com/${at})\n   - ${'word '.repeat(words)}here`,
  );
  return `---\nkind: links\ntitle: Many\n---\n\n${items.join('\n')}\n`;
};

describe.each([
  [4, 10],
  [4, 30],
  [8, 10],
  [8, 30],
  [30, 4],
])('a round-up of %i links with %i words each', (links, words) => {
  it.each([1, 2, 3, 4, 6, 8, 12])('says so where fewer come out than the %i posts asked for', (posts) => {
    const post = readPost(roundUp(links, words), { path: 'a.md', canonical: 'https://example.org/many' });
    const { markdown, findings, paragraphs } = summarise(post, { size: SIZES.x, posts });
    const made = buildThread(parseDraft(markdown, { path: null }), xProfile({})).posts.length;
    const items = paragraphs.filter(({ role }) => role === 'item').length;
    const short = `asked for ${posts} posts; the ${items} links that were chosen fill only ${made}`;
    const told = findings.filter(({ code }) => code === 'summary-short').map(({ message }) => message);
    expect(told.filter((message) => message.includes('asked for'))).toEqual(made < posts ? [short] : []);
  });
});

describe('the items of a round-up', () => {
  it('are no changes of a program', () => {
    const changes = ['5a2538c', 'acb6658', '99fb7d3', '15a77c4'].map(
      (id, at) => `- [${id}](https://example.org/${id}) Fix: the lamp no longer smokes (number ${at})`,
    );
    const items = (lines: readonly string[]): number =>
      summarise(
        readPost(`---\nkind: links\ntitle: Lamp 2\n---\n\nOil burns.\n\n${lines.join('\n')}\n`, {
          path: 'a.md',
          canonical: 'https://e.org/a',
        }),
        { size: SIZES.x },
      ).paragraphs.filter(({ role }) => role === 'item').length;
    const own = ['Wicks', 'Oil', 'Tin'].map(
      (name) => `- [${name} of the harbour](https://example.org/${name}) is a page of which we think a lot`,
    );
    expect(items([...changes, ...own])).toBe(0);
    expect(items([...changes.slice(0, 3), ...own])).toBe(3);
    expect(items(changes.map((line) => line.replace(/\[\w+\]/, '[effaced lamps]')))).toBe(4);
  });

  it.each([
    ['pull/12', 0],
    ['issues/7', 0],
    ['-/merge_requests/3', 0],
    ['commit/5a2538c', 0],
    ['pull/over', 4],
  ])('are not what a log of changes leads to, if the post says something else: %s', (page, items) => {
    const lines = ['Oil', 'Wicks', 'Tin', 'Glass'].map(
      (name) => `- [${name} burns better](https://example.org/${name}/${page}) in the new lamp`,
    );
    const chosen = (above: string, list: readonly string[]): number =>
      summarise(
        readPost(`---\nkind: links\ntitle: Lamp 2\n---\n\n${above}${list.join('\n')}\n`, {
          path: 'a.md',
          canonical: 'https://e.org/a',
        }),
        { size: SIZES.x },
      ).paragraphs.filter(({ role }) => role === 'item').length;
    expect(chosen('The lamp of the harbour is brighter by half.\n\n', lines)).toBe(items);
    // Where it says nothing else, they are better than its title.
    expect(chosen('', lines)).toBe(4);
    // A newsletter recommends a few of them.
    const own = ['Ropes', 'Boats'].map(
      (name) => `- [${name} of the harbour](https://example.org/${name}) is a page of which we think a lot`,
    );
    expect(chosen('The lamp of the harbour is brighter by half.\n\n', [...lines, ...own])).toBe(6);
  });

  it('are no lists of people who are thanked', () => {
    const people = ['ada', 'ben', 'cleo'].map((name) => `[${name}](https://github.com/${name})`).join(', ');
    const lines = ['Oil', 'Wicks', 'Tin'].map(
      (name) => `- [${name}](https://e.org/${name}) burns better in the new lamp`,
    );
    const made = linesOf([`- lamps: ${people}`, `- One lamp, by ${people.replace(/, .*/, '')}`, ...lines]);
    expect(made.join(' ')).not.toContain('cleo');
    expect(made.join(' ')).toContain('Tin');
  });

  it('fit a post each, if there are enough', () => {
    const lines = ['Oil', 'Wicks', 'Tin', 'Glass', 'Brass', 'Ropes'].map(
      (name, at) =>
        `- [${name}](https://e.org/${name}) burns better in the new lamp${at === 1 ? ' of the long harbour'.repeat(16) : ''}`,
    );
    const made = linesOf(lines).join(' ');
    expect(made).not.toContain('Wicks');
    expect(made).toContain('Ropes');
    expect(linesOf(lines.slice(0, 3)).join(' ')).toContain('Wicks');
  });

  it('are first of all those that the title names', () => {
    const names = [
      'Oil',
      'Wicks',
      'Tin',
      'Glass',
      'Brass',
      'A talk: the ropes',
      'Harbour lamps of Ru',
      'A job',
    ];
    const lines = names.map((name, at) =>
      at < 5
        ? `- [${name}](https://e.org/${at}) is a page of which we think a lot\n  - It says why ${name} is older than any ship of iron`
        : `- [${name}](https://e.org/${at})`,
    );
    const chosen = (title: string): string[] => {
      const source = `---\nkind: links\ntitle: ${title}\n---\n\n${lines.join('\n')}\n`;
      const { paragraphs } = summarise(readPost(source, { path: 'a.md', canonical: 'https://e.org/a' }));
      return paragraphs.flatMap(({ item }) => item?.words ?? []);
    };
    expect(chosen('Ropes, harbour lamps and a job')).toEqual(expect.arrayContaining(names.slice(5)));
    // A title that lists no topics names none.
    expect(chosen('Ropes and a job')).toEqual(names);
    expect(chosen('Seven pages')).toEqual(names);
  });

  it('have no comment that calls somebody by a name of another site', () => {
    const items = ['Oil', 'Wicks', 'Tin'].map(
      (name) =>
        `- [${name}](https://e.org/${name}) burns in the lamps\n  - The work of @ada_ru, who trims lamps by night`,
    );
    const source = `---\nkind: links\ntitle: Lamps\n---\n\n${items.join('\n')}\n`;
    const { markdown } = summarise(readPost(source, { path: 'a.md', canonical: 'https://e.org/a' }));
    expect(markdown).toContain('Oil');
    expect(markdown).not.toContain('@');
  });

  it('name people without the sign that would mention somebody else', () => {
    const items = ['Oil', 'Wicks', 'Tin'].map(
      (name) => `- @ada_ru sent [${name}](https://e.org/${name}) to @jo for \`@supports\``,
    );
    const source = `---\nkind: links\ntitle: Lamps\n---\n\n${items.join('\n')}\n`;
    const { markdown } = summarise(readPost(source, { path: 'a.md', canonical: 'https://e.org/a' }));
    expect(markdown).toContain('ada_ru sent [Oil](https://e.org/Oil) to jo for');
    expect(markdown.replaceAll('@supports', '')).not.toContain('@');
  });

  /** The lines of a round-up's draft, without its front matter. */
  const linesOf = (lines: readonly string[], above = 'Oil burns.'): string[] => {
    const source = `---\nkind: links\ntitle: Lamps of the coast\n---\n\n${above}\n\n${lines.join('\n')}\n`;
    const { markdown } = summarise(readPost(source, { path: 'a.md', canonical: 'https://e.org/a' }));
    return markdown
      .slice(markdown.indexOf('\n# '))
      .split('\n')
      .filter((line) => line !== '');
  };
  const link = (words: string, at: number): string => `[${words}](https://e.org/${at})`;

  it('are those about which the author says something, where there are three', () => {
    const said = ['Oil', 'Wicks', 'Tin'].map(
      (word, at) => `- ${word} burns better in the new lamp (${link('#13', at)})`,
    );
    const bare = ['A talk on lamps', 'How to trim a wick', 'Tins', 'Boats by night'].map(
      (word, at) => `- ${link(word, at + 5)} by Ada Byron`,
    );
    const numbers = `- ${link('Lamps', 9)}, of which many are new and brighter: #118, #119, #120`;
    const thanks = `- Thanks to everyone who wrote to us about ${link('the lamps', 11)} of the coast.`;
    const made = linesOf([...bare, numbers, thanks, ...said]);
    expect(made.filter((line) => line.startsWith('- '))).toEqual(
      ['Oil', 'Wicks', 'Tin'].map(
        (word, at) => `- ${word} burns better in the new lamp (${link('#13', at)})`,
      ),
    );
    expect(linesOf([...bare, ...said.slice(1)]).join('\n')).toContain('Boats by night');
  });

  it('lead to the page that they speak of, not to the people who made it', () => {
    const people = ['https://github.com/ada', 'https://twitter.com/ben', 'https://e.org/@cleo'];
    const said = people.map(
      (page, at) => `- [Somebody](${page}) made ${link('a lamp', at)} that burns ${at + 7} nights`,
    );
    const bare = people.map(
      (page) => `- [Somebody else](${page}) made a lamp that nobody saw at ${page.length}`,
    );
    const made = linesOf([...bare, ...said]).filter((line) => line.startsWith('- '));
    expect(made).toEqual(
      [0, 1, 2].map((at) => `- Somebody made ${link('a lamp', at)} that burns ${at + 7} nights`),
    );
  });

  it('are those below Highlights, if there are two', () => {
    const lines = (from: number): string =>
      [0, 1, 2, 3]
        .map((at) => `- ${link('A lamp', from + at)} of which we think a lot, number ${from + at}`)
        .join('\n');
    const made = linesOf([lines(1), '\n## Highlights\n', lines(11), '\n## Jobs\n', lines(21)]);
    const numbers = made.flatMap((line) => /number (\d+)/.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(['11', '12', '13', '14']);
  });

  it('are also those below Highlights of which the author says nothing, if their titles say enough', () => {
    const said = [1, 2, 3, 4, 5].map((at) => `- ${link('A lamp', at)} of which we think a lot, number ${at}`);
    const bare = [`- ${link('Why lamps smoke at night', 8)}`, `- ${link('Two lamps', 9)}`];
    const made = linesOf(['## Highlights\n', ...bare, '\n## Lamps\n', ...said]).join('\n');
    expect(made).toContain(`1. ${link('Why lamps smoke at night', 8)}`);
    const more = linesOf([
      '## Highlights\n',
      ...bare,
      bare[0]?.replace('/8', '/7') ?? '',
      '\n## Lamps\n',
      ...said,
    ]);
    expect(more.slice(1, -1)).toEqual([8, 7].map((at) => `- ${link('Why lamps smoke at night', at)}`));
  });

  it('are without the line above a break, if what stands below that is a sentence', () => {
    const item = (tail: string): string => `- Lamp fair, May 3 <br />\n${link('The fair', 1)}${tail}`;
    const others = [2, 3].map((at) => `- ${link('A lamp', at)} of which we think a lot, number ${at}`);
    expect(linesOf([item(' shows the new lamps of the coast.'), ...others])).toContain(
      `1. ${link('The fair', 1)} shows the new lamps of the coast.`,
    );
    expect(linesOf([item(' of the coast'), ...others])).toContain(
      `1. Lamp fair, May 3 ${link('The fair', 1)} of the coast`,
    );
  });

  it.each([
    ['counts changes', 'This week, we merged 37 pull requests.', 4],
    ['says what the post is', 'This is the 27th post of a series of posts on lamps.', 4],
    [
      'says more',
      'This week, we merged 37 pull requests.\n\nThe lamp of the harbour is brighter by half.',
      0,
    ],
  ])('of a log are told where its text only %s', (_, above, items) => {
    const log = ['Oil', 'Wicks', 'Tin', 'Glass'].map(
      (name, at) => `- [${name} burns better](https://example.org/lamps/pull/${at}) in the new lamp`,
    );
    expect(linesOf(log, above).filter((line) => /^\d/.test(line))).toHaveLength(items);
  });

  it('hold no links in brackets behind them', () => {
    const said = ['Oil', 'Wicks', 'Tin'].map(
      (word, at) =>
        `- ${link(word, at)} - A lamp that burns all night. (${link('Code', at + 5)}) (${link('HN', at + 9)})`,
    );
    expect(linesOf(said).join('\n')).not.toContain('Code');
    expect(linesOf(said).join('\n')).toContain('A lamp that burns all night.');
  });

  it('are in the script of most of them', () => {
    const made = linesOf([
      ...['A talk on lamps', 'How to trim a wick', 'Boats by night'].map((word, at) => `- ${link(word, at)}`),
      `- ${link('灯台の話', 7)}`,
    ]);
    expect(made.filter((line) => line.startsWith('- '))).toHaveLength(3);
    expect(made.join('\n')).not.toContain('灯台');
  });

  it('stand below the opening of the text above them', () => {
    const above =
      'The lamps of our coast got new glass in May, and we wrote down how they burn.\n\nOil burns.';
    expect(
      linesOf(
        ['Ada', 'Jo', 'Mo'].map((word, at) => `- ${link(`${word} on oil`, at)}`),
        above,
      ).slice(1, 3),
    ).toEqual(above.split('\n\n'));
  });
});

it('names below a heading such as Attendees are no items of a round-up', () => {
  const people = ['Ana Keel', 'Bo Rask'].map(
    (name) => `- [${name}](https://example.org/${name.slice(0, 2)})`,
  );
  const items = ['Wicks', 'Oil', 'Tin', 'Glass'].map(
    (name) => `- [${name} of the harbour](https://example.net/${name}) is a page of which we think a lot`,
  );
  const post = readPost(
    `---\nkind: links\ntitle: Notes of May\n---\n\n## Attendees\n\n${people.join('\n')}\n\n## Pages\n\n${items.join('\n')}\n`,
    { path: 'a.md', canonical: 'https://e.org/a' },
  );
  const told = summarise(post, { size: SIZES.x }).paragraphs.filter(({ role }) => role === 'item');
  expect(told.map(({ text }) => text).join(' ')).not.toMatch(/Keel|Rask/);
  expect(told.length).toBeGreaterThan(2);
});
