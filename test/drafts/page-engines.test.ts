import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { BLOG_VALUES } from '../../src/drafts/front-matter/blog-values.ts';
import { LANGUAGE_MARKS } from '../../src/drafts/markdown/language-marks.ts';
import { RESULT_ANNOUNCED, SILENT_OPTIONS } from '../../src/drafts/markdown/nodes/cell-results.ts';
import { WORD_ARGUMENTS } from '../../src/drafts/markup/worded-link.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const parse = (text: string, path = 'a.md') => parseDraft(text, { path, siteUrl: 'https://example.org' });
const words = (text: string, path?: string): string => draftWords(parse(text, path)).join(' ');
/** What is more than a note, with its severity. */
const doubts = (text: string, path?: string): string[] =>
  parse(text, path).findings.flatMap(({ code, severity }) =>
    severity === 'info' ? [] : [`${severity} ${code}`],
  );
const messages = (text: string, path?: string): string[] =>
  parse(text, path).findings.map(({ message }) => message);
const images = (text: string) =>
  parse(text).blocks.flatMap((block) => (block.type === 'image' ? [block.image] : []));

describe('words in an argument of a tag', () => {
  it.each(WORD_ARGUMENTS)('$why', ({ example: [tag, shown] }) => {
    expect(words(`Ask ${tag} first.`)).toBe(`Ask ${shown} first.`);
    expect(doubts(`Ask ${tag} first.`).filter((one) => one.startsWith('error'))).toEqual([]);
  });

  it.each([
    ['Hugo', 'Ask {{< link slug="rain/office" text="the office" >}}.', 'a.md'],
    ['a path of the site as words', 'Ask {{< link slug="/office" text="/office" >}}.', 'a.md'],
    ['Liquid', 'Ask {% link slug="rain/office" text="the office" %}.', 'a.md'],
    ['a reference with words', 'Ask {{< ref text="the office" page="office.md" >}}.', 'a.md'],
    ['a component', 'Ask <Link slug="rain/office" text="the office" />.', 'a.mdx'],
  ])('stay, with a warning that the link goes: %s', (_, text, path) => {
    expect(words(text, path)).toMatch(/^Ask (?:the |\/)office\.$/);
    expect(doubts(text, path)).toEqual(['warning link-without-target']);
  });

  it.each([
    ['in a sentence', 'See {% link text="the log" url="https://e.org/log" %}.', 'a.md'],
    ['a button', '{{< button href="https://e.org/log" text="Read the log" >}}', 'a.md'],
    ['a path of the site', 'See {% include button.html label="the log" url="/log" %}.', 'a.md'],
    ['a component', '<LinkButton href="https://e.org/log" text="Read the log" />', 'a.mdx'],
  ])('are a link where the tag gives a whole address: %s', (_, text, path) =>
    expect(parse(text, path).blocks).toMatchObject([
      {
        runs: expect.arrayContaining([
          expect.objectContaining({
            type: 'link',
            url: expect.stringMatching(/^https:\/\/(?:e|example)\.org\/log$/),
          }),
        ]),
      },
    ]),
  );

  it.each([
    ['as the target of a link', 'See [the log]({{< link slug="a" text="b" >}}).', 'See the log.'],
    ['of an icon', 'It {{< icon label="rain" >}} rose.', 'It rose.'],
  ])('are not words of the sentence: %s', (_, text, left) => expect(words(text)).toBe(left));

  it('tags and labels are named as their author writes them', () => {
    expect(messages('It rose.\n\n{{< mastLog text="The log" >}}')[0]).toContain('`{{< mastLog >}}`');
    expect(messages('See the [old log][Old Log].')[0]).toContain('no line `[Old Log]: url`');
  });
});

