import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const PAGE = 'https://gauges.example.net/radar/';
const FRONT = `---\ntitle: The radar\ndate: 2026-05-04\nogSummary: "The float sank twice, and a radar took its place."`;

describe('a post without a text that points to a page elsewhere', () => {
  it.each(['externalUrl', 'external_url', 'external_link', 'link', 'redirect_to'])(
    'is said to do so, with its key: %s',
    (key) => {
      const { findings } = parseDraft(`${FRONT}\n${key}: ${PAGE}\n---\n`, { path: 'a.md' });
      expect(findings.map(({ code }) => code)).toEqual(['draft-empty']);
      expect(findings[0]?.message).toContain(`points to ${PAGE} (\`${key}\`)`);
    },
  );

  it('has that page as its address in a summary, and no error', () => {
    const post = readPost(`${FRONT}\nexternalUrl: ${PAGE}\n---\n`, { path: 'posts/2026-05-04-radar.md' });
    expect(post.canonical).toEqual({ url: PAGE, from: '`externalUrl`', guessed: false });
    expect(post.summary).toBe('The float sank twice, and a radar took its place.');
    expect(post.findings).toEqual([]);
  });

  it.each([
    ['a path', 'link: /radar/'],
    ['a word', 'external: true'],
  ])('is not one with %s in the key', (_, line) => {
    const { findings } = parseDraft(`${FRONT}\n${line}\n---\n`, { path: 'a.md' });
    expect(findings.map(({ message }) => message)).toEqual([
      'the draft has front matter, but no text below it',
    ]);
  });

  it('is none with a text: the key says something else', () => {
    const post = readPost(`${FRONT}\nlink: ${PAGE}\n---\n\nWater boils.\n`, {
      path: 'posts/2026-05-04-radar.md',
      siteUrl: 'https://example.org',
    });
    expect(post.canonical?.url).not.toBe(PAGE);
  });
});
