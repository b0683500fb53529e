import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

type Row = readonly [name: string, written: string, shown: string];

const parse = (body: string) =>
  parseDraft(`---\ndate: 2026-02-03\n---\n\n${body}\n`, { path: 'a.md', siteUrl: 'https://example.org' });

const posts = (body: string): string => postsOnX(parse(body));

const LONG =
  'The float rose in the night, and nobody saw it rise, although the keeper of the gate had been told to watch it until the morning. It fell again at noon, as it does in spring when the snow melts above the dam.';

/** What came out wrong on twelve blogs of engineers and their teams that had not been read before, with what stands near it. */
const CASES: Readonly<Record<string, readonly Row[]>> = {
  'a component that names a repository': [
    [
      'in a sentence and an item',
      'Made with <GitHubLink repo="ana/float" />, too.\n\n- <GitHubLink repo="ana/b" name="B" />: A gate.',
      'Made with ana/float [1], too.\n\n- B [2]: A gate.\n\n[1] https://github.com/ana/float\n[2] https://github.com/ana/b',
    ],
    ['alone', 'Get it:\n\n<GithubCard repo="ana/float" />', 'Get it:\n\nhttps://github.com/ana/float'],
  ],
  'a note whose words stand in its tag': [
    [
      'with and without a title',
      '{{< alert-info "Update" "The [float](https://example.org/f) fell." >}}\n\nIt rose.\n\n{{< alert-warning ""\n"Mind the tide.">}}',
      'Update\n\nThe float [1] fell.\n\nIt rose.\n\nMind the tide.\n\n[1] https://example.org/f',
    ],
    ['behind its kind', '{{< alert "warning" "Mind the tide." >}}', 'Mind the tide.'],
    ['of an include', '{% include note.html content="Mind the tide." %}', 'Mind the tide.'],
    ['not a label', '{{% note "Mind the tide" %}}\nIt rose.\n{{% /note %}}', 'Mind the tide\n\nIt rose.'],
  ],
  'a list of HTML': [
    [
      'nested at the margin, with an item that nobody closed',
      '<ul>\n<li>Gates\n<ul><li>Upper</li>\n<li>Lower</li>\n</ul>\n<li>Floats</li>\n</ul>\n\nEnd.',
      '- Gates\n  - Upper\n  - Lower\n- Floats\n\nEnd.',
    ],
    [
      'with blank lines between its items',
      '<ul>\n\n    <li>Gates\n        <ol>\n            <li>Upper</li>\n\n            <li>Lower</li>\n        </ol>\n    </li>\n\n    <li>Floats</li>\n</ul>',
      '- Gates\n  1. Upper\n  2. Lower\n- Floats',
    ],
    [
      'with paragraphs in its items',
      '<ul>\n<li><p>One.</p><p>Two.</p></li>\n\n<li><p>Three.</p></li></ul>\n<p>End.</p>',
      '- One.\n  Two.\n\n- Three.\n\nEnd.',
    ],
    [
      'with numbers of its author',
      '<ul style="list-style-type: none">\n  <li>1. One\n  goes on</li>\n  <li>2. Two</li>\n</ul>',
      '1. One goes on\n2. Two',
    ],
    [
      'in a quotation at the margin',
      '<blockquote>\n\n<h3>Gates</h3>\n<ul>\n<li>Upper</li>\n<li>Lower</li>\n</ul>\n</blockquote>',
      '> Gates\n\n> - Upper\n> - Lower',
    ],
  ],
  'a text in HTML that is indented': [
    [
      'like code',
      `\t\t<p>\n\t\t\t${LONG}\n\t\t</p>\n\n\t\t<h3>Gates</h3>    The upper\n\t\t<a name="x"></a>\n\t\tone.`,
      `${LONG}\n\nGates\n\nThe upper one.`,
    ],
    ['as an example', 'Write:\n\n    <p>Two words.</p>', 'Write:\n\n<p>Two words.</p>'],
  ],
  'a link': [
    ['to an address of mail', 'Write to [us](jobs@example.net).', 'Write to us (jobs@example.net).'],
    [
      'with brackets, or signs without width, around its address',
      'See [a]((https://example.org/a)), [b](\u200bhttps://example.org/b\u200b) and [c](https://example.org/c_(d)).',
      'See a [1], b [2] and c [3].\n\n[1] https://example.org/a\n[2] https://example.org/b\n[3] https://example.org/c_(d)',
    ],
  ],
  'what to click to unfold something': [
    [
      'goes, and another line of the kind stays',
      '<details><summary>Click here to see it</summary>\n\nIt rose.\n\n</details>\n\n<details>\n<summary>Clicks per month</summary>\n\nIt fell.\n\n</details>',
      'It rose.\n\nClicks per month\n\nIt fell.',
    ],
    [
      'goes, and another line of the kind stays, in Japanese',
      '<details><summary>クリックして開く</summary>\n\nIt rose.\n\n</details>\n\n<details>\n<summary>クリック数</summary>\n\nIt fell.\n\n</details>',
      'It rose.\n\nクリック数\n\nIt fell.',
    ],
  ],
  'columns of words between spaces': [
    [
      'stay words where one reaches into the next column',
      'month    mm\n-------  ---\na very long month\nMay      12',
      'month mm\n\na very long month\nMay 12',
    ],
    [
      'are none where the line above the dashes is empty',
      'It rose.\n\n\n--- ---\nThe cat sat.\nThe dog ran.',
      'It rose.\n\nThe cat sat.\nThe dog ran.',
    ],
  ],
  'annotations of Material for MkDocs': [
    [
      'are footnotes at their marks',
      'It rose (1) and fell. (2)\n{ .annotate }\n\n1. In May.\n2.  At the gate,\n    at noon.\n\nSo it is (1).',
      'It rose[1] and fell.[2]\n\nSo it is (1).\n\n[1] In May.\n[2] At the gate,\nat noon.',
    ],
    [
      'are none in code and in an address',
      'It rose (1) as `f(1)` does [there](https://example.org/a_(1)).\n{ .annotate }\n\n1. In May.',
      'It rose[1] as f(1) does there [2].\n\n[1] In May.\n[2] https://example.org/a_(1)',
    ],
    [
      'stay a list if a mark or a note is missing',
      'It rose (1) and fell (2).\n{ .annotate }\n\n1. In May.',
      'It rose (1) and fell (2).\n\n1. In May.',
    ],
  ],
  'numbers as names of targets': [
    [
      'are counted anew if they begin above 1 or leave gaps',
      'See [a](https://example.org/a), [b][4]: and [c][20].\n\n[4]: https://example.org/b\n[20]: https://example.org/c',
      'See a [1], b [2]: and c [3].\n\n[1] https://example.org/a\n[2] https://example.org/b\n[3] https://example.org/c',
    ],
    [
      'are counted anew if the text uses them in another order, or leaves the first ones out',
      'See [a][3], [b][1], [a][3] and [c][2].\n\n[1]: https://example.org/b\n[2]: https://example.org/c\n[3]: https://example.org/a',
      'See a [1], b [2], a [1] and c [3].\n\n[1] https://example.org/a\n[2] https://example.org/b\n[3] https://example.org/c',
    ],
    [
      'stay where they count as the text goes',
      'See [a][0], [b][1] and [a][0].\n\n[0]: https://example.org/a\n[1]: https://example.org/b',
      'See a [0], b [1] and a [0].\n\n[0] https://example.org/a\n[1] https://example.org/b',
    ],
    [
      'go behind their own address, which is written once',
      'Get [https://example.org/a.zip][1], read [b][2] or see [<https://example.org/c>][3].\n\n[1]: https://example.org/a.zip\n[2]: https://example.org/b\n[3]: <https://example.org/c>',
      'Get https://example.org/a.zip, read b [1] or see https://example.org/c.\n\n[1] https://example.org/b',
    ],
    [
      'stay where the text shows one',
      'See [b][4] and [20].\n\n[4]: https://example.org/b\n[20]: https://example.org/c',
      'See b [4] and [20].\n\n[4] https://example.org/b\n[20] https://example.org/c',
    ],
  ],
  'what another site or file shows': [
    [
      'slides',
      '{% speakerdeck "83497160404801324aa87a6501a1d9f8" %}',
      'https://speakerdeck.com/player/83497160404801324aa87a6501a1d9f8',
    ],
    ['a gist', 'So:\n\n[gist id=1935770]', 'So:\n\nhttps://gist.github.com/1935770'],
    ['a video without a scheme', '{% video "//example.org/v/1" %}', 'https://example.org/v/1'],
  ],
  'an icon of a set': [
    [
      'in an item and a sentence',
      '- <logos:vue class="inline"/> Vue + <carbon:moon /> [Carbon](https://example.org)\n\nPress <mdi:alarm /> now.',
      '- Vue + Carbon [1]\n\nPress now.\n\n[1] https://example.org',
    ],
    [
      'not a tag of XML, or in code',
      'Write <xs:element name="a"/> or `<mdi:alarm />`.',
      'Write <xs:element name="a"/> or <mdi:alarm />.',
    ],
  ],
  'a frame that words announce': [
    [
      'through an element that only lays it out',
      'Here it is:\n\n<div style="position:relative">\n<iframe src="https://example.org/form"></iframe></div>',
      'Here it is:\n\nhttps://example.org/form',
    ],
    [
      'not through one that shows something',
      'Here it is:\n\n<div>\n<p>Words.</p>\n<iframe src="https://example.org/form"></iframe></div>',
      'Here it is:\n\nWords.',
    ],
  ],
};

