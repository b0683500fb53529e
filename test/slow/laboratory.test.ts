import { expect, it } from 'vitest';
import { NO_WRONGS, planCalm, planRun, runMishap, runWorld, wrongsOf } from '../lab/run.ts';
import { sqliteStore } from '../lab/sqlite-store.ts';

/** How many worlds; `npm run lab` tries 20,000 of them. */
const RUNS = Number(process.env['LAB_RUNS'] ?? 1_000);

it(`loses, doubles, disorders and leaves behind nothing in ${RUNS} worlds of many faults`, async () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const store = await sqliteStore(1 + (seed % 4));
    const report = await runWorld(store, planRun(seed, `s${seed}`));
    expect({ seed, ...wrongsOf(report) }).toEqual({ seed, ...NO_WRONGS });
    await store.close();
  }
});

it.each([
  ['x', 9, 100],
  ['bluesky', 4, 20],
  ['mastodon', 4, 20],
] as const)(
  'sends a thread on %s of %i posts once and in order, wherever its process dies',
  async (network, posts, least) => {
    let deaths = 0;
    for (let step = 1; ; step += 1) {
      const store = await sqliteStore(1);
      const instance = { keys: 'forgotten', limit: undefined } as const;
      const report = await runMishap(
        store,
        { ...planCalm('one', posts, network), instance },
        { diesAt: step },
      );
      await store.close();
      expect(wrongsOf(report), `died at step ${step}`).toEqual(NO_WRONGS);
      if (!report.counts.has('process death')) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(least);
  },
);

it('sends a thread once and in order, wherever its process stands still and another takes over', async () => {
  let stalls = 0;
  for (let step = 1; step <= 65; step += 1) {
    const store = await sqliteStore(1);
    const report = await runMishap(store, planCalm('one', 4), { stallsAt: step });
    await store.close();
    expect(wrongsOf(report), `stood still after step ${step}`).toEqual(NO_WRONGS);
    if (report.counts.has('process stalled')) stalls += 1;
  }
  expect(stalls).toBeGreaterThan(25);
});
