import { expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

it.each([
  ['//cdn.example.org/x', 'https://cdn.example.org/x'],
  ['/x', 'https://example.org/blog/x'],
  ['///x', 'https://example.org/blog/x'],
  ['http://example.com/x', 'http://example.com/x'],
])('reads the canonical address %s as %s, in a post and in a draft', (written, url) => {
  const source = `---\ncanonical: "${written}"\n---\n\nWater boils.\n`;
  const site = { path: 'a.md', siteUrl: 'https://example.org/blog' };
  expect(readPost(source, site).canonical).toEqual({ url, from: '`canonical`', guessed: false });
  expect(parseDraft(source, site).settings.canonical).toBe(url);
});
