import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string) => parseDraft(text, { path: 'a.md' });
const found = (text: string): string[] =>
  parse(text).findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code]));

describe('what only the blog’s program makes', () => {
  it.each([
    ['a cell that hides its code', 'This is the tenth step:\n\n```{r}\n#| echo: false\nplot(x)\n```\n\nSo.'],
    ['code that a program draws', 'A simple one:\n\n```{.textual path="a.py"}\n```\n\nSo.'],
    ['the same in a tab', 'A simple one:\n\n=== "Output"\n\n    ```{.textual path="a.py"}\n    ```\n\nSo.'],
  ])('stops the draft where words announce it: %s', (_, text) =>
    expect(found(text)).toEqual(['announced-gap']),
  );

  it.each([
    ['no announcement', 'It rose.\n\n```{r}\n#| echo: false\nplot(x)\n```\n\nSo.'],
    ['code below', 'A simple one:\n\n```{r}\n#| echo: false\nplot(x)\n```\n\n```r\nrise(x)\n```\n\nSo.'],
    [
      'code in the next tab',
      'A simple one:\n\n=== "Output"\n\n    ```{.textual path="a.py"}\n    ```\n\n=== "Code"\n\n    ```py\n    rise(x)\n    ```\n',
    ],
  ])('is a warning elsewhere: %s', (_, text) => expect(found(text)).toEqual(['not-text-dropped']));

  it('says how a cell gives its picture an alt text', () => {
    const [finding] = parse(
      'It rose.\n\n```{r, echo=FALSE}\nknitr::include_graphics("rise.png")\n```\n',
    ).findings;
    expect(finding).toMatchObject({ code: 'image-without-alt', severity: 'error' });
    expect(finding?.message).toContain('#| fig-alt: "…"');
  });

  it('quotes announcements without templates in them', () =>
    expect(parse('Here is {% x "a" %} rain:\n\n{{< gauge >}}\n\nSo.').findings.at(-1)?.message).toContain(
      '“Here is rain:”',
    ));
});

describe('drawings and layout', () => {
  it('an included drawing inside a line is an icon', () => {
    const text = 'See <a href="https://example.org">{% include icons/rss.svg %} the log</a>.';
    expect(postsOnX(parse(text))).toBe('See the log [1].\n\n[1] https://example.org');
    expect(found(text)).toEqual([]);
  });

  it('a table of one cell is a frame around its words', () =>
    expect(
      postsOnX(parse('<table border="1"><tr><td>It <b>rose</b>.<br>It fell.</td></tr></table>\n\nSo.')),
    ).toBe('It rose.\n\nIt fell.\n\nSo.'));

  it('a table of contents in a frame stays a table', () => {
    const items = ['Rise', 'Fall', 'Rain', 'Ice', 'Mast'].map(
      (name) => `* [${name}](https://example.org/${name})`,
    );
    expect(
      parse(`<table><tr><td>\n\n## Contents\n\n${items.join('\n')}\n\n</td></tr></table>\n\nSo.`).blocks[0]
        ?.type,
    ).toBe('table');
  });

  it('a table of one row only lays out its picture and words, and the picture is said once', () => {
    const text =
      '<table><tr><td><img src="mast.png"></td><td>It rose. See <a href="https://example.org">the log</a>.</td></tr></table>';
    const draft = parse(`It rained.\n\n${text}`);
    expect(draft.blocks.map(({ type }) => type)).toEqual(['paragraph', 'image', 'paragraph']);
    expect(draft.findings.map(({ code, count }) => [code, count])).toEqual([
      ['image-without-alt', undefined],
    ]);
  });
});

it('cells that hide their code are named by what they run, in one message', () => {
  const cell = (code: string): string => `\`\`\`{r}\n#| echo: false\n${code}\n\`\`\`\n\nSo.\n\n`;
  const { findings } = parseDraft(
    `It rose.\n\n${cell('x <- 1\nplot(x)')}${cell('source("a.R")\nadd_end(\n  1\n)')}`,
    {
      path: 'a.qmd',
    },
  );
  expect(findings).toMatchObject([
    {
      code: 'not-text-dropped',
      message:
        'this cell hides its code, and only the engine can run it (`plot(x)`, `add_end(…`); write what it shows if readers need it, or add it as an image (2 times in this draft)',
    },
  ]);
});
