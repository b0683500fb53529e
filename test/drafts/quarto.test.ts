import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string) => parseDraft(text, { path: 'a.qmd' });
const posts = (text: string): string => postsOnX(parse(text));
const codes = (text: string) =>
  parse(text).blocks.flatMap((block) => (block.type === 'code' ? [block.source] : []));

describe('Quarto', () => {
  it.each([
    ['a program', '```{=html}\n<script>\nlet x = 1;\n</script>\n```\n\nIt rose.', 'It rose.'],
    [
      'words',
      'It rose.\n\n```{=html}\n<p>It <b>fell</b>.</p>\n```\n\nIt rests.',
      'It rose.\n\nIt fell.\n\nIt rests.',
    ],
    ['a page of LaTeX', 'It rose.\n\n~~~{=latex}\n\\newpage\n~~~\n\nIt fell.', 'It rose.\n\nIt fell.'],
    ['two in a row', '```{=html}\n<i>One</i>\n```\n```{=html}\n<i>Two</i>\n```', 'One\n\nTwo'],
  ])('a raw block is read as what it is: %s', (_, text, shown) => {
    expect(codes(text)).toEqual([]);
    expect(posts(text)).toBe(shown);
  });

  it('a raw block in code is code', () =>
    expect(codes('````\n```{=html}\n<p>It fell.</p>\n```\n````')).toEqual([
      '```{=html}\n<p>It fell.</p>\n```',
    ]));

  it.each([
    ['echo: false', '```{r}\nrise(4)\n```', []],
    ['echo: false', '```{r}\n#| echo: true\nrise(4)\n```', ['rise(4)']],
    ['echo: false', '```{r echo=TRUE}\nrise(4)\n```', ['rise(4)']],
    ['echo: false', '```r\nrise(4)\n```', ['rise(4)']],
    ['echo: true', '```{r}\nrise(4)\n```', ['rise(4)']],
  ])('the front matter hides the code of cells: %s, %s', (option, cell, expected) =>
    expect(codes(`---\ntitle: Gate\nexecute:\n  ${option}\n---\n\nIt rose.\n\n${cell}\n`)).toEqual(expected),
  );

  it.each([
    ['```{{r, echo=FALSE}}\nrise(4)\n```', '```{r, echo=FALSE}\nrise(4)\n```'],
    ['````markdown\n```{{r}}\nrise(4)\n```\n````', '```{r}\nrise(4)\n```'],
  ])('a cell that is shown has its fence, in single braces: %s', (text, source) =>
    expect(codes(text)).toEqual([source]),
  );

  it('a title in single quotes is one', () =>
    expect(posts('::: {.callout-note title=\'What is “mod”?\' collapse="true"}\nA rest.\n:::')).toBe(
      'What is “mod”?\n\nA rest.',
    ));
});