describe('a whole address in a mark of the blog’s own', () => {
  it.each([
    ['a star', 'See [the log](*https://e.org/log).', []],
    ['a filter', 'See [the log]({{ "https://e.org/log" | short }}).', []],
    ['a filter in HTML', 'See <a href="{{ "https://e.org/log" | short }}">the log</a>.', []],
    ['a filter with a value', "See <a href='{{ 'https://e.org/log' | at(\"x\") }}'>the log</a>.", []],
  ])('is the target: %s', (_, text, expected) => {
    const [block] = parse(text).blocks;
    expect(block).toMatchObject({
      runs: expect.arrayContaining([
        expect.objectContaining({ type: 'link', text: 'the log', url: 'https://e.org/log' }),
      ]),
    });
    expect(doubts(text)).toEqual(expected);
  });

  it.each([
    ['in a sentence', 'See {{ "https://e.org/log" | short }}.'],
    ['with a path behind it', 'See [the log]({{ "log" | short }}/a).'],
  ])('is an error where nobody knows what stands there: %s', (_, text) =>
    expect(doubts(text)).toEqual(['error template-value']),
  );

  it('a path that begins with a star stays what it is', () =>
    expect(doubts('See [all](*.md).')).toEqual(['error relative-link']));
});

describe('a picture that only the page knows', () => {
  it('is the one of the front matter, if the tag is called so', () => {
    const text =
      '---\ndate: 2026-03-01\nfeatured_image: /m/mast.jpg\n---\n\n{{< featuredImg alt="A mast" >}}\n';
    expect(images(text)).toMatchObject([{ path: '/m/mast.jpg', alt: 'A mast' }]);
    expect(doubts(text)).toEqual([]);
  });

  it.each([
    ['{{< featuredImg alt="A mast" >}}', '“A mast”'],
    [
      '{{< img name="noon" alt="A mast" caption="At noon" >}}',
      'its alt text “A mast” and its caption “At noon”',
    ],
    ['{{< img name="noon" caption="At noon" >}}', '“At noon”'],
  ])('is one finding, which names all that is lost: %s', (tag, lost) =>
    expect(messages(`It rose.\n\n${tag}`)).toEqual([
      `\`${tag.slice(0, tag.indexOf(' ', 4))} >}}\` shows a picture whose file only the blog knows; it is left out, and with it: ${lost}; write ![…](FILE) if readers need it`,
    ]),
  );
});

describe('keys of a blog that have another meaning for us', () => {
  it.each(BLOG_VALUES)('$why', ({ example }) => {
    const post = (front: string, path = 'a.md') => parseDraft(`---\n${front}\n---\nIt rose.\n`, { path });
    const found = (front: string, path?: string) =>
      post(front, path).findings.filter(({ code }) => code === 'setting-value');
    expect(found(`date: 2026-03-01\n${example}`)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('key of the blog’s own') },
    ]);
    expect(found(`title: Ropes\n${example}`, '2026-03-01-ropes.md')).toMatchObject([{ severity: 'warning' }]);
    // A slug or a layout alone says that it is a post of a blog.
    const severity = /^(?:slug|layout)/.test(example) ? 'warning' : 'error';
    expect(found(example)).toMatchObject([{ severity }]);
  });

  it.each([
    'publish_at: tomorrow',
    'networks: [x, facebook]',
    'accounts: {a: b}',
    'reply_to: [a, b]',
    'visibility: [a, b]',
    'content_warning: [a, b]',
    'sensitive: [a, b]',
    'open_with: [a, b]',
    'late: [a, b]',
    'footnotes: middle',
  ])('a value that decides what is published stays an error: %s', (front) =>
    expect(doubts(`---\ndate: 2026-03-01\n${front}\n---\nIt rose.\n`)).toEqual(['error setting-value']),
  );
});

