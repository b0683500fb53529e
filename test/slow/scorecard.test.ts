import { describe, expect, it } from 'vitest';
import { behind, scorecard } from '../../bench/scorecard.ts';

/** Peers that stay within the limit and never cut at a forbidden place. */
const LAWFUL = 'greedy, legal cuts only';

describe.each(['tune', 'judge'] as const)('on the half of the corpus that is to %s', (half) => {
  it('no peer cuts as well', async () => {
    const [tidy, tight, ...peers] = await scorecard(half);
    if (tidy === undefined || tight === undefined) throw new Error('no scores');
    expect(peers).toHaveLength(4);
    const lost = behind(tidy, peers).map((line) => line.split(':')[0]);
    // A peer that never fills a post past a paragraph mixes none, and makes a twelfth more posts.
    expect(['posts', 'tailsWithHeads']).toEqual(expect.arrayContaining(lost));
    expect(tidy.faults.leadIns).toBe(0);
    expect(tidy.faults.tailsWithHeads).toBeLessThanOrEqual(0.01 * tidy.posts);
    for (const ours of [tidy, tight]) expect(ours).toMatchObject({ forbidden: 0, tooLong: 0, widows: 0 });
    expect(tidy.atSentence).toBeGreaterThan(0.97);
    for (const peer of peers) {
      // It may end a post on a lead-in, and `tight` may not: that is worth one post.
      if (peer.name === LAWFUL) expect(tight.posts).toBeLessThanOrEqual(peer.posts + 1);
      else expect(peer.forbidden).toBeGreaterThan(0);
      expect(tidy.never).toBeLessThan(peer.never);
      // In the fewest posts possible, one more cut where the editor would never cut is chance.
      expect(tight.never).toBeLessThanOrEqual(peer.never);
      for (const ours of [tidy, tight]) {
        expect(ours.shortest).toBeGreaterThan(peer.shortest);
        expect(ours.spread).toBeLessThan(peer.spread);
      }
    }
  });
});
