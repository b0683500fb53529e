import { describe, expect, it } from 'vitest';
import type { Fate } from '../lab/faults.ts';
import { BLUESKY_FAULTS, MASTODON_FAULTS } from '../lab/http-faults.ts';
import { type Mishap, NO_WRONGS, planCalm, type RunReport, runMishap, wrongsOf } from '../lab/run.ts';
import { sqliteStore } from '../lab/sqlite-store.ts';

const HOURS = 3_600_000;

describe.each([
  ['bluesky', BLUESKY_FAULTS],
  ['mastodon', MASTODON_FAULTS],
] as const)('a thread on %s, by the real client', (network, faults) => {
  const instance = { keys: 'forgotten', limit: undefined } as const;
  const run = async (posts: number, facts: Mishap): Promise<RunReport> => {
    const store = await sqliteStore(1);
    const report = await runMishap(store, { ...planCalm('one', posts, network), instance }, facts);
    await store.close();
    return report;
  };

  it('goes out once and in order, wherever its process dies', async () => {
    let deaths = 0;
    for (let step = 1; ; step += 1) {
      const report = await run(2, { diesAt: step });
      expect(wrongsOf(report), `died at step ${step}`).toEqual(NO_WRONGS);
      if (!report.counts.has('process death')) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(20);
  });

  it.each(faults)('goes out once and in order after: %s', async (_name, _weight, fate) => {
    for (const [before, hours] of [
      [0, 2],
      [1, -2],
    ] as const) {
      const script: Fate[] = Array.from({ length: before }, () => ({ kind: 'ok' }));
      const facts = { script: [...script, fate(0.9)], skewMs: hours * HOURS };
      expect(wrongsOf(await run(3, facts))).toEqual(NO_WRONGS);
    }
  });
});
