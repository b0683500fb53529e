import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { HELD_BACK, heldUntilItsDay } from '../../src/summaries/reading/unpublished.ts';

const TODAY = '2026-06-15';
const held = (front: string, path = 'content/a.md') =>
  heldUntilItsDay(readPost(`---\ntitle: A\n${front}\n---\n\nWater boils.\n`, { path }), TODAY);

const yaml = (key: string, value: string): string => {
  const [outer = '', inner] = key.split('.');
  return inner === undefined ? `${key}: ${value}` : `${outer}:\n  ${inner}: ${value}`;
};

describe('a post that its engine holds back', () => {
  it.each(
    HELD_BACK.flatMap(({ keys, values }) => keys.flatMap((key) => values.map((value) => [key, value]))),
  )('by `%s: %s`', (key, value) => {
    const post = held(yaml(key ?? '', value ?? ''));
    expect(post.unpublished).toBe(`${key}: ${value}`);
    expect(post.findings.map(({ code, severity }) => [code, severity])).toContainEqual([
      'post-unpublished',
      'error',
    ]);
  });

  it.each([
    ['date: 2026-06-16'],
    ['date: 2026-01-01\npublishDate: 2027-05-01'],
    ['publishdate: 2026-07-01T09:00:00+02:00'],
    ['published: 2026-12-24'],
    ['pubDate: 2026-06-16'],
    ['date: 2024-01-01\nexpiryDate: 2025-01-01'],
    ['unpublishdate: 2026-06-15'],
    ['Draft: True'],
    ['build:\n  render: never'],
    ['_build:\n  render: false'],
  ])('by %s', (front) => {
    expect(held(front).unpublished).toBeDefined();
  });

  it.each(['_drafts/a.md', 'blog/_drafts/a.md', 'src/content/blog/_a.md', 'src/content/_old/a.md'])(
    'by its place, %s',
    (path) => {
      expect(held('', path).unpublished).toBeDefined();
    },
  );

  it.each([
    ['date: 2026-06-15'],
    ['publishDate: 2026-06-15'],
    ['published: true'],
    ['published: 2026-01-01'],
    ['expiryDate: 2027-01-01'],
    ['draft: false'],
    ['status: published'],
    ['build:\n  list: never'],
    ['headless: false'],
    ['render: true'],
  ])('is none with %s', (front) => {
    expect(held(front).unpublished).toBeUndefined();
  });

  it.each(['src/content/blog/a.md', '_posts/2026-01-05-a.md', 'notes/_a.md'])('is none at %s', (path) => {
    expect(held('', path).unpublished).toBeUndefined();
  });
});
