import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedWhole, parseMarkdown } from '../../src/drafts/markdown/parse-markdown.ts';
import { plainRuns } from '../../src/drafts/markdown/plain-runs.ts';
import { namesIn } from '../../src/drafts/markdown/plain-words.ts';
import { bareBlocks } from './bare-blocks.ts';

/** Lines that open, close, interrupt or go on with every kind of block, and signs of every kind inside them. */
const LINES = [
  'Words of a line.',
  'words that go on, 2 * 3, a_b and x < y & z',
  '**Bold** and *soft* and `code` here',
  'a [link](https://example.org/a_b) and ![gear](gear.png "Gear")',
  '**a [link `x`](/b)** and _under_ and snake_case',
  'a [name][1], [^1] and [box]',
  '[1] and [ 1 ][] and [[1]] and ![1] [x][none] [1][none]',
  '[box]: https://example.org/box',
  '  [box]: <https://example.org/box>',
  'see [box]: words',
  'the [`a`',
  '`a` b]: https://example.org/ab',
  '[a',
  'b][1] and [box',
  '1]',
  '**很好。**我们 *a*b* and **not closed',
  'www.example.org and https://example.org and a@example.org',
  'a hard break  ',
  'a space that stays\u00a0',
  'and one before others\u00a0  ',
  'one space ',
  '![](<a b.png>) and ![]() and [](x)',
  '[https://example.org](https://example.org?a=1&b=2)',
  '[a@example.org](<b&amp;c>) ![www.example.org](d&lt;)',
  '- spaced item  ',
  '___',
  ' indented by one',
  '    indented by four',
  '# Heading',
  '## Heading ##',
  '# ',
  'Heading',
  '===',
  '---',
  '***',
  '- item',
  '- another [x](y) **z**',
  '  - nested',
  '    - deeper',
  '   - three in',
  '* star',
  '+ plus',
  '1. one',
  '2. two',
  '1) other',
  '   - in one',
  '- - - ',
  '- # heading in an item',
  '- ```',
  '  ```',
  '> quoted',
  '> - item in a quotation',
  '> ```',
  '```js title="a b"',
  '```',
  '````',
  '~~~',
  ' ```',
  '| a | b |',
  '| - | - |',
  ':-: | -',
  '[1]: https://example.org/1',
  '[^1]: A note.',
  '<div>',
  '<b>bold</b> words',
  'a <a href="/x_y*z" rel>link</a>, a <br /> and <my-tag>',
  '*soft <b title="*">* and **<i>both</i>** <a b=c> <a  b> <a b="`">`',
  'R&D, AT&T; &copy; &#169 and <a&amp;b>',
  '&nbsp;so *far&ndash;* &nosuch; [a&lt;b](/c) ![&quot;](d) and &#8217;&Tab;',
  '$$',
  'costs $5 and $x_1$',
  '\\* escaped',
  'an &amp; and `a',
  '``two ` ticks``',
  '~~gone~~ and ~about',
  '- [ ] task',
  '\tTab',
  '',
  '',
  '',
];

describe('blocks that are read without a parser', () => {
  it('come out as the parser reads them, whatever stands around them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        expect(bareBlocks(parseMarkdown(text))).toEqual(bareBlocks(parsedWhole(text)));
      }),
      { numRuns: 600, seed: 11 },
    );
  });

  it('come out so when their signs stand anywhere', () => {
    const signs = fc.constantFrom(
      ...'*_`[]()!~-#>| \n\n.a1"&<\\'.split(''),
      '**',
      '](b)',
      'word',
      '。',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(bareBlocks(parseMarkdown(text))).toEqual(bareBlocks(parsedWhole(text)));
      }),
      { numRuns: 600, seed: 12 },
    );
  });

  it.each([
    'words\n- *',
    'words\n1. * ',
    'words\n- + \n\n```\n\n- \n    ',
    'e\n1. 2) [a]: u\n- [^1]: n',
    '2) ---',
    '- - -\n> e# ',
    '```js* ~~~$:2) \n```\n!\n    (',
  ])('come out so in cases that once did not: %j', (text) => {
    expect(bareBlocks(parseMarkdown(text))).toEqual(bareBlocks(parsedWhole(text)));
  });

  it.each([
    ['a paragraph with a link and code', 'See [the log](https://example.org/log) and `gauge run`.'],
    ['a heading above its words', '# The gauge\nIt sank.'],
    ['code', '```sh\ngauge run\n\ngauge log\n```'],
    ['a list below its lead-in', 'Three things:\n- warm\n- **cold**\n  - wet'],
  ])('are most of what people write: %s', (_, text) => {
    expect(plainRuns(text, namesIn(text))).toMatchObject([
      { start: 0, end: expect.toSatisfy((end: number) => end >= text.length) },
    ]);
  });
});
