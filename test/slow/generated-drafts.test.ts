import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import type { Profile } from '../../src/threads/profile.ts';
import { draft } from '../threads/draft-arbitrary.ts';
import { forbiddenCuts } from '../threads/forbidden-cuts.ts';
import { authored, draftInk, inked } from '../threads/lossless.ts';

const DRAFTS = Number(process.env['GENERATED_DRAFTS'] ?? 30_000);
/** The same drafts on every run; another seed looks at others. */
const SEED = Number(process.env['GENERATED_SEED'] ?? 20_261_122);

const limit = fc.oneof(
  fc.integer({ min: 40, max: 500 }),
  fc.constantFrom(40, 280, 300, 500, 25_000),
  fc.integer({ min: 500, max: 25_000 }),
);
const profile: fc.Arbitrary<(limit: number) => Profile> = fc.constantFrom(
  (size: number) => xProfile({ limit: size }),
  (size: number) => blueskyProfile({ limit: size }),
  (size: number) => mastodonProfile({ maxCharacters: size }),
);

describe(`${DRAFTS} generated drafts, on every style and any limit from 40 to 25,000`, () => {
  it('are cut within the limit, without a forbidden cut and without a loss', () => {
    let parted = 0;
    fc.assert(
      fc.property(draft, limit, profile, (given, size, profileOf) => {
        const network = profileOf(size);
        const thread = buildThread(given, network);
        for (const post of thread.posts) expect(post.length).toBeLessThanOrEqual(size);
        const broken = forbiddenCuts(given, thread, network);
        const headings = broken.filter(({ why }) => why.startsWith('a heading'));
        parted += headings.length;
        expect(broken.filter((atom) => !headings.includes(atom))).toEqual([]);
        expect(inked(thread.posts.map(authored).join(' '))).toBe(draftInk(given, size, network.shownUrl));
      }),
      { numRuns: DRAFTS, seed: SEED, endOnFailure: true },
    );
    // A lead-in is parted before a list, a sentence or a quotation is broken for its sake (the order of faults), and has a
    // post of its own rather than the end of another part's.
    expect(parted).toBeLessThanOrEqual(Math.ceil(DRAFTS / 300));
  }, 3_600_000);
});
