import { expect, it } from 'vitest';
import { saidOfRead } from '../../src/networks/said-of-read.ts';
import { refusalError } from '../../src/networks/x/errors.ts';

it.each([
  [
    'A rate limit is used up. Nothing was sent; it continues when the limit resets.',
    'A rate limit is used up. It continues when the limit resets.',
  ],
  ['Nothing was sent. Add credits, then resume.', 'Add credits, then resume.'],
  ['It is too large. Nothing was sent.', 'It is too large.'],
  ['Nothing was sent; the limit resets by itself.', 'The limit resets by itself.'],
])('does not say of a read that nothing was sent: %s', (say, read) => {
  expect(saidOfRead(say)).toBe(read);
});

it('is not said after a 429 on a read of X, and is after one on a post', () => {
  const answer = { status: 429, headers: {}, body: { title: 'Too Many Requests' } };
  const said = (once: boolean): string =>
    refusalError(answer, { call: 'read', doing: 'read the timeline', once }, 0, {
      clean: (text) => text,
      cause: undefined,
    }).message;
  expect(said(true)).toContain('Nothing was sent');
  expect(said(false)).not.toContain('Nothing was sent');
});
