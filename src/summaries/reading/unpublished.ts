import type { Finding } from '../../drafts/finding.ts';
import { summaryFinding } from '../finding-codes.ts';
import type { BlogPost } from './blog-post.ts';
import type { PostFields } from './post-fields.ts';

type Sign = { readonly key: string; readonly holds: (value: string) => boolean; readonly reason: string };

const is =
  (...words: readonly string[]) =>
  (value: string): boolean =>
    words.includes(value.trim().toLowerCase());

/** How generators are told not to publish a post, one row a sign. */
const SIGNS: readonly Sign[] = [
  {
    key: 'draft',
    holds: is('true', 'yes', 'on', '1'),
    reason: 'Hugo, Astro and most Next.js and Eleventy blogs',
  },
  {
    key: 'published',
    holds: is('false', 'no', 'off', '0'),
    reason: 'Jekyll; elsewhere the key holds a date',
  },
  {
    key: 'status',
    holds: is('draft', 'private', 'unpublished'),
    reason: 'headless systems exported to files',
  },
  { key: 'permalink', holds: is('false'), reason: 'Eleventy writes no page for it' },
];

/** The line of the front matter by which a post's generator leaves it out, as `draft: true`; `undefined` where none does. */
export function unpublishedBy(fields: PostFields): string | undefined {
  for (const { key, holds } of SIGNS) {
    const value = fields.get(key);
    if (typeof value === 'string' && holds(value)) return `${key}: ${value.trim()}`;
  }
  return undefined;
}

/** What keeps a post from having readers yet, as a finding. */
export function notOut(why: string): Finding {
  return summaryFinding('post-unpublished', { line: 1, column: 1 }, `${why}; publish the post first`);
}

/**
 * A post whose day is still to come is not out: Jekyll and Hugo write no page for it until then.
 *
 * @param today - the calendar date where the person is, `2026-01-31`.
 */
export function heldUntilItsDay(post: BlogPost, today: string): BlogPost {
  const { date, unpublished, findings } = post;
  if (date === undefined || date <= today || unpublished !== undefined) return post;
  const why = `its date, ${date}, is still to come, and most blogs show nothing of it before`;
  return { ...post, unpublished: `date: ${date}`, findings: [notOut(why), ...findings] };
}
