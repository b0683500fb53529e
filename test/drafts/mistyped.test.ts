import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const posts = (text: string) => buildThread(parseDraft(text, { path: null }), xProfile()).posts;
const shown = (text: string): string =>
  posts(text)
    .map((post) => post.text)
    .join('\n\n');

describe('what its author mistyped is read as meant', () => {
  it.each([
    [
      'a heading without a space',
      '##Rise\n\nIt rose.\n\n###Fall [1]\n\nIt fell.',
      'Rise\n\nIt rose.\n\nFall [1]\n\nIt fell.',
    ],
    ['not a hashtag', '#rivers rise.\n\n#Rivers', '#rivers rise.\n\n#Rivers'],
    ['not what code shows', 'Write `##Rise`.\n\n    ## [1] 3', 'Write ##Rise.\n\n## [1] 3'],
    ['a label without a space behind it', '**Note:**it rose.', 'Note: it rose.'],
    ['a blank before the closing stars', '**Rise: **it rose **fast **.', 'Rise: it rose fast.'],
    ['stars of a program', '*args, **kwargs and **more. `**a. **b`', '*args, **kwargs and **more. **a. **b'],
    [
      'classes as attributes',
      'See <span i-ri-book-2-line />the <span text-rose>log</span>, <a @click="go(0)">now</a> and <code important>it</code>.',
      'See the log, now and it.',
    ],
    [
      'attributes of a block on their own line',
      'It rose.\n{.yellow-box}\n\nIt fell.',
      'It rose.\n\nIt fell.',
    ],
    [
      'an address behind a letter',
      'prompts<a href="https://t.co/b">https://t.co/b</a> now',
      'prompts https://t.co/b now',
    ],
    ['not arithmetic', 'f(**kwargs)**2 and 2 ** 3 ** 4', 'f(**kwargs)**2 and 2 ** 3 ** 4'],
    [
      'stars with a blank on their wrong side',
      'It **rose **and** fell** in **May **, **A – **Ana.\n\n** Then ** it stood.',
      'It rose and fell in May, A – Ana.\n\nThen it stood.',
    ],
    [
      'stars without a partner',
      '**It rose.\n\nWe saw it fall in May.**\n\nAnd the **Gate shut.\n\n**two\nlines** of it',
      'It rose.\n\nWe saw it fall in May.\n\nAnd the Gate shut.\n\ntwo\nlines of it',
    ],
    [
      'a subject with spaces',
      'Write [to us](mailto:a@example.org?subject=The gauge).',
      'Write to us (a@example.org).',
    ],
    [
      'a shrug with too few backslashes',
      '¯\\_(ツ)_/¯ ¯_(ツ)_/¯ ¯\\\\_(ツ)_/¯',
      '¯\\_(ツ)_/¯ ¯\\_(ツ)_/¯ ¯\\_(ツ)_/¯',
    ],
    ['a shrug with blanks', '¯\\_( ツ )_/¯', '¯\\_(ツ)_/¯'],
    ['an emoji with an escape', 'It rose :sweat\\_smile:', 'It rose 😅'],
    [
      'formulas of letters',
      'A point \\\\((x,y)\\\\), \\(f(x)\\), but \\(see below\\) and \\[_some word_\\].',
      'A point (x, y), f(x), but (see below) and [some word].',
    ],
    [
      'a linked picture with spaces in its name',
      'It rose.\n\n[![A mast](/a mast.png)](/a mast.png)',
      'It rose.',
    ],
    [
      'a tag with a quotation mark too many',
      'See <a href="https://example.org" target=_blank">the log</a>.',
      'See the log [1].\n\n[1] https://example.org',
    ],
    [
      'attributes without a space between them',
      'See <a href="https://example.org"class="x">the log</a>.',
      'See the log [1].\n\n[1] https://example.org',
    ],
    [
      'a link inside a link of the same address, or another',
      'See <a href="https://example.org/a"><a href="https://example.org/a">https://example.org/a</a></a> and <a href="https://example.org/b"> <a href="https://example.org/c">the log</a></a>.',
      'See https://example.org/a and the log [1].\n\n[1] https://example.org/c',
    ],
    [
      'an address without quotation marks',
      'See <a href=https://example.org/log/>the log</a>, <a href= https://example.org/a>a</a> and <a href=/b/">b</a>, not a <b and c/>.',
      'See the log [1], a [2] and b, not a <b and c/>.\n\n[1] https://example.org/log/\n[2] https://example.org/a',
    ],
    [
      'definitions over two lines',
      'See [the log][log], [2].\n\n[log]:\n  https://example.org/log\n\nSo:\n\n[Update]:\nhttps://example.org/b',
      'See the log [1], [2].\n\nSo:\n\n[Update]:\nhttps://example.org/b\n\n[1] https://example.org/log',
    ],
    [
      'a definition without an address among others',
      'See [a].\n\n[b]: TODO\n[a]: https://example.org/a\n\n[Update]: shipped',
      'See a [1].\n\n[Update]: shipped\n\n[1] https://example.org/a',
    ],
    ['a misspelt element', 'The <abb title="Page">PWA</abb> is one.', 'The PWA is one.'],
    [
      'not a type, a name or a joke',
      'Vec<T>, Map<A, B>, Option<A>, <B>, <name>, a <b and c> and </rant>',
      'Vec<T>, Map<A, B>, Option<A>, <B>, <name>, a <b and c> and </rant>',
    ],
    [
      'links and bold of old HTML',
      'See <A HREF="https://example.org">the log</A>, <B>then</B>.',
      'See the log [1], then.\n\n[1] https://example.org',
    ],
    [
      'a list of links that is indented like code',
      'See:\n\n\t* [the log](https://example.org/log) of May\n\t* [the map](https://example.org/map)\n',
      'See:\n* the log [1] of May\n* the map [2]\n\n[1] https://example.org/log\n[2] https://example.org/map',
    ],
    [
      'a list of sentences that is indented like code',
      'So:\n\n\t  1. The float sank twice in one week (#12)\n\t  2. A radar\n\nIt works.',
      'So:\n1. The float sank twice in one week (#12)\n2. A radar\n\nIt works.',
    ],
  ])('%s', (_name, text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    ['its alt text twice', '<img src="a.png" alt=alt="A mast" />', 'A mast'],
    ['a quotation mark too many', 'It fell.\n\n<img src="a.png" alt="A mast"">', 'A mast'],
    ['a size', '![A mast](a.png =300x)', 'A mast'],
  ])('a picture with %s', (_name, text, alt) => {
    expect(posts(text).flatMap(({ media }) => media)).toMatchObject([{ path: 'a.png', alt }]);
  });

  it('the slash behind a bare path closes the tag', () => {
    const media = posts('It fell.\n\n<img src=img/a.png alt="A"/> <img alt=B src=img/b.png/>').flatMap(
      (post) => post.media,
    );
    expect(media.map(({ path }) => path)).toEqual(['img/a.png', 'img/b.png']);
  });

  it('a picture that only counts readers is none, and the link around it leads nowhere', () => {
    const pixel = '<img src="https://example.org/c?t=1" width="1" height="1" alt="">';
    expect(posts(`It rose.\n\n<a href="https://example.org/shop">${pixel}</a>`)).toMatchObject([
      { text: 'It rose.', media: [] },
    ]);
  });

  it('code between single backticks on their own lines keeps its lines', () => {
    const { blocks } = parseDraft('So:\n`\nPackage: a*\nPin: b\n`\n\nAnd `it\nis`.', { path: null });
    expect(blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'code', source: 'Package: a*\nPin: b' },
      { type: 'paragraph' },
    ]);
  });

  it.each(['    - item\n    - item two', '    * @param a the first of the two\n    */'])(
    'an example of marks stays code: %s',
    (code) =>
      expect(parseDraft(`So:\n\n${code}`, { path: null }).blocks).toMatchObject([{}, { type: 'code' }]),
  );

  it('a paragraph of one long piece of code is a block of code, and one of sentences is not', () => {
    const code = '(column (name) (type)) '.repeat(12).trim();
    expect(parseDraft(`So:\n\n\`${code}\``, { path: null }).blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'code', source: code },
    ]);
    const prompt = 'List every gauge of the river with the year in which it was built. '.repeat(4).trim();
    expect(shown(`\`${prompt}\``).replaceAll('\n\n', ' ')).toBe(prompt);
    expect(shown('`a = 1`')).toBe('a = 1');
  });

  it('an example in a fence stays as it is', () => {
    const text = '```md\n##Rise\n\n    * [a](https://example.org)\n\n`\na\n`\n```';
    expect(parseDraft(text, { path: null }).blocks).toMatchObject([
      { type: 'code', source: text.slice(6, -4) },
    ]);
  });
});
