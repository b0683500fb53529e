import { expect, it } from 'vitest';
import { NETWORK_IDS } from '../../src/drafts/network-id.ts';
import { type CheckoutsReport, type GitHabits, habitsOf, runCheckouts } from './checkouts.ts';
import { CALM } from './faults.ts';
import { planCalm, planRun } from './run.ts';
import { sqliteStore } from './sqlite-store.ts';
import type { WorldPlan } from './world.ts';

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
    for (let seed = 1; seed <= 6; seed += 1) {
      const plan = { ...planCalm('one', 4, network, seed), rates: { ...CALM, death: 0.04 } };
      const result = await report(plan, { push, pull: 0.5, gapMs: 10 * MINUTE });
      expect(wrongsOf(result), `seed ${seed}`).toEqual(NO_WRONGS);
    }
  },
  60_000,
);

it('two checkouts send everything once, whatever fails on the way', async () => {
  let pushed = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const result = await report(planRun(seed, `s${seed}`), habitsOf(seed));
    expect(wrongsOf(result), `seed ${seed}`).toEqual(NO_WRONGS);
    pushed += result.counts.get('pushed') ?? 0;
  }
  expect(pushed).toBeGreaterThan(20);
}, 240_000);
