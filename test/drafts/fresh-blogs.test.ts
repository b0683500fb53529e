import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { postsOnX } from './posts-on-x.ts';

type Row = readonly [name: string, written: string, shown: string, frontMatter?: string];

const POST = 'date: 2026-02-03';

const posts = (body: string, frontMatter = POST): string =>
  postsOnX(
    parseDraft(`---\n${frontMatter}\n---\n\n${body}\n`, { path: 'a.md', siteUrl: 'https://example.org' }),
  );

/** What came out wrong on ten blogs of organisations and people that had not been read before, with what stands near it. */
const CASES: Readonly<Record<string, readonly Row[]>> = {
  'a quotation in a post of a blog': [
    [
      'below a line with a colon',
      'She wrote:\n\n> The water rose\n> In the night',
      'She wrote:\n\n> The water rose\n> In the night',
    ],
    [
      'with a link over two lines',
      'She wrote:\n\n> The [float\n> in May](https://example.org/f) sank',
      'She wrote:\n\n> The float in May [1] sank\n\n[1] https://example.org/f',
    ],
    [
      'in a draft, they are items',
      'Done:\n\n> the float\n> the gauge',
      'Done:\n> the float\n> the gauge',
      'tags: [a]',
    ],
    [
      'keeps the name below wrapped words',
      'She wrote in the long night of the flood, when nobody slept at all:\n\n> “It is not enough to shut the upper gate at night, we must watch the\n> lower one, too.”\n> Ana Silva, keeper',
      'She wrote in the long night of the flood, when nobody slept at all:\n\n> “It is not enough to shut the upper gate at night, we must watch the lower one, too.”\n> Ana Silva, keeper',
    ],
  ],
  'values of the front matter': [
    [
      'below a key',
      'I read {{ book.title }} by {{ page.book.by }}.',
      'I read The Log by Ana.',
      'date: 2026-02-03\nbook:\n  title: The Log\n  by: Ana',
    ],
    [
      'in brackets, and as a shortcode of Hugo',
      'I read {{ book["title"] }} and {{< param "book.title" >}}.',
      'I read The Log and The Log.',
      'date: 2026-02-03\nbook: { title: The Log }',
    ],
    [
      'in a link',
      'I read [it]({{ book.link }}).',
      'I read it [1].\n\n[1] https://example.org/log',
      'date: 2026-02-03\nbook: { link: "https://example.org/log" }',
    ],
  ],
  'tables that only kramdown reads': [
    ['with a short ruler', 'See:\n\n| a | b |\n|---|\n| 1 | 2 |', 'See:'],
    ['without a ruler', 'See:\n\n| a | b |\n| 1 | 2 |', 'See:'],
    ['with a ruler of single dashes', 'See:\n\n| | a |\n|-|-|\n| x | - |', 'See:'],
    ['but verse between bars stays', '| one line\n| another', '| one line\n| another'],
    ['but rows of different lengths stay', '| a | b |\n| 1 |', '| a | b |\n| 1 |'],
  ],
  'a pen of CodePen': [
    [
      'is its address',
      'Here:\n\n<p class="codepen" data-height="265">\n  <span>See the Pen <a href="https://codepen.io/ana/pen/abcDEF">\n  Float</a> by Ana.</span>\n</p>',
      'Here:\n\nhttps://codepen.io/ana/pen/abcDEF',
    ],
    [
      'but words about one stay',
      '<p>See the pen <a href="https://codepen.io/ana/pen/abcDEF">Float</a>.</p>',
      'See the pen Float [1].\n\n[1] https://codepen.io/ana/pen/abcDEF',
    ],
  ],
  'code of an export': [
    [
      'without its tags and colours',
      'So:\n\n    <code>a <span class="x">&lt;</span> b</code>',
      'So:\n\na < b',
    ],
    [
      'but code that shows tags keeps them',
      'So:\n\n    <p><code>a</code></p>',
      'So:\n\n<p><code>a</code></p>',
    ],
  ],
  'stars and underscores': [
    [
      'with a blank on their inner side',
      '** Note:** it rose. \n\n__Then: __ it fell.',
      'Note: it rose.\n\nThen: it fell.',
    ],
    ['over two lines, before a letter', 'Go **down\nthere.**You see.', 'Go down there. You see.'],
    [
      'around nothing',
      'See [it](https://e.example)****and **** too.',
      'See it [1] and **** too.\n\n[1] https://e.example',
    ],
    ['around a comma in a word', 'Before 18F**,** it rose.', 'Before 18F, it rose.'],
    ['around a blank', 'By Ana** **and Ben.', 'By Ana and Ben.'],
    ['around a number in Chinese', '卖了__1337__份。', '卖了1337份。'],
    ['but names keep them', 'Call 表__名 and a__b__c.', 'Call 表__名 and a__b__c.'],
    [
      'alone on a line part the text',
      'One.\n\n\\*\\*\\*\n\nTwo.\n\n~ ~ ~\n\nThree.',
      'One.\n\nTwo.\n\nThree.',
    ],
  ],
  'letters behind a link': [
    [
      'belong to its word',
      'In [Sky](https://e.example)’s tests.',
      'In Sky’s [1] tests.\n\n[1] https://e.example',
    ],
    [
      'behind code and digits',
      '[`a`](https://e.example)s, [1](https://f.example)st.',
      'as [1], 1st [2].\n\n[1] https://e.example\n[2] https://f.example',
    ],
    [
      'but words of scripts without spaces stay',
      '[表](https://e.example)を見る。',
      '表 [1]を見る。\n\n[1] https://e.example',
    ],
    [
      'of another element have a gap',
      '<a href="https://e.example">Download</a><span>PDF</span>',
      'Download [1] PDF\n\n[1] https://e.example',
    ],
  ],
  'a picture in a link': [
    ['goes without the address', 'It rose.\n\n[![A mast](a.png)](https://e.example/big)', 'It rose.'],
    ['of HTML, too', 'It rose.\n\n<a href="https://e.example"><img src="a.png" alt="A"></a>', 'It rose.'],
    ['except a video', '[![A mast](a.png)](https://youtu.be/abcdefghijk)', 'https://youtu.be/abcdefghijk'],
    ['or behind words', 'See [![A mast](a.png)](https://e.example)', 'See https://e.example'],
  ],
  'a sentence over two short lines': [
    [
      'with a long address',
      '[Follow it](https://example.org/adding-your-own-gauge-to-the-log)\nto the log.',
      'Follow it [1] to the log.\n\n[1] https://example.org/adding-your-own-gauge-to-the-log',
    ],
    [
      'or more, up to a full stop',
      'See [the news](https://example.org/news)\nor [the log](https://example.org/log)\nfor more.',
      'See the news [1] or the log [2] for more.\n\n[1] https://example.org/news\n[2] https://example.org/log',
    ],
    [
      'but verse stays',
      'the water rose\nthe gate was shut\nnobody came',
      'the water rose\nthe gate was shut\nnobody came',
    ],
    ['but lines with capitals stay', 'One float\nTwo gates', 'One float\nTwo gates'],
  ],
  'fields and teasers': [
    [
      'repeated below',
      '<!--excerpt-->\n\nIt rose in May.\n\n<!--/excerpt-->\n\n<p>It rose in May.</p>\n\nThen.',
      'It rose in May.\n\nThen.',
    ],
    ['two blocks of attributes', '![A](a.png){.wide}{.logo}\n\nIt rose.', 'It rose.'],
    ['an address of ftp', '[Get it](ftp://e.example/a)', 'Get it [1]\n\n[1] ftp://e.example/a'],
  ],
  'names on another site': [
    [
      'beside the person’s name',
      'By [Ana Ru (@ana)](https://github.com/ana) and [@ben’s log](https://github.com/Ben/log).',
      'By Ana Ru (ana) [1] and ben’s log [2].\n\n[1] https://github.com/ana\n[2] https://github.com/Ben/log',
    ],
    [
      'names on servers of the Fediverse',
      'By [@ana](https://example.social/@ana) and [@ben@example.social](https://example.social/@ben), on [@cy](https://x.com/cy).',
      'By ana [1] and @ben@example.social [2], on @cy [3].\n\n[1] https://example.social/@ana\n[2] https://example.social/@ben\n[3] https://x.com/cy',
    ],
    [
      'the anchor of a heading with a drawn sign',
      '<h2><a href="https://example.org/log#rise" class="anchor"><svg><path d="M4"></path></svg></a>The rise</h2>\n<p>It rose.</p>',
      'The rise\n\nIt rose.',
    ],
    [
      'but words about a project’s own marks keep theirs',
      '[Support the @lamp mark](https://github.com/lamp/lamp/pull/12).',
      'Support the @lamp mark [1].\n\n[1] https://github.com/lamp/lamp/pull/12',
    ],
    [
      'but a package keeps its sign',
      'Use [@float/core](https://github.com/float/core).',
      'Use @float/core [1].\n\n[1] https://github.com/float/core',
    ],
  ],
  'items farther in than Markdown reads': [
    ['by tabs', '* one\n  \t\t- two\n  \t\t\t+ three\n* four', '* one\n  - two\n    + three\n* four'],
    [
      'but code in an item stays',
      '- one\n\n      > for (i in x) {\n      + print(i)\n      + }\n\n- two',
      '- one\n\n- two',
    ],
    [
      'by four, where the words above stand at five',
      '  1. one\n  2. two:\n    - three\n    - four\n',
      '1. one\n2. two:\n  - three\n  - four',
    ],
    ['but not beside the words above', '1. one\n  - two', '1. one\n\n- two'],
    ['by six spaces', '- one\n      - two\n          - three', '- one\n  - two\n    - three'],
  ],
  'videos in a filter': [
    [
      'alone on a line',
      '### At night\n\n{{ "https://www.youtube-nocookie.com/embed/abcdefghijk" | embed: "The float" }}',
      'At night\n\nhttps://www.youtube.com/watch?v=abcdefghijk',
    ],
  ],
  'words around struck-out ones': [
    ['end in a full stop', 'I got nothing, <s>or so</s>', 'I got nothing.'],
    ['before the next sentence', 'It ran, ~~slowly~~ Then it fell.', 'It ran. Then it fell.'],
    ['before a mark', 'One, ~~two~~, three — ~~or four~~.', 'One, three.'],
    ['in brackets', 'All (~~one~~, two) ran.', 'All (two) ran.'],
    ['but a comma before words stays', 'All, ~~as I said,~~ but one.', 'All, but one.'],
  ],
  'templates that the text speaks of': [
    [
      'stay, with the same name in code',
      'The {{on}} helper, as in `{{on "click"}}`.',
      'The {{on}} helper, as in {{on "click"}}.',
    ],
    ['but not without', 'The {{on}} helper.', 'The \ufffc helper.'],
    [
      'and the site’s own address goes',
      'See [it]({{< baseurl >}}/log/).',
      'See it [1].\n\n[1] https://example.org/log/',
    ],
  ],
  'a table of HTML': [
    [
      'keeps its caption above it',
      'See:\n\n<table><caption>Rain <b>in</b> May</caption><tr><th>a</th></tr><tr><td>1</td></tr></table>',
      'See:\n\nRain in May',
    ],
    [
      'with one row of code needs no names of columns',
      'See:\n\n<table>\n<tr><th>Code</th><th>Result</th></tr>\n<tr><td>\n\n```js\na\nb\n```\n\n</td><td><img src="a.png" alt="A"></td></tr>\n</table>',
      'See:',
    ],
  ],
  'tables of pictures': [
    [
      'leave the words beside them',
      'See:\n\n| ![A](a.png) | ![B](b.png) |\n|---|---|\n| In May | In June |',
      'See:\n\nIn May\n\nIn June',
    ],
    [
      'of HTML',
      'See:\n\n<table><tr><td>In May</td><td>In June</td></tr><tr><td><img src="a.png" alt="A"></td><td><img src="b.png" alt="B"></td></tr></table>',
      'See:\n\nIn May\n\nIn June',
    ],
  ],
  'frames of more players': [
    [
      'in a sentence’s place',
      'Look:\n\n<iframe src="https://v.qq.com/txp/iframe/player.html?vid=h0a1"></iframe>',
      'Look:\n\nhttps://v.qq.com/x/page/h0a1.html',
    ],
  ],
  'terms of HTML': [
    [
      'each with its meaning',
      '<dl>\n<dt>Gate</dt>\n<dd>It shuts the\nriver.</dd>\n<dt>Why?</dt><dd>Because.</dd>\n</dl>',
      'Gate: It shuts the river.\n\nWhy? Because.',
    ],
    [
      'with several meanings',
      '<dl><dt>Gate</dt><dd>It shuts.</dd><dd>It opens.</dd></dl>',
      'Gate\n\nIt shuts.\n\nIt opens.',
    ],
  ],
  'what shows nothing': [
    ['a placeholder', 'It rose.\n\n<SOME-INTRO-HERE>\n\nIt fell.', 'It rose.\n\nIt fell.'],
    ['but one in a sentence stays', 'Put <YOUR-OWN-KEY> there.', 'Put <YOUR-OWN-KEY> there.'],
    ['a paragraph that nobody sees', 'It rose.\n\n\u200b\n\nIt fell.', 'It rose.\n\nIt fell.'],
    ['a blank of JSX', "It rose in{' '}\n<b>May</b>.", 'It rose in May.'],
  ],
  links: [
    [
      'before words in brackets',
      'See [it](https://e.example)(in German).',
      'See it [1] (in German).\n\n[1] https://e.example',
    ],
    [
      'behind a sign',
      'By ^[Lift](https://e.example) and x^[A note.].',
      'By ^Lift [1] and x[2].\n\n[1] https://e.example\n[2] A note.',
    ],
    ['that are their own words', 'See [https://e.example](https://e.example/).', 'See https://e.example.'],
    [
      'inside a link',
      'It rose ([[#4](https://example.org/4)](https://example.org/4)).',
      'It rose (#4 [1]).\n\n[1] https://example.org/4',
    ],
    ['to a number that a loop defines', 'It rose ([#1037][], [#4][]).', 'It rose (#1037, #4).'],
    [
      'for mail, beside the address',
      '[Write](mailto:ana@example.org)（<ana@example.org>）, please.',
      'Write（ana@example.org）, please.',
    ],
    ['for mail, without', '[Write](mailto:ana@example.org), please.', 'Write (ana@example.org), please.'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, rows) => {
  it.each(rows)('%s', (_name, written = '', shown = '', frontMatter) =>
    expect(posts(written, frontMatter)).toBe(shown),
  );
});

describe('a page of MDX', () => {
  const page =
    'import mast from \'./mast.jpg\'\n\nexport const meta = {\n  title: `The *float*`,\n  image: mast,\n}\n\nLook:\n\n<img src={mast} alt="A mast" />\n\nIt rose.\n';

  it('opens with the title that it exports, and shows the picture that it imports', () => {
    const { posts: all } = buildThread(parseDraft(page, { path: 'a.mdx' }), xProfile());
    expect(all).toMatchObject([{ text: 'The float\n\nLook:\n\nIt rose.', media: [{ path: './mast.jpg' }] }]);
  });
});

describe('a picture', () => {
  const read = (body: string) => parseDraft(`---\n${POST}\n---\n\n${body}\n`, { path: 'a.md' });

  it('whose path and words are in each other’s place is shown', () =>
    expect(read('![/img/mast.png](A mast in May)').blocks).toMatchObject([
      { type: 'image', image: { path: '/img/mast.png', alt: 'A mast in May' } },
    ]));

  it.each([
    '<figure>\n<img src="{{ site.cdn }}/img/mast.png" alt="A mast">\n</figure>',
    '![A mast]({{ site.cdn }}/img/mast.png)',
  ])('whose place only the blog knows is taken from the project: %s', (body) =>
    expect(read(body).blocks).toMatchObject([
      { type: 'image', image: { path: '/img/mast.png', alt: 'A mast' } },
    ]),
  );

  it('in a table goes out with its column', () => {
    const draft = read('See:\n\n| May | June |\n|---|---|\n| ![A](a.png) | ![B](b.png) |');
    expect(draft.blocks.map((block) => (block.type === 'image' ? block.image.path : block.type))).toEqual([
      'paragraph',
      'paragraph',
      'a.png',
      'paragraph',
      'b.png',
    ]);
    expect(read('| App | Use |\n|---|---|\n| ![A](a.png) A | It floats |').blocks).toMatchObject([
      { type: 'table' },
    ]);
  });

  it('that leads elsewhere is the file, not the address', () =>
    expect(
      read('{% include "figure.html", image: "/a/mast.png", url: "https://example.org/v", alt: "A mast" %}')
        .blocks,
    ).toMatchObject([{ type: 'image', image: { path: '/a/mast.png', alt: 'A mast' } }]));

  it('of a line’s height is its word in the line, or a gap that is told', () => {
    const icons = 'Press <img src="/c.gif" alt="command" height="12"> and <img src="/q.gif" height="12">.';
    const draft = read(icons);
    expect(buildThread(draft, xProfile()).posts).toMatchObject([{ text: 'Press command and .', media: [] }]);
    expect(draft.findings.map(({ code }) => code)).toContain('html-dropped');
  });
});

describe('the alt text of a picture', () => {
  it('may hold quotation marks', () => {
    const draft = parseDraft(
      '---\ndate: 2026-02-03\n---\n\nSo:\n\n<img src="/a.png" alt="The "old" mast" />\n',
      { path: 'a.md' },
    );
    const { posts: all } = buildThread(draft, xProfile());
    expect(all.flatMap(({ media }) => media.map(({ alt }) => alt))).toEqual(['The "old" mast']);
  });
});
