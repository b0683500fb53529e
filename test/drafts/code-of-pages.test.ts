import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/drafts/draft.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const parse = (text: string) => parseDraft(text, { path: 'a.md' });
const codes = (text: string): string[] =>
  parse(text).blocks.flatMap((block: Block) => (block.type === 'code' ? [block.source] : []));
const found = (text: string): string[] =>
  parse(text).findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code]));

describe('code that a page changes before it shows it', () => {
  it.each([
    [
      'MkDocs’ marks for notes below go, with their comment',
      '```py\ndef rise():  # (1)!\n    return 1 // (2)! (3)!\nf(1) !\n```',
      'def rise():\n    return 1\nf(1) !',
    ],
    [
      'a number in a call is code, whatever sign is behind it',
      '```ts\nlet a = rise(1)!;\nlet b = rise(2)!\nfall(12)!  \n```',
      'let a = rise(1)!;\nlet b = rise(2)!\nfall(12)!  ',
    ],
    [
      'tags around braces go',
      '{% highlight js %}{% raw %}\nlet a = {{ b }};\nrise();\nfall();\n{% endraw %}{% endhighlight %}',
      'let a = {{ b }};\nrise();\nfall();',
    ],
  ])('%s', (_, text, code) => expect(codes(text)).toEqual([code]));

  it.each([
    ['MkDocs', '```python\n--8<-- "docs/tree.py"\n```', []],
    ['mdBook', '```rust,ignore\nuse sea;\n{{#include ../tree.rs:main}}\n```', ['use sea;']],
  ])('a line for which %s puts a file there stops the draft', (_, text, code) => {
    expect(codes(text)).toEqual(code);
    expect(found(text)).toEqual(['embedded-note']);
  });

  it('code that shows how to write such a line stays', () => {
    expect(codes('```md\n{{#include ../tree.rs}}\n```')).toEqual(['{{#include ../tree.rs}}']);
    expect(found('```md\n--8<-- "tree.py"\n```')).toEqual([]);
  });
});

it('a picture that MkDocs puts in the place of a line is to be written as one', () =>
  expect(parse('It rose.\n\n--8<-- "docs/rise.svg"').findings[0]?.message).toContain(
    '![what it shows](FILE)',
  ));

it('a callout of Quarto that opens with a heading has that for its title', () =>
  expect(
    parse('::: {.callout-caution}\n## Mind the tide\n\nIt comes.\n:::').blocks.map(({ type }) => type),
  ).toEqual(['heading', 'paragraph']));
