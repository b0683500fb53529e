import { nameToEmoji } from 'gemoji';
import { expect, it } from 'vitest';
import { NAMED_EMOJI } from '../../src/drafts/markup/named-emoji.ts';

it('names every emoji as GitHub’s own list does', () => {
  const pairs = [...NAMED_EMOJI.matchAll(/(\S+) (\S+)/g)].map(([, name = '', emoji = '']) => [name, emoji]);
  expect(Object.fromEntries(pairs)).toEqual({ ...nameToEmoji });
});