describe('marks of a highlighter', () => {
  it.each([
    ['names its language', '    :::python\n    rise()\n    fall()', ['python', 'rise()\nfall()']],
    ['names none', '    :::caution\n    rise()\n    fall()', [undefined, ':::caution\nrise()\nfall()']],
  ])('the first line of code that %s', (_, text, expected) => {
    const code = parse(`It rose:\n\n${text}\n`).blocks.flatMap((block) =>
      block.type === 'code' ? [block.language, block.source] : [],
    );
    expect(code).toEqual(expected);
  });

  it.each(LANGUAGE_MARKS)('beside code in a sentence go: $why', ({ example, shows }) =>
    expect(words(`See ${example} there.`)).toBe(`See ${shows} there.`),
  );

  it.each([
    ['`{:hl-property:__get:}()`', '__get()'],
    ['`{:hl-keyword:private:}({:hl-keyword:set:})`', 'private(set)'],
    ['`{php}\\Rain::{:hl-property:fall:}`', '\\Rain::fall'],
    ['`{self} rises`', '{self} rises'],
    ['`{name}.log`', '{name}.log'],
    ['`{php}`', '{php}'],
    ['`a›b`', 'a›b'],
    ['`0x{:x}`', '0x{:x}'],
    ['`x :}`', 'x :}'],
  ])('in a sentence: %s', (written, shown) =>
    expect(words(`See ${written} there.`)).toBe(`See ${shown} there.`),
  );

  it.each([
    ['php', 'class {:hl-type:Rain:} {}', 'class Rain {}'],
    ['php', '{:hl-striped:{:hl-keyword:if:} (x):} {}', 'if (x) {}'],
    ['php', '{-rise(1);-}\n{+rise(2);+}\nfall();', '- rise(1);\n+ rise(2);\n  fall();'],
    ['php', 'x{-(-}1{-)-};\nfall();', '- x(1);\n+ x1;\n  fall();'],
    ['php', '{-rise(\n  1\n);-}\nfall();', '- rise(\n-   1\n- );\n  fall();'],
    ['php', '{- rise();', '{- rise();'],
    ['blade', '{{-- A note --}}\n{{ rise }}', '{{-- A note --}}\n{{ rise }}'],
    ['twig', '{{- rise -}}\nfall', '{{- rise -}}\nfall'],
    ['haskell', '{- A note -}\nrise', '{- A note -}\nrise'],
  ])('in a block of %s: %s', (language, written, shown) =>
    expect(parse(`\`\`\`${language}\n${written}\n\`\`\``).blocks).toMatchObject([{ source: shown }]),
  );
});

describe('alt texts that stand beside a picture', () => {
  it.each([
    ['an attribute', '![](a.jpg){fig-align="center" alt="A mast"}', 'A mast'],
    ['Quarto’s own', '![](a.jpg){fig-alt="A mast, “old”"}', 'A mast, “old”'],
    ['an attribute in a sentence', 'It rose ![](a.jpg){alt="A mast"} in May.', 'A mast'],
    ['kramdown’s form', '![](a.jpg){: alt="A mast"}', 'A mast'],
    ['the same as the words', '![A mast](a.jpg){alt="A mast"}', 'A mast'],
    ['the front matter', '---\nimage: "a.jpg"\nimage-alt: "A mast"\n---\n![](a.jpg)', 'A mast'],
    [
      'a block of the front matter',
      '---\nimage:\n  path: /a.jpg\n  alt: A mast\n---\n<img src="/a.jpg">',
      'A mast',
    ],
  ])('are read: %s', (_, text, alt) => {
    expect(images(text)).toMatchObject([{ alt }]);
    expect(doubts(text)).toEqual([]);
  });

  it('are those of the same file only', () =>
    expect(doubts('---\nimage: b.jpg\nimage-alt: A mast\n---\n![](a.jpg)')).toEqual([
      'error image-without-alt',
    ]));

  it('leave the author’s words below the picture, with their links', () => {
    const text = '![The [mast](https://e.org/m) at noon. By [Ana](https://e.org/a)](a.jpg){fig-alt="A mast"}';
    expect(images(text)).toMatchObject([{ path: 'a.jpg', alt: 'A mast' }]);
    expect(words(text)).toBe('The mast at noon. By Ana');
  });
});

