import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string) => parseDraft(text, { path: 'a.md', siteUrl: 'https://example.org' });
const posts = (text: string): string => postsOnX(parse(text));
const kinds = (text: string) => parse(text).blocks.map(({ type }) => type);

describe('what Python-Markdown indents by four columns', () => {
  it.each([
    [
      'tabs in a note, with code',
      '??? example "Look"\n\n    === "Now"\n\n        ``` python\n        def rise(level):\n            return level + 1\n        ```\n\n    === "Before"\n\n        It fell.\n\nIt rose.',
      ['paragraph', 'paragraph', 'code', 'paragraph', 'paragraph', 'paragraph'],
      'Look\n\nNow\n\nBefore\n\nIt fell.\n\nIt rose.',
    ],
    [
      'tabs in an item',
      '1.  It rose:\n\n    === "Now"\n\n        In May.\n\n2.  It fell.',
      ['list'],
      '1. It rose:\n\n  Now\n\n  In May.\n\n2. It fell.',
    ],
    [
      'a note in a note, with words directly below both',
      '!!! note "Gate"\n    It is open.\n\n    !!! tip "Key"\n        It is red.\nIt rose.',
      ['paragraph', 'paragraph', 'paragraph', 'paragraph', 'paragraph'],
      'Gate\n\nIt is open.\n\nKey\n\nIt is red.\n\nIt rose.',
    ],
    ['code that shows a note', '```\n!!! note "Gate"\n    It is open.\n```', ['code'], ''],
    [
      'lines of an item with wide words',
      '  1.  It rose:\n\n    - in May\n\n    - in June\n\n  2.  It fell.',
      ['list'],
      '1. It rose:\n  - in May\n\n  - in June\n\n2. It fell.',
    ],
    [
      'a quotation in an item with a number to the right of the margin',
      'We saw it.\n\n  5. It rose:\n\n    > In May, it did.\n\n  6. It fell.',
      ['paragraph', 'list'],
      'We saw it.\n\n5. It rose:\n  > In May, it did.\n\n6. It fell.',
    ],
    [
      'words in an item with two digits',
      'We saw it.\n\n 10. It rose.\n\n    And it fell.',
      ['paragraph', 'list'],
      'We saw it.\n\n10. It rose.\n  And it fell.',
    ],
    [
      'code below such an item',
      'We saw it.\n\n  5. It rose:\n\n    rise { 5 }\n\nSo.',
      ['paragraph', 'list', 'code', 'paragraph'],
      'We saw it.\n\n5. It rose:\n\nrise { 5 }\n\nSo.',
    ],
    [
      'a quotation in a tag that is all of an item’s first line',
      'We saw it.\n\n- It rose:\n\n    -   <div>\n\n        > In `May`, it did.\n\n        </div>\n\n- It fell.',
      ['paragraph', 'list'],
      'We saw it.\n\n- It rose:\n  - > In May, it did.\n\n- It fell.',
    ],
    [
      'such an item in another one',
      '1. It rose:\n   - in May\n\n    It did.\n\n2. It fell.',
      ['list'],
      '1. It rose:\n  - in May\n\n  It did.\n\n2. It fell.',
    ],
    [
      'code in an item with wide words',
      '  1.  It rose:\n\n    ```\n    let x = 1;\n    ```\n\n  2.  It fell.',
      ['list'],
      '1. It rose:\n  let x = 1;\n\n2. It fell.',
    ],
    [
      'code below an item',
      '- It rose.\n\nWords:\n\n    let x = 1;\n    let y = 2;',
      ['list', 'paragraph', 'code'],
      '- It rose.\n\nWords:\n\nlet x = 1;\nlet y = 2;',
    ],
  ])('%s', (_, text, expected, shown) => {
    expect(kinds(text)).toEqual(expected);
    expect(posts(text)).toBe(shown);
  });

  it('has its findings where the author wrote them', () => {
    const text = '!!! note "Gate"\n\n    === "Now"\n\n        See [it](../gate.md).';
    expect(parse(text).findings).toContainEqual(
      expect.objectContaining({ code: 'relative-link', line: 5, column: 13 }),
    );
  });
});

describe('marks of Material for MkDocs', () => {
  it.each([
    ['an arrow between words', '`Rise` :octicons-arrow-right-24: `Fall`, and on', 'Rise → Fall, and on'],
    [
      'an arrow in a link',
      '[:octicons-arrow-right-24: The log](https://example.org)',
      'The log [1]\n\n[1] https://example.org',
    ],
    [
      'a version in a sentence',
      'Before <!-- md:version 5.0.0 -->, it sank, as in\n<!-- md:version 4.1 -->.',
      'Before 5.0.0, it sank, as in\n4.1.',
    ],
    ['a badge', 'It rose.\n\n<!-- md:version 5.0.0 -->\n\nIt fell.', 'It rose.\n\nIt fell.'],
  ])('%s', (_, text, shown) => expect(posts(text)).toBe(shown));

  it('a date with the day of a change', () =>
    expect(
      parse('---\ntitle: Gate\ndate:\n  created: 2026-02-18\n  updated: 2026-03-01\n---\n\nIt rose.'),
    ).toMatchObject({
      settings: { date: '2026-02-18' },
      findings: [{ code: 'title-opens' }],
    }));
});
