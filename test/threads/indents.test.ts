import { describe, expect, it } from 'vitest';
import { Indents } from '../../src/threads/indents.ts';

/** How the posts of a text move, each from a `|` on; `!` marks one whose first line moves, too. */
function moves(text: string): string[] {
  const indents = new Indents(text.replaceAll('|', ''));
  let start = 0;
  return text.split('|').map((post) => {
    const { width, whole } = indents.at(start, start + post.trimEnd().length);
    start += post.length;
    return `${width}${whole ? '!' : ''}`;
  });
}

describe('how far the lines of posts move to the left', () => {
  it.each([
    ['a post at the start of a line without an indent', 'One.\n|Two.\n  - rope', '0 0'],
    ['one that begins with a paragraph of an item', '- one\n  |More.\n  - rope', '0 2'],
    ['one that begins with a nested item', '- one\n|  - rope', '0 0'],
    [
      'nested items below a paragraph that moved',
      '- one\n  |More:\n  - rope\n|  - oil\n|  - lamps',
      '0 2 2! 2!',
    ],
    ['as far as the line above moved', '- one\n    |More:\n    - rope\n  - oil\n|  - lamps', '0 4 2!'],
    ['but not below an item that did not', '- one\n  |More.\n- two\n|  - rope', '0 2 0'],
    ['the rest of a paragraph in an item', '- one\n  More. |And more.\n  - rope', '0 2'],
    ['the rest of its rest', '- one\n  More. |And more. |And so on.\n  - rope', '0 2 2'],
    ['the rest of an item above a comment', '- One. |More.\n\n  A comment.', '0 2'],
    ['the rest of an item above a nested one', '- One. |More.\n  - rope', '0 0'],
    ['the rest of an item above the next one', '- One. |More.\n- rope', '0 0'],
    [
      'the rest of a nested item that moved',
      '- one\n  |More:\n  - One. |More.\n    - rope\n|  - oil',
      '0 2 2 2!',
    ],
    ['the rest of prose', 'One. |More.\n- rope', '0 0'],
  ])('%s', (_, text, expected) => {
    expect(moves(text).join(' ')).toBe(expected);
  });
});
