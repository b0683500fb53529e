import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/drafts/draft.ts';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { HOLE } from '../../src/drafts/markup/hole.ts';
import { ENGINE_MARKS } from '../../src/drafts/markup/marks/engine-marks.ts';
import { INLINE_MARKS } from '../../src/drafts/markup/marks/inline-marks.ts';
import { LINE_MARKS } from '../../src/drafts/markup/marks/line-marks.ts';
import { LINK_MARKS } from '../../src/drafts/markup/marks/link-marks.ts';
import { MISTYPED_MARKS } from '../../src/drafts/markup/marks/mistyped-marks.ts';
import { TAG_USES, tagUse } from '../../src/drafts/markup/tag-use.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const parse = (text: string, path = 'a.md') => parseDraft(text, { path, siteUrl: 'https://example.org' });
const words = (text: string, path = 'a.md'): string => draftWords(parse(text, path)).join(' ');
const summary = (text: string, path = 'a.md'): string => draftWords(readPost(text, { path })).join(' ');
const codes = (text: string, path = 'a.md'): string[] => parse(text, path).findings.map(({ code }) => code);
const shapes = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => {
    if (block.type === 'list') return block.items.map((item) => shapes(item.blocks));
    if (block.type === 'quote') return { quote: shapes(block.blocks) };
    if (block.type === 'image') return `${block.image.path}|${block.image.alt}`;
    if (block.type === 'code' || block.type === 'table') return { [block.type]: block.source };
    return block.type === 'paragraph' || block.type === 'heading'
      ? draftWords({ blocks: [block] }).join(' ')
      : block.type;
  });

