import { expect, it } from 'vitest';
import { NO_WRONGS, planRun, runWorld, wrongsOf } from '../lab/run.ts';
import { sqliteStore } from '../lab/sqlite-store.ts';

/** How many worlds; `npm run lab` tries 20,000 of them. */
const RUNS = Number(process.env['LAB_RUNS'] ?? 1_000);

it(`loses, doubles, disorders and leaves behind nothing in ${RUNS} worlds of many faults`, async () => {
  for (let seed = 100; seed < 100 + RUNS; seed += 1) {
    const store = await sqliteStore(1 + (seed % 4));
    const report = await runWorld(store, planRun(seed, `s${seed}`));
    expect({ seed, ...wrongsOf(report) }).toEqual({ seed, ...NO_WRONGS });
    await store.close();
  }
});
