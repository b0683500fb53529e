import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/drafts/draft.ts';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { HTML_ELEMENTS, htmlElement } from '../../src/drafts/html/html-elements.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { readEntry } from '../../src/summaries/feeds/read-entry.ts';
import { readPage } from '../../src/summaries/reading/read-page.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const URL_OF_PAGE = 'https://example.org/gauge';
/** Enough text around a snippet for Readability to find it. */
const FILL = Array.from(
  { length: 4 },
  (_, at) =>
    `<p>Paragraph ${at} says, at some length, how the gauge at the pier is read, by whom, and what for, in all weathers.</p>`,
).join('\n\n');
const around = (html: string): string => `${FILL}\n\n${html}\n\n${FILL}`;
const inside = (words: string): string =>
  words
    .slice(words.indexOf('weathers.', words.indexOf('Paragraph 3')) + 9, words.lastIndexOf('Paragraph 0'))
    .trim();
const blockWords = (block: Block): string => {
  if (block.type === 'code') return block.source;
  if (block.type === 'table') return block.rows.flat().join(' ');
  if (block.type === 'list') return block.items.flatMap(({ blocks }) => blocks.map(blockWords)).join(' ');
  if (block.type === 'quote') return block.blocks.map(blockWords).join(' ');
  return draftWords({ blocks: [block] }).join(' ');
};
const wordsIn = ({ blocks }: { readonly blocks: readonly Block[] }): string =>
  inside(blocks.map(blockWords).join(' ').replace(/\s+/g, ' '));

/** The four ways in which HTML reaches us. */
const WAYS = {
  draft: (html: string) =>
    wordsIn(parseDraft(around(html), { path: 'a.md', siteUrl: 'https://example.org' })),
  post: (html: string) => wordsIn(readPost(around(html), { path: 'a.md', siteUrl: 'https://example.org' })),
  page: (html: string) =>
    wordsIn(
      readPage(`<!doctype html><html><body><article>${around(html)}</article></body></html>`, URL_OF_PAGE),
    ),
  feed: (html: string) =>
    wordsIn(readEntry({ html: around(html), base: URL_OF_PAGE, url: URL_OF_PAGE, tags: [] } as never)),
} as const;

const SNIPPETS: readonly (readonly [string, string, string])[] = [
  [
    'marks that plain text lacks',
    '<p>The <u>old</u> <b>float</b> <kbd>froze</kbd>.</p>',
    'The old float froze.',
  ],
  ['an exponent', '<p>About 10<sup>6</sup> litres.</p>', 'About 10⁶ litres.'],
  ['a quotation in a sentence', '<p>She said <q>no</q> twice.</p>', 'She said “no” twice.'],
  [
    'character references',
    '<p>R&amp;D &mdash; caf&eacute; &#8364;5 &#x2192; done</p>',
    'R&D — café €5 → done',
  ],
  [
    'a list in a list',
    '<ul>\n<li>one\n<ul>\n<li>two</li>\n</ul>\n</li>\n<li>three</li>\n</ul>',
    'one two three',
  ],
  ['a numbered list', '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>', 'three four'],
  ['a quotation', '<blockquote>\n<p>It froze.</p>\n<p>Twice.</p>\n</blockquote>', 'It froze. Twice.'],
  ['code', '<pre><code>a &lt; b\n  c</code></pre>', 'a < b c'],
  [
    'a table',
    '<table><tr><th>Year</th><th>mm</th></tr><tr><td>2024</td><td>4</td></tr></table>',
    'Year mm 2024 4',
  ],
  ['words below a wrapper', '<div><section>\n<p>Radar is dry.</p>\n</section></div>', 'Radar is dry.'],
  ['a figure around code', '<figure>\n<pre>x = 1</pre>\n</figure>', 'x = 1'],
  ['details', '<details>\n<summary>More</summary>\n<p>It beeps.</p>\n</details>', 'More It beeps.'],
  ['a definition list', '<dl>\n<dt>Radar</dt>\n<dd>A sensor.</dd>\n</dl>', 'Radar: A sensor.'],
  ['a link', '<p>See <a href="/radar">the radar</a> now.</p>', 'See the radar now.'],
  [
    'an icon in a link',
    '<p>See <a href="https://e.org">it<svg><title>out</title></svg></a> now.</p>',
    'See it now.',
  ],
  ['a program', '<script>x()</script>\n\n<style>p {}</style>\n\n<p>Words.</p>', 'Words.'],
  ['lines', '<p>Pier 4<br>Harbour</p>', 'Pier 4 Harbour'],
  ['an element that HTML lacks', '<p>So <lite-box mode="x">it</lite-box> is.</p>', 'So it is.'],
  ['a heading with a mark', '<h3>On <em>radar</em></h3>', 'On radar'],
  ['a reading of a sign', '<p><ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp></ruby>の高さ</p>', '潮(しお)の高さ'],
];

describe.each(SNIPPETS)('%s', (_, html, words) => {
  it.each(Object.entries(WAYS))('has the same words in a %s', (_way, read) => {
    expect(read(html)).toBe(words);
  });
});

it.each(['post', 'page', 'feed'] as const)(
  'a summary of a %s has neither captions nor frames of the page',
  (way) => {
    const html =
      '<figure>\n<img src="a.png" alt="A mast">\n<figcaption>A mast.</figcaption>\n</figure>\n\n<p>It stands.</p>\n\n<footer>\n<p>Built by us.</p>\n</footer>';
    expect(WAYS[way](html)).toBe('It stands.');
  },
);

it.each(['post', 'page', 'feed'] as const)('a summary of a %s has no marks of footnotes', (way) => {
  const html = '<p>It froze.<sup><a href="#fn1">1</a></sup> Twice <a href="#fnref1">↩</a></p>';
  expect(WAYS[way](html)).toBe('It froze. Twice');
});

it('a thread keeps the mark of a footnote, without the way back', () => {
  const html = '<p>It froze.<sup><a href="#fn1">1</a></sup> Twice <a href="#fnref1">↩</a></p>';
  expect(WAYS.draft(html)).toBe('It froze.¹ Twice');
});

it('names each element once', () => {
  const names = HTML_ELEMENTS.flatMap((row) => row.names.split(' '));
  expect(new Set(names).size).toBe(names.length);
});

it.each(HTML_ELEMENTS)('$why', (row) => {
  const named = [...row.sample.matchAll(/<([a-z]\w*)/g)].map(([, name = '']) => htmlElement(name));
  expect(named).toContain(row);
});