describe('markup without words goes, and words stay: one reader for drafts and posts', () => {
  it.each([
    ['inline components', 'The gauge reads <Level>2.4</Level> metres.', 'The gauge reads 2.4 metres.'],
    ['names in angle brackets', 'Write <step>-<name> there.', 'Write <step>-<name> there.'],
    ['a type', 'A Vec<String> and Map<Key, Value> of <T>.', 'A Vec<String> and Map<Key, Value> of <T>.'],
    ['custom elements', 'See <lite-box mode="x">the pier</lite-box> now.', 'See the pier now.'],
    [
      'HTML in a sentence',
      'the <b>upper</b> <kbd>Esc</kbd> <span class="x">gauge</span>',
      'the upper Esc gauge',
    ],
    ['a quotation in a sentence', 'She said <q>no</q>.', 'She said “no”.'],
    ['kramdown', '{: .lead}\nWords [a](https://e.org){:target="_blank"} b.{: .x}', 'Words a b.'],
    [
      'pandoc',
      '# Head {#id .x}\n\nSee [a](https://e.org){target=_blank} and [b]{.small}.',
      'Head See a and b.',
    ],
    ['a table of contents', '* TOC\n{:toc}\n\nWords.', 'Words.'],
    ['an item above attributes', '- one\n{:.x}\n\nWords.', 'one Words.'],
    ['braces in text', 'The set {a, b} and {x} hold.', 'The set {a, b} and {x} hold.'],
    ['comparisons', 'if a == b and c == d', 'if a == b and c == d'],
    ['a highlight', 'a ==very clear== peak', 'a very clear peak'],
    ['percent signs', '50%% of 100%% is 50%%.', '50%% of 100%% is 50%%.'],
    ['brackets of a shell', 'if [[ -f a ]] then', 'if [[ -f a ]] then'],
    ['a title in brackets', '[[Course] Knots](https://e.org)', '[Course] Knots'],
    ['increments', 'i++ and j++ differ from C++', 'i++ and j++ differ from C++'],
    ['carets', '2^10 values, x^2', '2^10 values, x^2'],
    ['about', '~14 tokens, ~20 words', '~14 tokens, ~20 words'],
    ['GitHub’s secrets', `Set $${'{{'} secrets.A }} there.`, `Set $${'{{'} secrets.A }} there.`],
    ['TeX', 'So $\\frac{{a}}{b}$ is.', 'So a/b is.'],
    [
      'Hugo in code',
      'Use `{{< ref >}}`.\n\n    {{< figure >}}\n\nEnd.',
      'Use {{< ref >}}. {{< figure >}} End.',
    ],
    ['Liquid that is shown', '{% raw %}Use {{ page.title }}.{% endraw %}', 'Use {{ page.title }}.'],
    ['Hugo that is shown', 'Use {{</* ref */>}} there.', 'Use {{< ref >}} there.'],
    ['nested shortcodes', '{{< tabs >}}\n{{% tab "A" %}}\nOne.\n{{% /tab %}}\n{{< /tabs >}}', 'A One.'],
    ['a shortcode that ends itself', 'One. {{< youtube id="x" />}} Two.', 'One. Two.'],
    ['Astro', '---\ntitle: A\n---\n<Layout>\n  <Hero />\n  Words.\n</Layout>', 'Words.'],
    ['a div', '<div class="x">\nWords of **mine**.\n</div>', 'Words of mine.'],
    ['a div in a line', 'Before <div>inside</div> after.', 'Before inside after.'],
    ['details', '<details>\n<summary>More</summary>\n\nHidden words.\n</details>', 'More Hidden words.'],
    ['a centred paragraph', '<center><p>Words.</p></center>', 'Words.'],
    ['an aside', '<aside>\n  <p>One.</p>\n  <p>Two.</p>\n</aside>', 'One. Two.'],
    ['a definition list', '<dl><dt>Radar</dt><dd>A sensor.</dd></dl>', 'Radar: A sensor.'],
    ['words around a comment', 'One <!-- a --> two.', 'One two.'],
    ['deep indentation', '<div>\n        <p>\n            Words.\n        </p>\n</div>', 'Words.'],
    ['MkDocs', '!!! note "Hint"\n    Words.\n\n    More.\n\nEnd.', 'Hint Words. More. End.'],
    ['VitePress', '::: details Hint\nWords.\n:::', 'Hint Words.'],
    ['Docusaurus', ':::tip[Hint]\nWords.\n:::', 'Hint Words.'],
    ['Quarto', '::: {.callout-note title="Hint"}\nWords.\n:::', 'Hint Words.'],
    ['nested containers', ':::: outer\n::: inner\nWords.\n:::\n::::', 'Words.'],
    ['a GitHub alert', '> [!WARNING]\n> Mind the step.', 'Warning Mind the step.'],
    ['a folded callout', '> [!note]- Remember\n> One.\n>\n> Two.\n\nEnd.', 'Remember One. Two. End.'],
    [
      'a vault’s links',
      'in [[Gauge Log]], [[Log#May]] and [[Log|the log]]',
      'in Gauge Log, Log > May and the log',
    ],
    ['a callout whose title holds a link', '> [!tip] See [[Log]] and **this**.', 'See Log and this.'],
    [
      'words that lead to a source',
      'See [the tide log][1] now.\n\n[1]: https://example.org/a',
      'See the tide log [1] now.',
    ],
    [
      'wrapped words that lead to a source',
      'See [the\ntide `log`][1].\n\n[1]: https://example.org/a',
      'See the tide log [1].',
    ],
    [
      'bold words that lead to a source',
      'See [**the log**][1].\n\n[1]: https://example.org/a',
      'See the log [1].',
    ],
    [
      'a script that dresses up words',
      'One.\n\n<script async src="//platform.twitter.com/widgets.js" charset="utf-8"></script>\n\nTwo.',
      'One. Two.',
    ],
    ['an index before a mark', 'Take grid[row][1].\n\n[1]: https://example.org/a', 'Take grid[row][1].'],
    ['pictures in a row', 'Two:\n\n![a b](a.png) | ![c d](b.png)\n![e f](c.png) | ![g h](d.png)', 'Two:'],
    ['a mail address', 'Write to [ana@example.org](mailto:ana@example.org).', 'Write to ana@example.org.'],
    ['a vault’s link in emphasis', 'Do _[[Logs]] / Maps_ and __[[Kelp]]__.', 'Do Logs / Maps and Kelp.'],
    ['a vault’s link that is shown', 'Write \\[\\[Kelp beds\\]\\] here.', 'Write [[Kelp beds]] here.'],
    ['an icon of a vault', 'Press **Save** ![[disk.svg#icon]] now.', 'Press Save now.'],
    ['a link of a vault behind letters', 'mit[[Kreis]] und x[[1]]', 'mitKreis und x[[1]]'],
    ['a price in front of a value', `It is $${'{{'} "5" }} now.`, 'It is $5 now.'],
    ['a heading of HTML with a value', '<h2>Of {{ "rain" }}</h2>', 'Of rain'],
    ['an attribute of a program', 'One <img src="a.png" alt="a b" eleventy:ignore> two.', 'One two.'],
    ['a comment of a vault', 'One. %%private\n\nmore%% Two.', 'One. Two.'],
  ])('%s', (_, text, left) => {
    expect(words(text)).toBe(left);
    expect(codes(text)).not.toContain('html-dropped');
  });

  it.each([
    [
      'imports, exports and comments',
      "import A from './a'\nexport const b = 1\n\n{/* private */}\n\nWords.",
      'Words.',
    ],
    ['literals', 'It holds {`a template`} and {"text"}, 5 < 6.', 'It holds a template and text, 5 < 6.'],
    [
      'a paragraph under a component',
      '<Page>\nOne day.\n\n<Aside>\nTwo.\n</Aside>\n\n</Page>',
      'One day. Two.',
    ],
    [
      'a member of a component',
      '<Tabs.Item>Words.</Tabs.Item> <motion.div>More.</motion.div>',
      'Words. More.',
    ],
    ['a fragment', '<>\nWords.\n</>', 'Words.'],
  ])('MDX: %s', (_, text, left) => {
    expect(words(text, 'a.mdx')).toBe(left);
    expect(summary(text, 'a.mdx')).toBe(left);
  });

  it('a draft and a summary read the same words', () => {
    for (const [path, text] of [
      ['a.md', '<SmoothPage>\nOne day.\n\n<Aside>\nTwo.\n</Aside>\n\n</SmoothPage>'],
      ['a.md', '<div>One <a href="https://e.org">two</a>.</div>\n\n<p>Three.</p>'],
      ['a.md', '{{< notice info >}}\nOne.\n{{< /notice >}}\n\n10<sup>6</sup> readings.'],
    ] as const)
      expect(words(text, path)).toBe(summary(text, path));
  });

  it('says nothing of wrappers, and only an info of components', () => {
    expect(parse('<div>\n\nWords.\n\n</div>').findings).toEqual([]);
    expect(parse('<SmoothPage>\n\nWords.\n\n</SmoothPage>', 'a.mdx').findings).toMatchObject([
      { code: 'not-text', severity: 'info' },
    ]);
  });
});