for (const [group, rows] of Object.entries(CASES))
  describe(group, () => {
    it.each(rows)('%s', (_name, written, shown) => expect(posts(written)).toBe(shown));
  });

it('a bar in a cell of a table without bars stays in its cell', () => {
  const { blocks } = parse('month     mm\n-------  ---\nMay|June  12');
  expect(blocks).toMatchObject([
    {
      type: 'table',
      rows: [
        ['month', 'mm'],
        ['May|June', '12'],
      ],
    },
  ]);
});

it.each([
  ['inside an element that lays it out', '<div mb-8>\n  <Gallery :limit="12" />\n</div>'],
  ['without words between its tags', '<Gallery :limit="12">\n</Gallery>'],
])('a component that the words announce is an error, also %s', (_name, written) =>
  expect(parse(`Some photos:\n\n${written}`).findings).toContainEqual(
    expect.objectContaining({ code: 'announced-gap', severity: 'error' }),
  ),
);

it.each([
  ['the words inside it stay', 'Some photos:\n\n<Gallery>A mast.</Gallery>'],
  ['nothing announces it', 'It rose.\n\n<Gallery></Gallery>'],
])('a component is no warning if %s', (_name, written) =>
  expect(parse(written).findings.map(({ code }) => code)).toEqual(['not-text']),
);

it.each([
  ['an include', '{% include player.html url="/mast.mp4" title="A mast" %}'],
  [
    'an element behind the site’s address',
    '<video title="A mast"><source src="{{site.url}}/mast.mp4"></video>',
  ],
])('a video of %s is shown', (_name, written) =>
  expect(parse(`It rose:\n\n${written}`).blocks).toContainEqual(
    expect.objectContaining({ image: expect.objectContaining({ path: '/mast.mp4', alt: 'A mast' }) }),
  ),
);

it('a server without a scheme is an error that shows how to write it', () =>
  expect(parse('See [it](www.example.org/log).').findings).toContainEqual(
    expect.objectContaining({
      severity: 'error',
      message: expect.stringContaining('https://www.example.org/log'),
    }),
  ));

it('a slug says nothing of the folder to which a relative link leads', () => {
  const { findings } = parseDraft('---\nslug: float\n---\nSee [it](mast.txt) and [below](#b).', {
    path: 'a.md',
    siteUrl: 'https://example.org',
  });
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'error relative-link',
    'info relative-link',
  ]);
});
