import { describe, expect, it } from 'vitest';
import type { Block, Run } from '../../src/drafts/draft.ts';
import { plainText } from '../../src/summaries/choosing/plain-text.ts';
import { isOfLinkedHeadings, linkedHeadings } from '../../src/summaries/reading/linked-headings.ts';
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

  it('has no items where most of them begin with the same words', () => {
    const parts = NAMES.map(
      (name, at) => `## ${linked(name, at)}\n\nThis thing is great for ${name} on a boat.`,
    );
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

const blocksOf = (markdown: string): readonly Block[] =>
  readPost(`---\ntitle: Issue 12\n---\n\n${markdown}\n`, { path: 'a.md' }).blocks;

const BELOW = 'Oil burns here.';

/** The linked headings of blocks, each with the text below it. */
const headsOf = (blocks: readonly Block[]): string[] =>
  linkedHeadings(blocks).map(({ runs, below }) => `${plainText(runs).text} / ${plainText(below).text}`);

describe('a heading with a link', () => {
  it.each([
    ['half of which is its link', '## Lids and [the rope](https://e.org/1)', 'Lids and the rope'],
    ['that leads to a page without encryption', '## [Lids](HTTP://e.org/1)', 'Lids'],
    [
      'that is a paragraph of 160 characters',
      `[${'lid '.repeat(40).slice(0, -1)}s](https://e.org/1)`,
      `${'lid '.repeat(40).slice(0, -1)}s`,
    ],
  ])('is one %s', (_, head, text) => {
    expect(headsOf(blocksOf(`${head}\n\n${BELOW}`))).toEqual([`${text} / ${BELOW}`]);
  });

  it('is known by its block and its line', () => {
    const found = linkedHeadings(blocksOf(`Tin.\n\n## [Lids](https://e.org/1)\n\n${BELOW}`));
    expect(found.map(({ block, line }) => [block, line])).toEqual([[1, 7]]);
  });

  it('is a link and a space', () => {
    const at = { line: 1, column: 1 };
    const link: Run = { type: 'link', text: 'Lids', url: 'https://e.org/1', auto: false, at };
    const paragraph = (...runs: readonly Run[]): Block => ({ type: 'paragraph', runs, at });
    const below = paragraph({ type: 'text', text: BELOW, at });
    expect(headsOf([paragraph(link, { type: 'text', text: ' ', at }), below])).toEqual([`Lids  / ${BELOW}`]);
    expect(headsOf([paragraph(link, { type: 'note', id: '1', at }), below])).toEqual([]);
  });

  it.each([
    ['a list', '- [Lids](https://e.org/1)'],
    ['code', '```\nlid\n```'],
    ['an address', '## <https://e.org/1>'],
    ['a link on its own site', '## [Lids](/go?to=https://e.org/1)'],
    ['a link to write to', '## [Lids](mailto:ada@e.org)'],
    ['a sign', '## 🏮'],
    ['words above their text', '**Lids**\nThey keep the steam in.'],
    ['a sentence with a link', '[A lid for tea](https://e.org/1) is here.'],
    ['two links', '[Lids](https://e.org/1) [Ropes](https://e.org/2)'],
    ['a paragraph of 161 characters', `[${'lid '.repeat(40)}ss](https://e.org/1)`],
  ])('is not %s', (_, head) => {
    expect(headsOf(blocksOf(`${head}\n\n${BELOW}`))).toEqual([]);
  });

  it.each([
    ['a list', '- Oil burns.'],
    ['a heading', '## Oil'],
    ['nothing', ''],
  ])('is none above %s', (_, below) => {
    expect(headsOf(blocksOf(`## [Lids](https://e.org/1)\n\n${below}`))).toEqual([]);
  });
});

describe('a text of linked headings', () => {
  const isOne = (...parts: readonly string[]): boolean => isOfLinkedHeadings(blocksOf(parts.join('\n\n')));
  const times = (count: number, part: string): string => Array(count).fill(part).join('\n\n');
  const headings = (count: number): string => times(count, `## [Lids](https://e.org/1)\n\n${BELOW}`);
  const paragraphs = (count: number): string => times(count, `[Lids](https://e.org/1)\n\n${BELOW}`);

  it('has three of them', () => {
    expect([isOne(BELOW), isOne(paragraphs(2)), isOne(paragraphs(3))]).toEqual([false, false, true]);
  });

  it('has three for two other headings of their level', () => {
    const other = `## Oil\n\n${BELOW}`;
    expect(isOne(headings(3), times(2, other))).toBe(true);
    expect(isOne(headings(3), times(3, other))).toBe(false);
    expect(isOne(headings(3), times(9, `#${other}`))).toBe(true);
    expect(isOne(paragraphs(1), headings(3), times(9, `#${other}`))).toBe(true);
  });

  it('has two for three other paragraphs', () => {
    const list = '- Oil burns.\n\n---';
    expect(isOne(paragraphs(4), times(2, BELOW), times(3, list))).toBe(true);
    expect(isOne(paragraphs(4), times(3, BELOW))).toBe(false);
    expect(isOne(headings(2), paragraphs(1), times(6, BELOW))).toBe(false);
  });

  it('has as many words from the first of them on as above it', () => {
    expect(isOne(times(3, BELOW), headings(3))).toBe(true);
    expect(isOne(times(4, BELOW), headings(3))).toBe(false);
    expect(isOne(times(3, BELOW), '# Oil and tin and wax', headings(3))).toBe(true);
  });
});