describe('inline tags of JSX', () => {
  it('lose what only the program knows, and keep their words in the sentence', () => {
    const text =
      "See <span style={{ color: 'blue' }}>the <b className={x}>tide</b></span> at <a href={'https://example.org/a'}>the pier</a> <em {...rest}>now</em>.";
    expect(words(text, 'a.mdx')).toBe('See the tide at the pier now.');
    expect(JSON.stringify(parse(text, 'a.mdx').blocks)).toContain('https://example.org/a');
    expect(codes(text, 'a.mdx')).toEqual([]);
  });
});

describe('tags that no plain reader of HTML would take for tags', () => {
  it.each([
    ['an attribute without a value, alone on its line', '<div mb-8>\n\nThe pier.\n\n</div>', 'The pier.'],
    [
      'a tag of several lines with an object',
      '<span\n  style={{\n    margin: 2,\n  }}\n>\n  The pier.\n</span>',
      'The pier.',
    ],
    ['a mark before a full stop', 'The tide rose\n<Ref id="2" />. It fell.', 'The tide rose. It fell.'],
  ])('go: %s', (_what, text, expected) => {
    expect(words(text)).toBe(expected);
    expect(words(text, 'a.mdx')).toBe(expected);
  });

  it('stay in a sentence', () => expect(words('If a <b and c> d, the pier is wet.')).toContain('<b and c>'));
});

