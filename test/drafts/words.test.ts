import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/drafts/draft.ts';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const parse = (text: string, siteUrl?: string) => parseDraft(text, { path: null, siteUrl });
const runs = (text: string, siteUrl?: string): Partial<Run>[] =>
  parse(text, siteUrl).blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? block.runs.map(({ at: _, ...run }: Run & { at?: unknown }) => run as Partial<Run>)
      : [],
  );
const codes = (text: string): string[] => parse(text).findings.map(({ code }) => code);
const text = (words: string, emphasis?: string) => ({
  type: 'text',
  text: words,
  ...(emphasis ? { emphasis } : {}),
});
const link = (words: string, url: string, auto = false) => ({ type: 'link', text: words, url, auto });

describe('words keep what their author gave them', () => {
  it.each([
    [
      'emphasis',
      '**a** *b* ~~c~~ `d e`',
      [text('a', 'strong'), text(' '), text('b', 'emphasis'), text(' '), text('d e', 'code')],
    ],
    ['emphasis in emphasis', '**a *b***', [text('a b', 'strong')]],
    ['entities and escapes', 'a &amp; b \\*c\\* &hellip;', [text('a & b *c* …')]],
    [
      'hard and soft breaks',
      'a  \nb\\\nc\nd<br>e',
      [
        text('a'),
        { type: 'break', hard: true },
        text('b'),
        { type: 'break', hard: true },
        text('c'),
        { type: 'break', hard: false },
        text('d'),
        { type: 'break', hard: true },
        text('e'),
      ],
    ],
    [
      'inline HTML',
      '<b>a</b><sub>2</sub> <kbd>Ctrl</kbd>',
      [text('a', 'strong'), text('2 '), text('Ctrl', 'code')],
    ],
    ['what is no HTML', 'Map<Key, Value> <3 a <b and c>', [text('Map<Key, Value> <3 a <b and c>')]],
    [
      'marks with a source',
      'a [0] b\n\n[0] T: https://e.org',
      [text('a '), { type: 'reference', label: '0', source: 0 }, text(' b')],
    ],
    [
      'an escaped mark',
      'a \\[0\\] [0]\n\n[0] https://e.org',
      [text('a [0] '), { type: 'reference', label: '0', source: 0 }],
    ],
    [
      'a mark in code',
      '`a[0]` [0]\n\n[0] https://e.org',
      [text('a[0]', 'code'), text(' '), { type: 'reference', label: '0', source: 0 }],
    ],
    ['Markdown links', '[a **b** `c`](https://e.org)', [link('a b c', 'https://e.org')]],
    [
      'links by name',
      '[a][x] [x]\n\n[x]: https://e.org',
      [link('a', 'https://e.org'), text(' '), link('x', 'https://e.org')],
    ],
    [
      'parentheses',
      '[a](<https://e.org/b_(c)>) <https://e.org/d_(e)>',
      [link('a', 'https://e.org/b_(c)'), text(' '), link('https://e.org/d_(e)', 'https://e.org/d_(e)', true)],
    ],
    ['an emoji as words', '[🔗](https://e.org)', [link('🔗', 'https://e.org')]],
    [
      'a bare URL in a sentence',
      '(see https://e.org/a_b), www.e.org.',
      [
        text('(see '),
        link('https://e.org/a_b', 'https://e.org/a_b', true),
        text('), '),
        link('www.e.org', 'http://www.e.org', true),
        text('.'),
      ],
    ],
    [
      'a bare URL before other scripts',
      'https://e.org/a。次',
      [link('https://e.org/a', 'https://e.org/a', true), text('。次')],
    ],
    [
      'words that are the URL',
      '[https://e.org](https://e.org) [e.org/a](https://e.org/a/)',
      [link('https://e.org', 'https://e.org', true), text(' '), link('e.org/a', 'https://e.org/a/', true)],
    ],
    ['a link without words', '[](https://e.org)', [link('https://e.org', 'https://e.org', true)]],
    [
      'a link of HTML',
      '<a class="x" href="https://e.org">a <b>b</b></a> c',
      [link('a b', 'https://e.org'), text(' c')],
    ],
    [
      'a link of HTML that nothing closes',
      'a <a href="https://e.org">b',
      [text('a '), link('b', 'https://e.org')],
    ],
    ['mail and handles', 'me@e.org @me@e.social @me', [text('me@e.org @me@e.social @me')]],
    ['a label', '[ML Grind] [x] [Paper: a_b_c]', [text('[ML Grind] [x] [Paper: a_b_c]')]],
  ])('%s', (_name, markdown, expected) => expect(runs(markdown)).toEqual(expected));

  it.each([
    ['[a](/b)', 'https://e.org/site/b'],
    ['[a](//e.com/b)', 'https://e.com/b'],
    ['[a](https://e.com/b c)', undefined],
    ['[a](<https://e.com/b c>)', 'https://e.com/b%20c'],
    ['---\npermalink: /p\n---\nSee [a](#b)', 'https://e.org/site/p#b'],
    ['---\npermalink: /x/p\n---\n[a](q)', 'https://e.org/site/x/q'],
  ])('%s leads to %s', (markdown, url) => {
    const found = runs(markdown, 'https://e.org/site').find(({ type }) => type === 'link');
    expect(found === undefined ? undefined : (found as { url: string }).url.split(' ')[0]).toBe(
      url ?? 'https://e.com/b',
    );
  });

  it('counts the words of the body, without markers, notes and sources', () => {
    const draft = parse(
      '# Big *day*\n\n> item one [0]\n> [item two](https://e.org)\n\nWords[^1],\nmore.\n\n```\ncode\nthat is\nlong\n```\n\n[0] Title: https://e.org\n\n[^1]: note',
    );
    expect(draftWords(draft)).toEqual(['Big', 'day', 'item', 'one', '[0]', 'item', 'two', 'Words,', 'more.']);
  });
});

