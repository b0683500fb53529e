import { afterAll, expect, it } from 'vitest';
import { postgresStore, stopPostgresStores } from '../lab/postgres-store.ts';
import { NO_WRONGS, planRun, runWorld, wrongsOf } from '../lab/run.ts';

/** How many worlds; `npm run lab -- --engine postgres --workers 4` tries as many as it is told. */
const RUNS = Number(process.env['LAB_RUNS'] ?? 150);

afterAll(stopPostgresStores);

it(`loses, doubles, disorders and leaves behind nothing in ${RUNS} worlds of four workers on PostgreSQL`, async () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const store = await postgresStore(4);
    const report = await runWorld(store, planRun(seed, `s${seed}`));
    expect({ seed, ...wrongsOf(report) }).toEqual({ seed, ...NO_WRONGS });
    await store.close();
  }
});