describe('a title in the front matter', () => {
  const opens = (head: string, body: string): string | undefined =>
    parse(`---\n${head}\ndate: 2026-02-03\n---\n\n${body}`).frontTitle;

  it('loses inline tags', () => {
    expect(opens('title: Using <code>posts/</code> with <em class="x">care</em>', 'Words.')).toBe(
      'Using posts/ with care',
    );
    expect(opens('title: Is a < b > c?', 'Words.')).toBe('Is a < b > c?');
  });

  it('does not open a thread whose own heading it begins with', () => {
    const codesOf = (body: string): string[] =>
      parse(`---\ntitle: Small rivers, and how they rise\ndate: 2026-02-03\n---\n\n${body}`).findings.map(
        ({ code }) => code,
      );
    expect(codesOf('### Small rivers\n\nThey rise at night.')).toEqual([]);
    expect(codesOf('They rise at night.')).toEqual(['title-opens']);
  });
});

describe('words for screen readers only', () => {
  it.each([
    [
      'a block',
      'Above.\n\n<p class="hide-visually">\n  <a href="#end">\n    Skip the map.\n  </a>\n</p>\n\nBelow.',
      'Above. Below.',
    ],
    ['a part of a line', 'The tide<span class="sr-only"> of the day</span> rose.', 'The tide rose.'],
    [
      'a link’s addition',
      '[More <span class="x visually-hidden">about tides</span>](https://example.org) below.',
      'More below.',
    ],
    ['a component', 'Up <span className="sr-only">and away</span> it went.', 'Up it went.'],
  ])('go, and a note says which: %s', (_what, text, expected) => {
    expect(words(text, 'a.mdx').replace(/ +/g, ' ')).toBe(expected);
    expect(parse(text, 'a.mdx').findings).toMatchObject([
      { code: 'not-text', severity: 'info', message: expect.stringContaining('screen readers') },
    ]);
  });

  it('stay if only the name is alike', () => {
    expect(words('<p class="hidden-gems">The pier.</p>')).toBe('The pier.');
  });
});

describe('a picture written in JSX', () => {
  it.each([
    ['in one line', '<img src="/a.png" alt="A mast" style={{ maxWidth: 350, margin: \'auto\' }} />', 'a.mdx'],
    ['in several lines', '<img\n  src="/a.png"\n  alt="A mast"\n  style={{ margin: 2 }}\n/>', 'a.mdx'],
    [
      'in a wrapper',
      '<div style={{ margin: 2 }}>\n\n  <img\n    src="/a.png"\n    alt="A mast"\n    style={{ margin: 2 }}\n  />\n\n</div>',
      'a.mdx',
    ],
    ['in a file of plain Markdown', '<img src="/a.png" alt="A mast" style={{ margin: 2 }} />', 'a.md'],
  ])('keeps its file and its alt text, %s', (_where, text, path) => {
    const { blocks, findings } = parse(`Words.\n\n${text}\n\nMore.`, path);
    expect(blocks).toMatchObject([{}, { type: 'image', image: { path: '/a.png', alt: 'A mast' } }, {}]);
    expect(findings.map(({ code }) => code)).toEqual([]);
  });

  it('is not dropped in silence if only the program knows its file', () => {
    expect(codes('Words.\n\n<img src={mast} alt="A mast" />', 'a.mdx')).not.toEqual([]);
  });
});

describe('HTML keeps its layout', () => {
  it.each<[string, string, unknown[]]>([
    ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['headings', '<h2>One <em>two</em></h2>\nThree.', ['One two', 'Three.']],
    ['a list', '<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>', [[['One'], ['Two']]]],
    ['a list in one line', '<ul><li>One</li><li>Two</li></ul>', [[['One'], ['Two']]]],
    ['items that nothing closes', '<ul>\n<li>One\n<li>Two\n</ul>', [[['One'], ['Two']]]],
    [
      'a list in a list',
      '<ul>\n  <li>One\n    <ul>\n      <li>Two</li>\n    </ul>\n  </li>\n  <li>Three</li>\n</ul>',
      [[['One', [['Two']]], ['Three']]],
    ],
    [
      'a quotation',
      '<blockquote>\n  <p>Their words.</p>\n</blockquote>\n\nMine.',
      [{ quote: ['Their words.'] }, 'Mine.'],
    ],
    ['code', '<pre><code class="language-js">a &lt; b\n  c</code></pre>', [{ code: 'a < b\n  c' }]],
    [
      'a table',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2 | 3</td></tr></table>',
      [{ table: '| a | b |\n| --- | --- |\n| 1 | 2 \\| 3 |' }],
    ],
    [
      'a figure',
      '<figure><img src="a.png" alt="A mast"><figcaption>In May</figcaption></figure>',
      ['a.png|A mast', 'In May'],
    ],
    ['a rule', 'One.\n<hr>\nTwo.', ['One.', 'separator', 'Two.']],
  ])('%s', (_, text, expected) => expect(shapes(parse(text).blocks)).toEqual(expected));

  it('numbers an ordered list as it says', () => {
    const [list] = parse('<ol start="3"><li>a</li><li>b</li></ol>').blocks;
    expect(list?.type === 'list' ? list.items.map(({ marker }) => marker) : []).toEqual(['3.', '4.']);
  });
});

