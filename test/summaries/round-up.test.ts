import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { SIZES } from './sizes.ts';

/** So many links, each with a comment of so many words. */
const roundUp = (links: number, words: number): string => {
  const items = Array.from(
    { length: links },
    (_, at) => `${at + 1}. [Title ${at}](https://example.com/${at})\n   - ${'word '.repeat(words)}here`,
  );
  return `---\nkind: links\ntitle: Many\n---\n\n${items.join('\n')}\n`;
};

describe.each([
  [4, 10],
  [4, 30],
  [8, 10],
  [8, 30],
  [30, 4],
])('a round-up of %i links with %i words each', (links, words) => {
  it.each([1, 2, 3, 4, 6, 8, 12])('says so where fewer come out than the %i posts asked for', (posts) => {
    const post = readPost(roundUp(links, words), { path: 'a.md', canonical: 'https://example.org/many' });
    const { markdown, findings, paragraphs } = summarise(post, { size: SIZES.x, posts });
    const made = buildThread(parseDraft(markdown, { path: null }), xProfile({})).posts.length;
    const items = paragraphs.filter(({ role }) => role === 'item').length;
    const short = `asked for ${posts} posts; the ${items} links that were chosen fill only ${made}`;
    const told = findings.filter(({ code }) => code === 'summary-short').map(({ message }) => message);
    expect(told.filter((message) => message.includes('asked for'))).toEqual(made < posts ? [short] : []);
  });
});