describe('what a post will not show is named', () => {
  it.each([
    ['```\na\n```', []],
    ['    It is a sentence of the author.', ['indented-code']],
    ['    程序会在这里重新读取数据。', ['indented-code']],
    ['    var gauge = read(pier);', []],
    ['    LINESTRING (0 0, 1 1, 2 1)', []],
    ['| a |\n| - |\n| b |', []],
    ['| a |\n| - |\n| [b](https://e.org) |', ['table-links']],
    ['$$\na\n$$', []],
    ['so $a_1$ is', []],
    ['so $$a^2$$ is', []],
    ['so $a_q$ is', ['formula-as-text']],
    ['so $\\nope$ is', ['formula']],
    ['$5 or $10, $A and $B_', []],
    ['<style>\na {}\n\nb {}\n</style>', ['html-dropped']],
    ['<div>a</div>', []],
    ['~~a~~', ['struck-out']],
    ['<img src="a.png" alt="b">', []],
    ['<p><img src="a.png"></p>', ['image-without-alt']],
    ['a <iframe src="b"></iframe>', ['html-dropped']],
    ['<!-- a -->', ['html-comment-dropped']],
    ['a <!-- b --> c', ['html-comment-dropped']],
    ['![](a.png)', ['image-without-alt']],
    ['![ ][a]\n\n[a]: b.png', ['image-without-alt']],
    ['[a](https://e.org "b")', ['link-title']],
    ['[a](/b)', ['relative-link']],
    ['[a](javascript:b)', ['unsafe-link']],
    ['<a href="data:text/html,b">a</a>', ['unsafe-link']],
    ['a[^1]', ['note-without-text']],
    ['[^1]: a', ['note-unused']],
    ['a[^1]\n\n[^1]: b\n\n[^1]: c', ['note-unused']],
    ['a [1]', ['reference-without-source']],
    ['a[1], list[2]', []],
    ['In [1]: x, and $.[2].', []],
    ['We saw it in [1].', ['reference-without-source']],
    ['It ends.[1]', ['reference-without-source']],
    ['Data went to [17] North American firms, and to [3]番目.', []],
    ['Data went to some [17], as they said.', ['reference-without-source']],
    ['a [0, 1]\n\n[0] https://e.org\n[1] https://e.org', []],
    ['[1] https://e.org', ['source-without-mark']],
    ['a [1]\n\n[1] https://e.org\n[1] https://e.com', ['source-repeated']],
    ['[a]: https://e.org', ['definition-unused']],
    ['[a]\n\n[a]: https://e.org\n[a]: https://e.com', ['definition-unused']],
    ['', ['draft-empty']],
    [' \n', ['draft-empty']],
    ['---\ntitle: a\n---\n\n', ['draft-empty']],
    ['\ufeffa', ['byte-order-mark']],
  ])('%j: %j', (markdown, expected) => expect(codes(markdown)).toEqual(expected));
});