describe('cells that the page runs', () => {
  const cell = (code: string, head = '{r}') => `\`\`\`${head}\n${code}\n\`\`\`\n\n`;
  const RESULT = 'warning not-text-dropped';

  it('are one warning, with the number of those whose result is missing', () => {
    const text = `It rose.\n\n${cell('x <- 1\nx')}${cell('plot(x)')}${cell('y <- read(\n  "a.csv"\n)')}`;
    expect(doubts(text)).toEqual([RESULT]);
    expect(messages(text)[0]).toContain('(2 times in this draft)');
  });

  it.each(SILENT_OPTIONS)('have none: $why', ({ example }) =>
    expect(doubts(`It rose.\n\n${example}`)).toEqual([]),
  );

  it.each([
    ['settings', cell('library(rain)\nknitr::opts_chunk$set(echo = TRUE)\nx <- 1')],
    ['a threshold', cell('rain::get_log("gate")$set_threshold("warn")\nrain::requireNamespace("mast")')],
    ['definitions', cell('import rain\n\ndef rise(x):\n    return x\n\ny = rise(1)', '{python}')],
    ['code with a language only', '```r\nx\n```'],
    ['a class of pandoc', '```{.r}\nx\n```'],
    ['a text that runs none', `---\nexecute:\n  eval: false\n---\n${cell('x')}`],
    ['a text whose engine is off', `---\nexecute: {enabled: false}\n---\n${cell('x')}`],
    ['a hidden cell that sets something', cell('par(mar = c(0, 0, 0, 0))', '{r echo=FALSE}')],
  ])('have none: %s', (_, text) => expect(doubts(`${text}`)).toEqual([]));

  it.each([
    cell('#| fig-cap: "The *level* in May."\nplot(x)'),
    cell('plot(x)', '{r, echo=FALSE, fig.cap="The level in May."}'),
  ])('are named by their captions, which go with them: %s', (written) =>
    expect(messages(`It rose.\n\n${written}`)).toEqual([
      expect.stringContaining('left out with its caption, “The level in May.”'),
    ]),
  );

  it('that show nothing leave nothing', () =>
    expect(words(`A.\n\n${cell('x', '{r setup, include=FALSE}')}B.`)).toBe('A. B.'));

  it.each(RESULT_ANNOUNCED)('stop the draft where words announce a result: $example', ({ example }) =>
    expect(doubts(`${example}\n\n${cell('x')}So.`)).toEqual(['error announced-gap']),
  );

  it.each([
    ['Here is the code for the plot:', '{r}', RESULT],
    ['Then we run:', '{r}', RESULT],
    ['Then we see:', '{r, echo=FALSE}', 'error announced-gap'],
    ['It rose.', '{r, echo=FALSE}', RESULT],
  ])('%s above %s', (line, head, expected) =>
    expect(doubts(`${line}\n\n${cell('plot(x)', head)}So.`)).toEqual([expected]),
  );

  it('stop nothing where the picture stands below', () =>
    expect(doubts(`Here is the plot:\n\n${cell('plot(x)')}![A mast](a.png)`)).toEqual([RESULT]));

  it('show their fence if they say so', () =>
    expect(parse('```{python}\n#| echo: fenced\n#| label: a\nx = 1\n```').blocks).toMatchObject([
      { source: '```{python}\n#| label: a\nx = 1\n```' },
    ]));
});

describe('what other files of the site hold', () => {
  it('is said of a cross-reference of MkDocs, whose words stay', () => {
    const text = 'See [Region][rain.gate.Region], [`fall`][rain.Gate.fall] and [rain.Gate][].';
    expect(words(text)).toBe('See Region, fall and rain.Gate.');
    expect(messages(text)).toHaveLength(3);
    for (const message of messages(text)) expect(message).toContain('is a cross-reference');
    expect(messages(text)[0]).toContain('`[Region][rain.gate.Region]`');
  });

  it.each([['{{< include _tide.qmd >}}'], ['{{< embed tide.ipynb#fig-mast >}}']])(
    'is said of a text that Quarto puts there: %s',
    (tag) => {
      expect(doubts(`It rose.\n\n${tag}`)).toEqual(['warning not-text-dropped']);
      expect(doubts(`Here it is:\n\n${tag}`)).toEqual(['error announced-gap']);
      expect(messages(`It rose.\n\n${tag}`)[0]).toMatch(
        /^`\{\{< (?:include _tide\.qmd|embed tide\.ipynb) >\}\}`/,
      );
    },
  );
});
