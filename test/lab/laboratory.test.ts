import { describe, expect, it } from 'vitest';
import { type Fate, PUBLISH_FAULTS } from './faults.ts';
import {
  type Mishap,
  NO_WRONGS,
  planCalm,
  planRun,
  type RunReport,
  runMishap,
  runWorld,
  wrongsOf,
} from './run.ts';
import { sqliteStore } from './sqlite-store.ts';

const HOURS = 3_600_000;

async function mishap(facts: Mishap, posts: number): Promise<RunReport> {
  const store = await sqliteStore(1);
  const report = await runMishap(store, planCalm('one', posts), facts);
  await store.close();
  return report;
}

// Longer threads die in test/slow/laboratory.test.ts, and those of Bluesky and Mastodon in test/slow/laboratory-clients.test.ts.
describe('a thread of three posts, with the journal in a real file', () => {
  it('goes out once and in order, wherever its process dies', async () => {
    let deaths = 0;
    for (let step = 1; ; step += 1) {
      const report = await mishap({ diesAt: step }, 3);
      expect(wrongsOf(report), `died at step ${step}`).toEqual(NO_WRONGS);
      if (!report.counts.has('process death')) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(40);
  }, 180_000);

  it.each(PUBLISH_FAULTS)('goes out once and in order after: %s', async (_name, _weight, fate) => {
    for (let before = 0; before < 3; before += 1) {
      const script: Fate[] = Array.from({ length: before }, () => ({ kind: 'ok' }));
      // The clock is right, ahead, or behind.
      const skewMs = ([0, 2, -2][before] ?? 0) * HOURS;
      expect(wrongsOf(await mishap({ script: [...script, fate(0.9)], skewMs }, 3))).toEqual(NO_WRONGS);
    }
  });
});

describe('worlds in which many things go wrong at once', () => {
  it.each([
    [1, 6],
    [2, 4],
  ])(
    'lose, double, disorder and leave behind nothing, with %i workers (%i of them)',
    async (workers, runs) => {
      for (let seed = 1; seed <= runs; seed += 1) {
        const store = await sqliteStore(workers);
        expect(wrongsOf(await runWorld(store, planRun(seed, `s${seed}`))), `seed ${seed}`).toEqual(NO_WRONGS);
        await store.close();
      }
    },
    180_000,
  );

  it.each([
    [243, 'a replayed response names a newer post of another thread'],
    [8595, 'a replayed response names a post whose receipt could not be kept'],
    [16562, 'the clock is set back between the names of two posts of one thread on Bluesky'],
    [18796, 'a look that is not sure leaves the names of the later posts as they were sent'],
  ])('are whole in world %i: %s', async (seed) => {
    const store = await sqliteStore(1);
    expect(wrongsOf(await runWorld(store, planRun(seed, `s${seed}`)))).toEqual(NO_WRONGS);
    await store.close();
  });

  it('are the same whenever they are run', async () => {
    const [one, two] = await Promise.all(
      [1, 1].map(async () => {
        const store = await sqliteStore(1);
        const report = await runWorld(store, planRun(7, 's7'));
        await store.close();
        return report;
      }),
    );
    expect(one).toEqual(two);
  });

  it('reports posts that are doubled, lost and misbooked', async () => {
    const store = await sqliteStore(1);
    // A journal that keeps neither intents nor receipts, and says that no post of the account is newer than what it knows.
    const lies: Record<string, () => Promise<unknown>> = {
      intend: async () => undefined,
      receive: async () => undefined,
      newestPosts: async () => ['9999999999999999999'],
    };
    const liar = new Proxy(store.journals[0] ?? {}, {
      get: (target, name) => lies[String(name)] ?? Reflect.get(target, name, target),
    }) as (typeof store.journals)[number];
    const report = await runMishap({ ...store, journals: [liar] }, planCalm('one', 3), {});
    expect(report).toMatchObject({
      lost: ['one-a-0 2 of 3', 'one-a-0 3 of 3'],
      doubled: [expect.stringMatching(/^one-a-0 1 of 3 \(\d+ times\)$/)],
      stuck: [expect.stringContaining('one-a-0')],
      misbooked: [expect.stringContaining('one-a')],
    });
    await store.close();
  });
});
