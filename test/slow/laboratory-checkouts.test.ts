import { expect, it } from 'vitest';
import { NETWORK_IDS } from '../../src/drafts/network-id.ts';
import {
  type CheckoutsReport,
  type GitHabits,
  habitsOf,
  runCheckouts,
  runHandover,
} from '../lab/checkouts.ts';
import { CALM } from '../lab/faults.ts';
import { planCalm, planRun } from '../lab/run.ts';
import { sqliteStore } from '../lab/sqlite-store.ts';
import type { WorldPlan } from '../lab/world.ts';

const MINUTE = 60_000;

const NO_WRONGS = { lost: [], doubled: [], disordered: [], stuck: [], guessed: [], bugs: [] };

async function report(plan: WorldPlan, habits: GitHabits): Promise<CheckoutsReport> {
  const stores = [await sqliteStore(1), await sqliteStore(1)];
  const result = await runCheckouts(stores, plan, habits);
  for (const store of stores) await store.close();
  return result;
}

function wrongsOf({ lost, doubled, disordered, stuck, guessed, bugs }: CheckoutsReport): typeof NO_WRONGS {
  return { lost, doubled, disordered, stuck, guessed, bugs } as typeof NO_WRONGS;
}

it.each(NETWORK_IDS.flatMap((network) => [0, 0.3, 1].map((push) => [network, push] as const)))(
  'two checkouts send a thread on %s once, with receipts pushed at %d of the turns',
  async (network, push) => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const plan = { ...planCalm('one', 4, network, seed), rates: { ...CALM, death: 0.04 } };
      const result = await report(plan, { push, pull: 0.5, gapMs: 10 * MINUTE });
      expect(wrongsOf(result), `seed ${seed}`).toEqual(NO_WRONGS);
    }
  },
  60_000,
);

it('two checkouts send everything once, whatever fails on the way', async () => {
  let pushed = 0;
  for (let seed = 1; seed <= 8; seed += 1) {
    const result = await report(planRun(seed, `s${seed}`), habitsOf(seed));
    expect(wrongsOf(result), `seed ${seed}`).toEqual(NO_WRONGS);
    pushed += result.counts.get('pushed') ?? 0;
  }
  expect(pushed).toBeGreaterThan(3);
}, 240_000);

// In 2069, the other checkout gave the rest of a thread new names. In 2193, it sent records hours after it had named them.
it.each([2069, 2193])('two checkouts send nothing twice under another name (world %d)', async (seed) => {
  const result = await report(planRun(seed, `s${seed}`), habitsOf(seed));
  expect(wrongsOf(result)).toEqual(NO_WRONGS);
});

/** The steps from the first look of a process to the end of its thread. */
const STEPS = Array.from({ length: 46 }, (_, at) => 30 + at);

it.each(NETWORK_IDS)(
  'a thread on %s that a checkout finishes hours later is sent once, wherever its process died',
  async (network) => {
    let deaths = 0;
    for (const diesAt of STEPS) {
      const plan = { ...planCalm('one', 3, network, diesAt), threads: { a: [3, 2] } };
      const stores = [await sqliteStore(1), await sqliteStore(1)];
      const result = await runHandover(stores, plan, diesAt);
      for (const store of stores) await store.close();
      expect(wrongsOf(result), `died at step ${diesAt}`).toEqual(NO_WRONGS);
      deaths += result.counts.get('process death') ?? 0;
    }
    expect(deaths).toBeGreaterThan(25);
  },
  60_000,
);
