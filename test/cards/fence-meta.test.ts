import { describe, expect, it } from 'vitest';
import { FENCE_META_RULES, parseFenceMeta } from '../../src/cards/fence-meta.ts';

describe('what stands behind a fence is read as blogs write it', () => {
  it.each(FENCE_META_RULES.map(({ example, gives, why }) => [example, why, gives] as const))(
    '%s: %s',
    (example, _, gives) => expect(parseFenceMeta(example)).toMatchObject(gives),
  );

  it.each([
    ['{1,3} title="a b.ts" showLineNumbers', { highlights: [1, 3], title: 'a b.ts', numbers: true }],
    ['lines=18-3', { lines: { from: 3, to: 18 } }],
    ['lines=7', { lines: { from: 7, to: 7 } }],
    ['', { highlights: [] }],
    ['{.line-numbers}', { highlights: [] }],
    ['{0-3}', { highlights: [1, 2, 3] }],
  ])('%s', (meta, expected) => expect(parseFenceMeta(meta)).toMatchObject(expected));

  it('takes numbers in brackets for no title', () =>
    expect(parseFenceMeta('[1, 3]')).not.toHaveProperty('title'));

  it('reads a range without an end in no time', () => {
    expect(parseFenceMeta('{1-9999999}').highlights.length).toBeLessThan(20_000);
  });
});
