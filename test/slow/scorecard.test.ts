import { describe, expect, it } from 'vitest';
import { scorecard } from '../../bench/scorecard.ts';

/** Share of cuts at the end of a sentence or better. */
function wholeThoughts(kinds: Readonly<Record<string, number>>): number {
  const good = [
    'forced',
    'section',
    'paragraph',
    'item',
    'nested',
    'line',
    'sentence',
    'tied',
    'answer',
    'opening',
    'source',
  ];
  const all = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  return good.reduce((sum, kind) => sum + (kinds[kind] ?? 0), 0) / all;
}

describe.each(['tune', 'judge'] as const)('on the half of the corpus that is to %s', (half) => {
  it('no peer cuts as well', async () => {
    const [tidy, tight, ...peers] = await scorecard(half);
    if (tidy === undefined || tight === undefined) throw new Error('no scores');
    expect(peers).toHaveLength(3);
    for (const ours of [tidy, tight]) expect(ours).toMatchObject({ forbidden: 0, tooLong: 0, widows: 0 });
    for (const peer of peers) {
      expect(peer.forbidden).toBeGreaterThan(0);
      for (const ours of [tidy, tight]) {
        expect(ours.never).toBeLessThan(peer.never);
        expect(ours.shortest).toBeGreaterThan(peer.shortest);
        expect(ours.spread).toBeLessThan(peer.spread);
      }
      expect(tidy.agreement).toBeGreaterThan(peer.agreement);
      expect(wholeThoughts(tidy.kinds)).toBeGreaterThan(wholeThoughts(peer.kinds));
    }
    expect(wholeThoughts(tidy.kinds)).toBeGreaterThan(0.97);
  });
});
