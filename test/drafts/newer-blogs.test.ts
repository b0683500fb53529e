import { describe, expect, it } from 'vitest';
import { PAGES, pageOfPicture } from '../../src/drafts/markdown/page-of-picture.ts';
import { QUOTED_POSTS } from '../../src/drafts/markdown/quoted-post.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (body: string, frontMatter: string) =>
  parseDraft(`---\n${frontMatter}\n---\n\n${body}\n`, { path: 'a.md', siteUrl: 'https://example.org' });
/** The posts of a thread, with a line of dots between them. */
const posts = (body: string, frontMatter = 'date: 2026-02-03'): string =>
  buildThread(parse(body, frontMatter), xProfile())
    .posts.map(({ text }) => text)
    .join('\n…\n');
const findings = (body: string): readonly string[] =>
  parse(body, 'date: 2026-02-03').findings.map(({ severity, code }) => `${severity} ${code}`);

type Row = readonly [name: string, written: string, shown: string, frontMatter?: string];

/** What readers of threads of blogs that were new to the reader found wrong, with what stands near it. */
const CASES: Readonly<Record<string, readonly Row[]>> = {
  'a rule below a heading': [
    [
      'goes, also behind a blank line',
      '## Tides\n-----\nIt rose.\n\n## Masts\n\n---\n\nTwo.',
      'Tides\n\nIt rose.\n\nMasts\n\nTwo.',
    ],
    ['stays above a heading', 'It rose.\n\n---\n\n## Masts\n\nTwo.', 'It rose.\n…\nMasts\n\nTwo.'],
    ['stays between headings', '## Part 1\n\n---\n\n## Part 2\n\nIt rose.', 'Part 1\n…\nPart 2\n\nIt rose.'],
    ['cuts a draft', '## Tides\n\n---\n\nIt rose.', 'Tides\n…\nIt rose.', 'kind: post'],
  ],
  'a quoted post': [
    [
      'of a picture alone leaves whose it is',
      '> [pic.twitter.com/ab](https://t.co/ab)<br>— Ana [May 4](https://twitter.com/ana/status/12)\n\nIt rose.',
      '> — Ana May 4 [1]\n\nIt rose.\n\n[1] https://twitter.com/ana/status/12',
    ],
  ],
  'quotations of containers': [
    [
      'of MkDocs, with whom they quote',
      '!!! quote\n\n    It rose.\n\n    It fell\n    twice.\n\n    <cite>Ana &mdash; The Log</cite>\n\nSo it goes.',
      '> It rose.\n\n> It fell twice.\n\n> Ana — The Log\n\nSo it goes.',
    ],
    [
      'of MkDocs in an item and in a note',
      '- It rose:\n\n    !!! cite\n\n        By a foot.\n\n    So it goes.\n\n!!! note\n\n    !!! quote "The Log"\n\n        It fell.\n\n    So it goes.',
      '- It rose:\n\n  > By a foot.\n\n  So it goes.\n\nThe Log\n\n> It fell.\n\nSo it goes.',
    ],
    ['of MkDocs without words', '!!! quote "The Log"\nIt rose.', 'The Log\n\nIt rose.'],
    [
      'of pandoc and VuePress',
      '::: quote\nIt rose.\n\n— Ana\n:::\n\n:::: {.cite-quote}\n::: {.cite-quote-content}\nIt fell.\n:::\n::: {.cite-quote-author}\nBo\n:::\n::::\n\nSo it goes.',
      '> It rose.\n> — Ana\n\n> It fell.\n> Bo\n\nSo it goes.',
    ],
    ['no other container', '::: aside\nIt rose.\n:::', 'It rose.'],
  ],
  'an excerpt above a rule': [
    [
      'goes if the text begins with it',
      '---\n\nIt **rose**.\n\n---\n\nIt rose.\n\nIt fell.',
      'It rose.\n\nIt fell.',
    ],
    ['stays if it says something else', 'It rose.\n\n---\n\nIt rose again.', 'It rose.\n…\nIt rose again.'],
  ],
  'lines counted by letters': [
    [
      'stay below a long one',
      '4. The masts of the boat\n   a. The one at the bow\n   b. The other\n5. What the keepers of the old lock saw there\n   a. A float\n   b. The gauge',
      '4. The masts of the boat\n  a. The one at the bow\n  b. The other\n5. What the keepers of the old lock saw there\n  a. A float\n  b. The gauge',
    ],
    [
      'no other letters',
      'It rose by more than a foot in the night of the third of the month, from\na. m. to noon, and nobody saw it.',
      'It rose by more than a foot in the night of the third of the month, from a. m. to noon, and nobody saw it.',
    ],
  ],
  'a list in a footnote': [
    [
      'stays in it, also one of sentences',
      'It rose.[^a]\n\n[^a]: We count the following:\n\n    * The float: it is by far the oldest of them, and nobody has seen it.\n    * The gauge: it was read by the keeper of the lock, {{< mark >}}each{{< /mark >}} day.\n\nIt fell.',
      'It rose.[1]\n\nIt fell.\n\n[1] We count the following:\n* The float: it is by far the oldest of them, and nobody has seen it.\n* The gauge: it was read by the keeper of the lock, each day.',
    ],
  ],
  'a note with its author’s mark in a shortcode': [
    [
      'opens with the mark',
      'It rose by a *foot* there*.\\\n{{<footnote "*">}}\nMost of it is *not* so.\n\nSome is.\n{{</footnote>}}\n\nIt fell.',
      'It rose by a foot there*.\n\n* Most of it is not so.\n\nSome is.\n\nIt fell.',
    ],
    [
      'without a mark is a paragraph',
      'It rose.\n\n{{<footnote "">}}\nIn May.\n{{</footnote>}}',
      'It rose.\n\nIn May.',
    ],
  ],
  'a caption in the brackets of a picture': [
    [
      'keeps its links and notes below the picture',
      '![ The mast, by [Ana](https://example.org/ana_(log)).^[She drew it in May, for [Bo](https://example.org/bo).]](img/mast.png){#fig-mast}\n\nIt rose.',
      'The mast, by Ana [1].[2]\n\nIt rose.\n\n[1] https://example.org/ana_(log)\n[2] She drew it in May, for Bo (https://example.org/bo).',
    ],
    [
      'with blanks',
      '![ By [Ana](https://example.org/a) there ](m.png)\n\nIt rose.',
      'By Ana [1] there\n\nIt rose.\n\n[1] https://example.org/a',
    ],
    [
      'beside an alt text stays in its item',
      '- It rose.\n\n  ![The mast](m.png){alt="A mast"}\n\n- It fell.',
      '- It rose.\n  The mast\n\n- It fell.',
    ],
    [
      'beside an alt text is not shown if words are in its paragraph',
      '![The mast](m.png){alt="A mast"}\nIt rose.',
      'It rose.',
    ],
    ['of words alone is the alt text', '![The mast of [Ana]](mast.png)\n\nIt rose.', 'It rose.'],
  ],
  'a form': [
    [
      'goes with its labels',
      'It rose.\n\n<div class="box">\n<form action="/up" method="POST">\nI want to come.\n<label>Name <input type="text"></label>\n</form>\n</div>\n\nCome soon.',
      'It rose.\n\nCome soon.',
    ],
    ['without fields is a frame of words', '<form>\nIt rose.\n</form>', 'It rose.'],
  ],
  'a misspelt `href`': [
    [
      'makes a link of a whole address',
      'See <a hef="https://example.org/log">it</a>.',
      'See it [1].\n\n[1] https://example.org/log',
    ],
    ['no other attribute does', 'See <a data-x="https://example.org/log">it</a>.', 'See it.'],
  ],
  'a hyphen before a link': [
    [
      'marks an item',
      '- One\n-[Two](https://example.org/2) of it',
      '- One\n- Two [1] of it\n\n[1] https://example.org/2',
    ],
  ],
  'the mark of a picture at a page': [
    [
      'is a link in a sentence',
      'We use a ![repository](https://example.org/float/) for it, with ![all masts](https://github.com/ana/float/) .',
      'We use a repository [1] for it, with all masts [2] .\n\n[1] https://example.org/float/\n[2] https://github.com/ana/float/',
    ],
    [
      'without words is the address',
      'See it:\n\n![](https://youtu.be/abcdefghijk)',
      'See it:\n\nhttps://youtu.be/abcdefghijk',
    ],
    ['stays a picture on its own', 'It rose.\n\n![A mast](https://example.org/600x400/)', 'It rose.'],
    [
      'stays a picture of a service',
      'It was ![A mast](https://picture.example.org/mast/) there.',
      'It was A mast there.',
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_class, rows) => {
  it.each(rows)('%s', (_name, written = '', shown = '', frontMatter) =>
    expect(posts(written, frontMatter)).toBe(shown),
  );
});

describe('findings of the same', () => {
  it.each([
    [
      'a link with a misspelt `href`',
      'See <a hef="https://example.org/log">it</a>.',
      'warning link-without-target',
    ],
    ['a form', 'It rose.\n\n<form>Name <input></form>', 'warning html-dropped'],
    [
      'a form that words announce',
      'Please use this form:\n\n<form>Name <input></form>',
      'error announced-gap',
    ],
    ['the mark of a picture at a page', 'In ![it](https://example.org/log/) all', 'warning not-text'],
  ])('%s', (_, written, found) => expect(findings(written)).toContain(found));

  it('none without a rule', () => expect(findings('It rose.\n\nIt rose.')).toEqual([]));
});

it.each(PAGES)('the mark of a picture may lead to $why', ({ sample }) =>
  expect(pageOfPicture(sample, false)).toBe(sample),
);

it('whose post it is and when stand in one line', () =>
  expect(
    postsOnX(
      parseDraft(
        '---\ndate: 2026-02-03\n---\n\n<blockquote class="twitter-tweet">\n  <p>It rose. <a href="https://t.co/3X">pic.twitter.com/3X</a>\n  </p>\n  &mdash; Ana Silva (@ana) \n  <a href="https://twitter.com/ana/status/12">May 9, 2026</a>\n</blockquote>',
        { path: null },
      ),
    ),
  ).toBe('> It rose.\n> — Ana Silva (@ana) May 9, 2026 [1]\n\n[1] https://twitter.com/ana/status/12'));

it.each(QUOTED_POSTS)(
  'a quoted post of $why has names and hashtags without numbers',
  ({ sample, leaves }) => {
    const [url] = /(?<=\[)https?:[^\]]+/.exec(leaves) ?? [''];
    const shown = posts(sample).replace(/^> /gm, '').replace(/\s+/g, ' ');
    expect(shown).toBe(`${leaves.replace(url, '1')} [1] ${url}`);
  },
);

it('a quotation with names that is nobody’s post keeps its numbers', () =>
  expect(posts('> Thanks, [@bo](https://twitter.com/bo), for the float.')).toBe(
    '> Thanks, @bo [1], for the float.\n\n[1] https://twitter.com/bo',
  ));

it('the alt text of a caption with links has its words', () =>
  expect(
    parse(
      'It rose.\n\n![By [Ana](https://example.org/a), *here*](m.png){fig-alt="A mast"}\n\n![By [Bo](https://example.org/b).^[In May, or so.]](n.png)',
      'date: 2026-02-03',
    ).blocks.flatMap((block) => (block.type === 'image' ? [block.image.alt] : [])),
  ).toEqual(['A mast', 'By Bo.']));

it('a caption that R works out is none', () =>
  expect(
    parse(
      '```{r}\n#| echo: false\n#| fig-cap: !expr say(mast)\ninclude_graphics("mast.png")\n```\n',
      'date: 2026-02-03',
    ).blocks,
  ).toMatchObject([{ type: 'image', image: { alt: '' } }]));

it.each([
  ['#| echo: false\n#| fig-cap: It is “old”, or "new"', '{r}', 'It is “old”, or "new"'],
  ['#| echo: false\n#| fig-cap: \'It is "new"\'', '{r}', 'It is "new"'],
  ['', '{r fig.cap="The \\"old\\" mast", echo=FALSE}', 'The "old" mast'],
])('a caption has its own quotation marks: %s%s', (options, head, alt) =>
  expect(
    parse(`\`\`\`${head}\n${options}\nknitr::include_graphics("mast.png")\n\`\`\`\n`, 'date: 2026-02-03')
      .blocks,
  ).toMatchObject([{ image: { alt } }, {}]),
);

it('the caption of a cell’s picture stands below it, and its alt text is plain', () => {
  const cell =
    'See:\n\n```{r}\n#| echo: false\n#| fig-cap: "The [*old* mast](https://example.org/mast_(old)) \\"here\\". By [Ana](https://example.org/ana)."\nknitr::include_graphics("mast.png")\n```\n\nIt rose.';
  expect(parse(cell, 'date: 2026-02-03').blocks).toMatchObject([
    {},
    { image: { alt: 'The old mast "here". By Ana.' } },
    {},
    {},
  ]);
  expect(posts(cell)).toBe(
    'See:\n\nThe old mast [1] "here". By Ana [2].\n\nIt rose.\n\n[1] https://example.org/mast_(old)\n[2] https://example.org/ana',
  );
});

it.each([
  ['another month', 'Rain of the Lee - April 2026', 'Rain of the Lee, March 2026', true],
  ['another year', 'Rain of 2026', 'Rain of 2025', true],
  ['other words', 'Rain of the Lee', 'Rain of the Ems', false],
  ['too few words', 'April 2026', 'March 2026', false],
])('a title and a heading with %s', (_, title, heading, isFound) =>
  expect(
    parse(`# ${heading}\n\nIt rose.`, `title: "${title}"\ndate: 2026-02-03`).findings.some(
      ({ code }) => code === 'title-differs',
    ),
  ).toBe(isFound),
);
