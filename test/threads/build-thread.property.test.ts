import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { draft } from './draft-arbitrary.ts';
import { authored, draftInk, inked } from './lossless.ts';

const limit = fc.constantFrom(40, 60, 120, 280, 280, 280, 500, 25_000);
const RUNS = 250;

const sliceBytes = (text: string, start: number, end: number): string =>
  Buffer.from(text).subarray(start, end).toString('utf8');

describe('a thread of any draft', () => {
  it('holds every post within the limit, by our measure and by the network’s own library', () => {
    fc.assert(
      fc.property(draft, limit, (given, size) => {
        for (const post of buildThread(given, xProfile({ limit: size })).posts) {
          expect(post.length).toBeLessThanOrEqual(size);
          if (size <= 500) expect(twitter.parseTweet(post.text).weightedLength).toBeLessThanOrEqual(size);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('holds the draft’s words in order, once what we added is taken out', () => {
    fc.assert(
      fc.property(draft, limit, (given, size) => {
        const { posts } = buildThread(given, xProfile({ limit: size }));
        expect(inked(posts.map(authored).join(' '))).toBe(draftInk(given, size));
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['bluesky', (size: number) => blueskyProfile({ limit: size })],
    ['mastodon', (size: number) => mastodonProfile({ maxCharacters: size })],
  ] as const)('fits %s, and loses nothing there either', (_, profileOf) => {
    fc.assert(
      fc.property(draft, limit, (given, size) => {
        const profile = profileOf(size);
        const { posts } = buildThread(given, profile);
        for (const post of posts) {
          expect(post.length).toBeLessThanOrEqual(size);
          if (profile.limitBytes !== undefined) expect(post.bytes).toBeLessThanOrEqual(profile.limitBytes);
          for (const { byteStart, byteEnd } of post.facets ?? [])
            expect(sliceBytes(post.text, byteStart, byteEnd)).not.toContain('\u{fffd}');
        }
        expect(inked(posts.map(authored).join(' '))).toBe(draftInk(given, size, profile.shownUrl));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('carries every image once, in order, no more than a post may hold', () => {
    fc.assert(
      fc.property(draft, limit, (given, size) => {
        const { posts } = buildThread(given, xProfile({ limit: size }));
        const images = JSON.stringify(given.blocks).split('"type":"image"').length - 1;
        expect(posts.flatMap(({ media }) => media)).toHaveLength(images);
        for (const post of posts) expect(post.media.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 100 },
    );
  });
});