describe('images are lifted out of the words', () => {
  it('follow their paragraph, item or heading, in order', () => {
    const { blocks } = parse(
      '# a ![b](b.png)\n\nc ![d](d.png "t") e\n![f](f.png)\n\n- g ![h](h.png)\n\n[![i](i.png)](https://e.org)',
    );
    expect(JSON.parse(JSON.stringify(blocks, (key, value) => (key === 'at' ? undefined : value)))).toEqual([
      { type: 'heading', depth: 1, runs: [text('a')] },
      { type: 'image', image: { path: 'b.png', alt: 'b' } },
      { type: 'paragraph', runs: [text('c e')] },
      { type: 'image', image: { path: 'd.png', alt: 'd', title: 't' } },
      { type: 'image', image: { path: 'f.png', alt: 'f' } },
      {
        type: 'list',
        ordered: false,
        tight: true,
        items: [
          {
            marker: '-',
            blocks: [
              { type: 'paragraph', runs: [text('g')] },
              { type: 'image', image: { path: 'h.png', alt: 'h' } },
            ],
          },
        ],
      },
      { type: 'image', image: { path: 'i.png', alt: 'i' } },
    ]);
  });

  it('open the draft where front matter names a cover', () => {
    const { blocks } = parse('---\ncover: /a.png\ncover_alt: A hat\n---\nwords');
    expect(blocks).toMatchObject([
      { type: 'image', image: { path: '/a.png', alt: 'A hat' } },
      { type: 'paragraph' },
    ]);
  });
});

describe('a mark leads to the list that it belongs to', () => {
  it('of two lines with one label in a list, marks lead to the first, and the second is named', () => {
    const lines = ['[1] A: https://a.org', '[2] B: https://b.org', '[2] C: https://c.org'];
    for (const gap of ['\n', '\n\n']) {
      const { blocks, references, findings } = parse(`One [1] and two [2].\n\n${lines.join(gap)}`);
      expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'sources']);
      expect(blocks[0]).toMatchObject({ runs: [{}, { source: 0 }, {}, { source: 1 }, {}] });
      expect(references).toHaveLength(3);
      expect(findings).toMatchObject([
        { code: 'source-repeated', severity: 'warning', line: gap === '\n' ? 5 : 7, column: 1 },
      ]);
    }
  });

  it('the next one below, else the nearest above', () => {
    const { blocks, references } = parse(
      'a [0]\n[0] https://e.org/1\nb [0]\n[0] https://e.org/2\nc [0]\n\n[1] not [1] a source',
    );
    const sources = blocks.flatMap((block) =>
      block.type === 'paragraph'
        ? block.runs.flatMap((run) => (run.type === 'reference' ? [run.source] : []))
        : [],
    );
    expect(sources).toEqual([0, 1, 1]);
    expect(references.map(({ url }) => url)).toEqual(['https://e.org/1', 'https://e.org/2']);
  });

  it.each([
    ['[0] https://e.org/a', undefined, 'https://e.org/a'],
    ['[0]: https://e.org/a', undefined, 'https://e.org/a'],
    ['[0] Title: https://e.org/a', 'Title', 'https://e.org/a'],
    ['[0] Title: sub - https://e.org/a.', 'Title: sub', 'https://e.org/a'],
    ['[0] Title (https://e.org/a_(b))', 'Title', 'https://e.org/a_(b)'],
    ['[0] [**Title**](https://e.org/a)', 'Title', 'https://e.org/a'],
    ['[0] *Title* <https://e.org/a>', 'Title', 'https://e.org/a'],
    ['[0]: https://e.org/a "Title"', 'Title', 'https://e.org/a'],
    ['[0] https://e.org/a - Title', 'Title', 'https://e.org/a'],
    ['[12] Title HTTPS://e.org/a', 'Title', 'HTTPS://e.org/a'],
  ])('%s', (line, title, url) => {
    const label = /\d+/.exec(line)?.[0];
    expect(parse(`a [${label}]\n\n${line}`).references).toMatchObject([
      title === undefined ? { label, url } : { label, title, url },
    ]);
  });
});