describe('pictures and code of shortcodes', () => {
  it.each<[string, string, unknown[]]>([
    ['Hugo', '{{<img src="a.png" alt="A mast" caption="In May">}}', ['a.png|A mast', 'In May']],
    ['Hugo, with a caption only', '{{< figure src="a.png" caption="In May" >}}', ['a.png|In May', 'In May']],
    ['Jekyll', '{% include figure.html src="a.png" alt="A mast" %}', ['a.png|A mast']],
    ['Eleventy', '{% image "./a.png", "A mast" %}', ['./a.png|A mast']],
    ['a component', '<Image src="/a.png" alt="A mast" width={3} />', ['/a.png|A mast']],
    ['Obsidian', '![[a.png|A mast]]', ['a.png|A mast']],
    ['Obsidian, with a width in a table', '![[a.png\\|300]]', ['a.png|']],
    ['Obsidian, with a place for a style', '![[a.png#outline|A mast]]', ['a.png|A mast']],
    ['Obsidian, with a width', '![[a.png|300]]', ['a.png|']],
    ['Hugo’s code', '{{< highlight go >}}\na := 1\n{{< /highlight >}}', [{ code: 'a := 1' }]],
    ['Jekyll’s code', '{% highlight ruby %}\nputs 1\n{% endhighlight %}', [{ code: 'puts 1' }]],
  ])('%s', (_, text, expected) => expect(shapes(parse(text).blocks)).toEqual(expected));
});

describe('what goes with words is named by them', () => {
  it.each([
    ['a component in a sentence', 'One <Note text="mind the step" /> two.', 'mind the step'],
    ['a chart', '<Chart>March and April</Chart>', 'March and April'],
    ['a video', '<video>no film</video>', 'no film'],
    ['an abbreviation', '*[GSM]: Global System', 'Global System'],
    ['a picture that only a program knows', '<Image src={mast} alt="A mast" />', 'A mast'],
    ['struck-out words', 'It costs ~~12 euros~~ 8.', '12 euros'],
  ])('%s', (_, text, named) => {
    const said = parse(text, 'a.mdx').findings.filter(({ message }) => message.includes(named));
    expect(said).toMatchObject([{ severity: 'warning' }]);
    expect(words(text, 'a.mdx')).not.toContain(named);
  });

  it('an embedded note is an error', () => {
    expect(parse('![[Gauge Log]]').findings).toMatchObject([{ code: 'embedded-note', severity: 'error' }]);
  });
});

