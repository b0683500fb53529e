import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const urlOf = (path: string, front = '') =>
  readPost(`---\ntitle: A\n${front}---\n\nWater boils.\n`, { path, siteUrl: 'https://example.org' }).canonical
    ?.url;

describe('the address of a file with a date in its name', () => {
  it.each([
    [
      'Hugo keeps the date',
      'content/newsletter/2026-01-05-issue.md',
      '',
      'https://example.org/newsletter/2026-01-05-issue/',
    ],
    [
      'Hugo keeps it of a bundle',
      'content/newsletter/2026-01-05-issue/index.md',
      '',
      'https://example.org/newsletter/2026-01-05-issue/',
    ],
    [
      'Hugo writes small letters and no spaces',
      'content/Posts/My Kettle.md',
      '',
      'https://example.org/posts/my-kettle/',
    ],
    [
      'Zola takes it out',
      'content/blog/2026-01-05-issue.md',
      'taxonomies:\n  tags: [a]\n',
      'https://example.org/blog/issue/',
    ],
    [
      'Zola’s own path wins',
      'content/2026-01-05-issue.md',
      'path: 2026/01/05/Issue\nextra:\n  a: 1\n',
      'https://example.org/2026/01/05/Issue/',
    ],
    [
      'Astro keeps it',
      'src/content/blog/2026-01-05-issue.md',
      '',
      'https://example.org/blog/2026-01-05-issue/',
    ],
    [
      'Next.js keeps it',
      'app/blog/2026-01-05-issue/page.mdx',
      '',
      'https://example.org/blog/2026-01-05-issue',
    ],
    [
      'Jekyll makes folders of it',
      '_posts/2026-01-05-issue.md',
      '',
      'https://example.org/2026/01/05/issue.html',
    ],
    [
      'a slug wins',
      'content/newsletter/2026-01-05-issue.md',
      'slug: first\n',
      'https://example.org/newsletter/first/',
    ],
  ])('%s', (_, path, front, url) => {
    expect(urlOf(path, front)).toBe(url);
  });

  it('is never the same for two issues of a newsletter', () => {
    const urls = ['2026-01-05', '2026-01-12', '2026-01-19'].map((day) =>
      urlOf(`content/news/${day}-news.md`),
    );
    expect(new Set(urls).size).toBe(3);
  });
});
