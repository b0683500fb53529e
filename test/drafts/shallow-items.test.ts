import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/drafts/draft.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

/** The markers of a draft's lists, nested ones in brackets. */
const shapeOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.type === 'list'
        ? `[${block.items.map(({ marker, blocks: inner }) => marker + shapeOf(inner.slice(1))).join(' ')}]`
        : block.type,
    )
    .join('');

const shape = (text: string): string => shapeOf(parseDraft(text, { path: null }).blocks);

describe('bullets to the right of a numbered item', () => {
  it('belong to it, if the numbers go on below them', () => {
    expect(shape(' 1. Light it.\n 2. Wait.\n   * It needs oil.\n   * And a wick.\n 3. Write it down.')).toBe(
      '[1. 2.[* *] 3.]',
    );
  });

  it('belong to the last one, too, if others do', () => {
    expect(shape('1. Light it.\n - It needs oil.\n2. Wait.\n - It takes an hour.\n\nThen we went.')).toBe(
      '[1.[-] 2.[-]]paragraph',
    );
  });

  it.each([
    ['where nothing goes on', '1. Light it.\n - It needs oil.\n\nThen we went.', '[1.][-]paragraph'],
    ['where other numbers follow', '1. Light it.\n - Oil.\n\n5. Write it down.', '[1.][-][5.]'],
    ['left of the number that goes on', '1. Light it.\n - Oil.\n\n  2. Write it down.', '[1.][-][2.]'],
    ['at the same column', '1. Light it.\n- Oil.\n2. Write it down.', '[1.][-][2.]'],
  ])('are a list of their own %s', (_, text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});
