import { expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const types = (body: string): string =>
  parseDraft(body, { path: null })
    .blocks.map(({ type }) => type)
    .join(' ');

it.each([
  ['code', '````\nrise\n```\n\nIt rose.'],
  ['code with a language', '~~~~sh\nrise\n~~~\n\nIt rose.'],
])('a fence that only a shorter one could close ends there: %s', (_, body) => {
  expect(types(body)).toBe('code paragraph');
});

it.each([
  ['its own end is below', '````\nrise\n```\nIt rose.\n````'],
  ['the shorter one closes another', '````md\n```sh\nrise\n```\nIt rose.'],
  ['the other one has other marks', '````\nrise\n~~~\n\nIt rose.'],
])('and not if %s', (_, body) => {
  expect(types(body)).toBe('code');
});