describe('a value of a template', () => {
  const head = '---\ntitle: Rain barrel\nyears: 12\nopen_with: text\n---\n';
  it.each([
    ['{{ page.title }}', 'Rain barrel'],
    ['{{ title | escape }}', 'Rain barrel'],
    ['{{ .Params.years }}', '12'],
    ['{{ "words" }}', 'words'],
  ])('%s is filled in from the front matter', (value, text) => {
    expect(words(`${head}For ${value} it is.`)).toBe(`For ${text} it is.`);
    expect(codes(`${head}For ${value} it is.`)).toEqual([]);
  });

  it('in braces, too, in MDX', () => {
    expect(words(`${head}It is {frontmatter.years} years old.`, 'a.mdx')).toBe('It is 12 years old.');
  });

  it.each([
    ['a.md', 'By {{ page.author }} alone.', 4],
    ['a.md', 'Since {{ page.date | date: "%Y" }} alone.', 7],
    ['a.mdx', 'It is {years} years old.', 7],
  ])('of nothing known is an error at its place: %s %s', (path, text, column) => {
    expect(parse(text, path).findings).toMatchObject([
      { code: 'template-value', severity: 'error', line: 1, column },
    ]);
    expect(words(text, path)).toContain(HOLE);
    expect(words(text, path)).not.toMatch(/[{}]/);
  });

  it('in the cells of a table is an error too, and its tags go', () => {
    const rows =
      '{% for gauge in gauges %}\n<tr><td>{{ gauge.name }}</td><td><code>{{ x }}</code></td></tr>\n{% endfor %}';
    const { blocks, findings } = parse(`<table>\n<tr><th>Gauge</th><th>Code</th></tr>\n${rows}\n</table>`);
    expect(blocks).toMatchObject([
      {
        type: 'table',
        rows: [
          ['Gauge', 'Code'],
          [HOLE, '{{ x }}'],
        ],
      },
    ]);
    expect(findings).toMatchObject([{ code: 'template-value', severity: 'error', line: 4, column: 9 }]);
  });

  it('where a link leads: the words stay', () => {
    const { blocks, findings } = parse('See [the notes]({% post_url 2026-01-05-notes %}) there.');
    expect(blocks).toMatchObject([{ runs: [{ type: 'text', text: 'See the notes there.' }] }]);
    expect(findings).toMatchObject([{ code: 'template-value', severity: 'error', column: 17 }]);
  });

  it('where a link leads, also behind the base of the site: the advice is for an address', () => {
    const { findings } = parse('See [the notes]({{ site.baseurl }}{% post_url 2026-01-05-notes %}) there.');
    expect(findings).toMatchObject([{ message: expect.stringContaining('Write the whole URL') }]);
  });
});

describe('signs that carry meaning', () => {
  it.each([
    ['10<sup>6</sup> and m<sup>2</sup>', '10⁶ and m²'],
    ['10<sup>-3</sup>, x<sup>n</sup>', '10⁻³, xⁿ'],
    ['showed<sup>3</sup>,', 'showed³,'],
    ['the 1<sup>st</sup>, 19<sup>th</sup>, 3<sup>e</sup>', 'the 1st, 19th, 3e'],
    ['Keel<sup>TM</sup>', 'Keel™'],
    ['H<sub>2</sub>O', 'H2O'],
    ['10<sup>γ</sup>', '10^γ'],
    ['2<sup>n/2</sup>', '2^(n/2)'],
    ['@_ana_, @__keel__, @tide_club_ and @_bob', '@_ana_, @__keel__, @tide_club_ and @_bob'],
    ['#_tides_ and @a*b*', '#_tides_ and @a*b*'],
    ['*@harbour_notes* and **#gauge_log**', '@harbour_notes and #gauge_log'],
    ['_@ana_ and *@bob*', '@ana and @bob'],
    ['It costs ~~12~~ 8, not <del>12</del> or <s>9</s>.', 'It costs 8, not or.'],
    ['- one\n- ~~two~~\n- three', 'one three'],
    ['- the table\n-\n- the clock\n-', 'the table the clock'],
    ['- [ ] one\n- [x] two', '☐ one ☑ two'],
  ])('%s', (text, left) => expect(words(text)).toBe(left));

  it('a sign that Unicode lacks is told', () => {
    expect(codes('10<sup>γ</sup>')).toEqual(['superscript']);
    expect(codes('10<sup>6</sup>')).toEqual([]);
  });

  it('no sentence of a summary holds struck-out words', () => {
    expect(summary('It costs ~~12~~ 8. We meet.')).toBe(`It costs ${HOLE} 8. We meet.`);
  });
});

describe('each row of the tables', () => {
  it.each([...LINE_MARKS, ...ENGINE_MARKS, ...LINK_MARKS, ...MISTYPED_MARKS, ...INLINE_MARKS])(
    '$name',
    ({ sample, leaves }) => expect(words(sample)).toBe(leaves),
  );

  it.each(TAG_USES)('$why', ({ use, sample }) => {
    const name = /[<{]%?[<%]?\s*([\w-]+)/.exec(sample)?.[1]?.toLowerCase() ?? '';
    expect(tagUse(name)).toBe(use);
  });
});
