import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';

const NAMES = ['Tea lids', 'Long ropes', 'Bright lamps'] as const;
const said = (name: string): string => `${name} are older than any of the ships that the harbour has seen.`;
const linked = (name: string, at: number): string => `[${name}](https://e.org/${at})`;

/** The items of a post's summary, each with its address. */
const itemsOf = (markdown: string, title = 'Issue 12'): string[] =>
  summarise(
    readPost(`---\ntitle: ${title}\n---\n\n${markdown}\n`, {
      path: 'a.md',
      canonical: 'https://e.org/issue',
    }),
  ).paragraphs.flatMap(({ item, text }) => (item === undefined ? [] : [`${item.url} ${text}`]));

const ITEMS = NAMES.map((name, at) => `https://e.org/${at} ${name} ${said(name)}`);

describe('a round-up without lists', () => {
  it.each([
    ['headings that are links', (name: string, at: number) => `## ${linked(name, at)}\n\n${said(name)}`],
    ['paragraphs that are links', (name: string, at: number) => `${linked(name, at)}\n\n${said(name)}`],
    ['links above their text', (name: string, at: number) => `${linked(name, at)}\n${said(name)}`],
    ['bold links above their text', (name: string, at: number) => `**${linked(name, at)}**\n${said(name)}`],
  ])('has %s', (_, part) => {
    expect(itemsOf(NAMES.map(part).join('\n\n'))).toEqual(ITEMS);
  });

  it('shows what is before the link, and only the first sentences that say something', () => {
    const parts = NAMES.map(
      (name, at) => `### Article: ${linked(name, at)}\n\nWoo hoo! ${said(name)} ${said('Other things')}`,
    );
    expect(itemsOf(parts.join('\n\n'))).toEqual(
      NAMES.map((name, at) => `https://e.org/${at} Article: ${name} Woo hoo! ${said(name)}`),
    );
  });

  it('lists no part of which nothing can be told', () => {
    const parts = NAMES.map((name, at) => `## ${linked(name, at)}\n\n${said(name)}`);
    const mentions = `## ${linked('A horn', 7)}\n\nThis one was made by @ada for all of us.`;
    expect(itemsOf([...parts, mentions].join('\n\n'))).toEqual(ITEMS);
  });

  it.each([
    ['has fewer than three', NAMES.slice(1).map((name, at) => `## ${linked(name, at)}\n\n${said(name)}`)],
    [
      'has mostly other headings',
      [
        ...NAMES.map((name, at) => `## ${linked(name, at)}\n\n${said(name)}`),
        ...['Oil', 'Tin', 'Wax'].map((name) => `## ${name}\n\n${said(name)}`),
      ],
    ],
    [
      'only refers to pages',
      NAMES.map((name, at) => `## ${name} burn (${linked('#12', at)})\n\n${said(name)}`),
    ],
    [
      'is mostly above them',
      [said('Oil').repeat(5), ...NAMES.map((name, at) => `## ${linked(name, at)}\n\nIt is here.`)],
    ],
  ])('is none that %s', (_, parts) => {
    expect(itemsOf(parts.join('\n\n'))).toEqual([]);
  });

  it('has no items below an opening that names most of them', () => {
    const parts = NAMES.map((name, at) => `## ${linked(name, at)}\n\n${said(name)}`);
    const opening = 'We tell you of lids for tea, of a rope for boats, and of what lamps are for.';
    expect(itemsOf([opening, ...parts].join('\n\n'))).toEqual([]);
  });

  it('tells the headings below `The latest`, with the first link of their text', () => {
    const list = [1, 2, 3].map(
      (at) => `- ${linked(`A page on oil and lamps, number ${at}`, at)} which we like a lot`,
    );
    const news = `## The latest\n\n### Tea lids\n\nOur lids for tea keep the steam in, and [fit each kettle](https://e.org/9) of the coast.`;
    expect(itemsOf(`${news}\n\n## Elsewhere\n\n${list.join('\n')}`)[0]).toBe(
      'https://e.org/9 Tea lids Our lids for tea keep the steam in, and fit each kettle of the coast.',
    );
  });
});
