import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

type Row = readonly [name: string, written: string, shown: string, path?: string];

const posts = (text: string, path: string): string =>
  postsOnX(parseDraft(text, { path, siteUrl: 'https://example.org' }));

/** What came out wrong on blogs that had not been read before, with what stands near it. */
const CASES: Readonly<Record<string, readonly Row[]>> = {
  'names of headings in braces': [
    ['with spaces inside', '## The float { #float }\n\nIt rose.', 'The float\n\nIt rose.'],
    ['without a space before', '## The float{#float .x}\n\nIt rose.', 'The float\n\nIt rose.'],
    ['but braces in code stay', 'It is `{ #float }`, and {#}.', 'It is { #float }, and {#}.'],
  ],
  'links of a vault': [
    ['in a folder', 'See [[rivers/Narrow Gate]].', 'See Narrow Gate.'],
    ['in a folder, with a file’s ending', 'See [[a/b/narrow.md]] there.', 'See narrow there.'],
    [
      'before a note',
      'See [[rivers/Ana’s gate|her gate]][^1].\n\n[^1]: Of 1900.',
      'See her gate[1].\n\n[1] Of 1900.',
    ],
    ['but a slash between numbers stays', 'See [[9/10 is enough]].', 'See 9/10 is enough.'],
  ],
  'emphasis behind an emoji': [
    ['with two underscores', '💡__Hint:__ wait.', '💡Hint: wait.'],
    ['with one, behind a selector', '⚠️_Hot_ water.', '⚠️Hot water.'],
    ['but a name stays', '💡__init__x and 💡a_b_c', '💡__init__x and 💡a_b_c'],
  ],
  'brackets that are left empty': [
    ['by struck-out words', 'It is [1, 2] (~~or 3~~) now.', 'It is [1, 2] now.'],
    ['by HTML', 'It rose (<del>or fell</del>).', 'It rose.'],
    ['but a call keeps them', 'Call `f`() or f() now.', 'Call f() or f() now.'],
  ],
  'formulas with spaces inside the dollars': [
    ['with a command', 'It is $ \\sqrt{x} $ high.', 'It is √x high.'],
    ['but money is money', 'From $ 5 to $ 10, or $ 3_000 $.', 'From $ 5 to $ 10, or $ 3_000 $.'],
  ],
  ranges: [
    ['of numbers', 'It took 10--15 days, 50--70%.', 'It took 10–15 days, 50–70%.'],
    ['of amounts', 'For €1.50--2.75 (1990--2000).', 'For €1.50–2.75 (1990–2000).'],
    ['but no dates and options', 'On 2026--03--01 run x --2 a--b.', 'On 2026--03--01 run x --2 a--b.'],
  ],
  'tags over several lines': [
    [
      'whose end opens a line',
      'So <span style="x" title="As of 1.2,\nor so."\n> is the gate</span>, shut.',
      'So is the gate, shut.',
    ],
    [
      'with a line like an item',
      'See <a href="https://example.org/a"\n  title="a\n- b">the gate</a> there.',
      'See the gate [1] there.\n\n[1] https://example.org/a',
    ],
  ],
  'comments on lines of their own': [
    [
      'inside a sentence',
      'The gate that they built above the old mill in the valley\n<!-- of 1900 -->\nis shut.',
      'The gate that they built above the old mill in the valley is shut.',
    ],
    ['between sentences', 'It rose.\n<!-- why? -->\nIt fell.', 'It rose.\n\nIt fell.'],
  ],
  'headings with nothing below them': [
    ['at the end', '# Gates\n\nIt rose.\n\n## Lifetimes\n', 'Gates\n\nIt rose.'],
    [
      'above what a post can’t show, with their sections',
      'It rose.\n\n## Support\n\n### In browsers\n\n<feature-support chrome="73"\n  safari="13"></feature-support>\n\n## Next\n\nIt fell.',
      'It rose.\n\nNext\n\nIt fell.',
    ],
    [
      'but those that say something, or head notes, stay',
      'It rose [0].\n\n## Sources\n\n[0] Log: https://example.org\n',
      'It rose [0].\n\nSources\n\n[0] Log: https://example.org',
    ],
    [
      'or the notes of the text',
      'It rose[^1].\n\n## Notes\n\n[^1]: In May,\n    by a foot.\n\n    At noon.\n',
      'It rose[1].\n\nNotes\n\n[1] In May,\nby a foot.\n\nAt noon.',
    ],
    [
      'and a farewell of two clauses, or with a smile',
      'It rose.\n\n## So long! And see you in May\n\n## It was fun :D',
      'It rose.\n\nSo long! And see you in May\n\nIt was fun :D',
    ],
    ['and a farewell', 'It rose.\n\n## Thanks for reading!\n', 'It rose.\n\nThanks for reading!'],
  ],
  'quotations whose lines have no mark': [
    [
      'verse with hard breaks',
      'So:\n\n> The gate is low,  \nthe water high  \nin May.\n\nIt fell.',
      'So:\n\n> The gate is low,\n> the water high\n> in May.\n\nIt fell.',
    ],
    [
      'verse in an item, whose lines end in commas',
      '- one\n\n  > 我是一朵柳絮，\n  不要问我的家在哪里。\n\n  二',
      '- one\n\n  > 我是一朵柳絮，\n  > 不要问我的家在哪里。\n\n  二',
    ],
    [
      'a name below, with a mark without words behind it',
      'It says:\n\n> No more guessing #gates\n— ana (@ana)\n> \n\nIt fell.',
      'It says:\n\n> No more guessing #gates\n> — ana (@ana)\n\nIt fell.',
    ],
    ['a name in a paragraph', 'Or:\n\n> Shut every gate\n\n— Ana', 'Or:\n\n> Shut every gate\n— Ana'],
    [
      'but items stay items',
      'Today:\n\n> Fixed the float\n> Painted it\n\nNext.',
      'Today:\n> Fixed the float\n> Painted it\n\nNext.',
    ],
  ],
  'notes indented below a note': [
    [
      'with four spaces',
      'It froze[^1][^2].\n\n[^1]: In May.\n    [^2]: At noon.',
      'It froze[1][2].\n\n[1] In May.\n[2] At noon.',
    ],
    ['but code shows it', 'Write:\n\n    [^2]: words', 'Write:\n\n[^2]: words'],
  ],
  'what other sites show': [
    [
      'a player of old',
      'Here:\n\n<object><param name="movie" value="http://www.youtube.com/v/abcdefghijk&hl=en"></param></object>',
      'Here:\n\nhttps://www.youtube.com/watch?v=abcdefghijk',
    ],
    [
      'a tag of old',
      'It rose.\n\n<embed src="http://example.org/play/a" width="480">\n\nIt fell.',
      'It rose.\n\nhttp://example.org/play/a\n\nIt fell.',
    ],
    [
      'a list of videos',
      'All of it:\n\n<div>\n  <iframe src="https://www.youtube.com/embed/videoseries?list=PLab"></iframe>\n</div>',
      'All of it:\n\nhttps://www.youtube.com/playlist?list=PLab',
    ],
  ],
  'forms to sign up with': [
    [
      'with words',
      'It rose.\n\n{% signup "By the way" %}\nJoin here.\n{% endsignup %}\n\nIt fell.',
      'It rose.\n\nIt fell.',
    ],
    ['as a component', 'It rose.\n\n<NewsletterForm title="Join" />', 'It rose.', 'a.mdx'],
    [
      'but an issue of a newsletter is words',
      '<NewsletterIssue>\nIt rose.\n</NewsletterIssue>',
      'It rose.',
      'a.mdx',
    ],
  ],
  'links to texts of the blog': [
    [
      'beside a page that is known',
      '---\ncanonical: https://example.org/log/spring/\n---\nSee [winter](winter.md) and [autumn](../autumn/index.md).',
      'See winter [1] and autumn [2].\n\n[1] https://example.org/log/winter/\n[2] https://example.org/log/autumn/',
    ],
    [
      'without one',
      'See [winter](/log/winter.md) and [x]({filename}/2016-06-12-x.markdown).',
      'See winter and x.',
    ],
  ],
  'what a program printed, indented inside a tag': [
    [
      'with names that look like tags',
      'So:\n\n<div class="cell-output-stdout">\n\n    # A tibble: 2 x 2\n      <dbl> <chr>\n    1  2015 Narrow\n\n</div>',
      'So:',
    ],
    [
      'but words are words',
      '<div class="note">\n\n    The water rose by a foot in one night, and nobody saw it.\n\n</div>',
      'The water rose by a foot in one night, and nobody saw it.',
    ],
  ],
  'links whose targets are in another file': [
    [
      'with a label',
      'Ask the [old\nkeepers][topic keepers] of [BIP1][]’s gate.',
      'Ask the old keepers of BIP1’s gate.',
    ],
    ['with code inside', 'Call [`open gate`][rpc open] now.', 'Call open gate now.'],
    [
      'but not those that are defined, or indices',
      'See [the log][L g] and x[i][j], [width][height].\n\n[l  g]: https://example.org/log',
      'See the log [1] and x[i][j], width.\n\n[1] https://example.org/log',
    ],
  ],
  'front matter': [
    [
      'of Frog, with languages behind its code',
      '    Title: The gate\n    Date: 2015-08-22T14:47:49\n    Tags: a, b\n\nCall `open`[racket] now.',
      'The gate\n\nCall open now.',
    ],
    [
      'with indented keys',
      '---\n title: "The gate"\n date: 2026-03-04\n---\nIt rose.',
      'The gate\n\nIt rose.',
    ],
  ],
  'lines below a quotation in a blog': [
    [
      'are the quotation’s, as on its page',
      '---\ndate: 2026-03-01\n---\n> Be sweet to me <br>\nI want to believe <br>\nbe sweet\n-- Breakfast\n\nIt rose.',
      '> Be sweet to me\n> I want to believe\n> be sweet\n> -- Breakfast\n\nIt rose.',
    ],
    ['but not in other drafts', '> It rose.\nI saw it.', '> It rose.\n\nI saw it.'],
  ],
  'cells of notebooks': [
    ['whose options go', '```{python}\n#| eval: false\n#| fig-alt: A chart\nx = 1\n```', 'x = 1', 'a.qmd'],
    [
      'with citations',
      '---\nbibliography: a.bib\n---\nIt is [@gate] shut [-@mill, p. 3].',
      'It is shut.',
      'a.qmd',
    ],
    ['but names stay without a list of works', 'Ask [@ana].', 'Ask [@ana].'],
  ],
  'code in the cells of a table': [
    [
      'stands below the name of its column',
      '<table><tr><th>old</th><th>new</th></tr>\n<tr><td>\n\n```js\na()\n```\n\n</td><td>\n\n```js\nb()\n```\n\n</td></tr></table>',
      'old\n\na()\n\nnew\n\nb()',
    ],
  ],
  'pictures that only code names': [
    [
      'in a cell that hides its code',
      'So:\n\n```{r echo=FALSE}\nknitr::include_graphics("img/gate.png")\n```\n\nIt rose.',
      'So:\n\nIt rose.',
      'a.Rmd',
    ],
    [
      'and videos',
      'So:\n\n```{r, echo=FALSE}\nblogdown::shortcode("youtube", "abcdefghijk")\n```',
      'So:\n\nhttps://www.youtube.com/watch?v=abcdefghijk',
      'a.Rmd',
    ],
    ['but an empty cell shows nothing', 'So it is.\n\n```{sql, eval=FALSE}\n```', 'So it is.', 'a.Rmd'],
  ],
  'three hyphens': [
    [
      'beside a link',
      'The [log](https://example.org) --- old --- [is](https://example.org).',
      'The log [1] — old — is [1].\n\n[1] https://example.org',
    ],
    ['beside code', 'It is `a`---`b`, `x` --- y.', 'It is a—b, x — y.'],
  ],
  'blanks inside the brackets of a link': [
    [
      'at the end',
      'The [log ](https://example.org)is old.',
      'The log [1] is old.\n\n[1] https://example.org',
    ],
    [
      'at both ends',
      'The[ log ](https://example.org) is old.',
      'The log [1] is old.\n\n[1] https://example.org',
    ],
  ],
  'numbers of a list': [
    ['that do not rise', '1. one\n1. two\n3. three', '1. one\n2. two\n3. three'],
    ['that fall: a countdown', '3. one\n2. two\n1. three', '3. one\n2. two\n1. three'],
    ['but gaps are meant', '1. one\n3. three', '1. one\n3. three'],
  ],
  'widgets of a page': [
    [
      'filled by a script',
      'It rose.\n\n<ring-banner>\n  <p>Member of the ring</p>\n</ring-banner>\n<script async src="https://example.org/ring.js"></script>',
      'It rose.',
    ],
    [
      'of the site itself',
      'Here it is:\n\n<iframe src="/repl/embed?example=gate"></iframe>',
      'Here it is:\n\nhttps://example.org/repl/embed?example=gate',
    ],
    [
      'of a player that plays no more',
      'Hear it:\n\n<embed src="http://example.org/p.swf?soundFile=http%3A%2F%2Fexample.org%2Fa.mp3">',
      'Hear it:\n\nhttp://example.org/a.mp3',
    ],
    [
      'with a long call',
      `It rose.\n\n{% chart ${'x="1" '.repeat(600)}%}\n\nIt fell.`,
      'It rose.\n\nIt fell.',
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_kind, rows) => {
  it.each(rows)('%s', (_name, written = '', shown = '', path = 'a.md') => {
    expect(posts(written, path)).toBe(shown);
  });
});
