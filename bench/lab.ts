import { parseArgs } from 'node:util';
import { habitsOf, runCheckouts } from '../test/lab/checkouts.ts';
import { type Fate, PUBLISH_FAULTS } from '../test/lab/faults.ts';
import type { SimProcess } from '../test/lab/process.ts';
import {
  type Mishap,
  planCalm,
  planRun,
  type RunReport,
  runMishap,
  runWorld,
  WRONGS,
} from '../test/lab/run.ts';
import { sqliteStore } from '../test/lab/sqlite-store.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'sqlite' },
    seed: { type: 'string' },
    /** Two checkouts of one project, each with a journal of its own, instead of workers that share one. */
    checkouts: { type: 'boolean', default: false },
    /** Shows every call of one mishap: `stallsAt:22`. */
    mishap: { type: 'string' },
  },
});

const isCheckouts = values.checkouts;

const total = { runs: 0, posts: 0, refusedByWindow: 0 };
const wrongs = new Map<string, number>();
const counts = new Map<string, number>();
let shown = 0;

function add(name: string, report: RunReport): void {
  total.runs += 1;
  total.posts += report.posts;
  total.refusedByWindow += report.refusedByWindow;
  for (const [what, count] of report.counts) counts.set(what, (counts.get(what) ?? 0) + count);
  for (const wrong of WRONGS) {
    const list = report[wrong];
    if (list.length === 0) continue;
    wrongs.set(wrong, (wrongs.get(wrong) ?? 0) + list.length);
    shown += 1;
    if (shown <= 12) console.log(`${name}: ${wrong}`, list.slice(0, 3));
  }
}

const known: SimProcess[] = [];
/** With one seed, every call is shown. */
function tell(process: SimProcess, name: string, facts: readonly unknown[], result: unknown): void {
  if (!known.includes(process)) known.push(process);
  const at = new Date(process.clock.now()).toISOString().slice(5, 19);
  const came =
    result instanceof Error ? `! ${result.name} ${result.message}` : (JSON.stringify(result) ?? '');
  console.log(
    `${known.indexOf(process)} ${at} ${name} ${JSON.stringify(facts).slice(0, 160)} ${came.slice(0, 160)}`,
  );
}

async function openStore(workers: number): Promise<Awaited<ReturnType<typeof sqliteStore>>> {
  if (values.engine !== 'postgres') return sqliteStore(workers);
  const { postgresStore } = await import('../test/lab/postgres-store.ts');
  return postgresStore(workers);
}

const began = performance.now();
const workers = Number(values.workers);
const seeds =
  values.seed === undefined
    ? Array.from({ length: Number(values.runs) }, (_, at) => Number(values.from) + at)
    : [Number(values.seed)];

/** Every single mishap of a thread of nine posts, each in a world of its own. */
async function explore(): Promise<void> {
  const stores = async (name: string, mishap: Mishap): Promise<RunReport> => {
    const store = await openStore(1);
    const report = await runMishap(store, planCalm('one', 9), mishap);
    add(name, report);
    await store.close();
    return report;
  };
  for (const [what, counted] of [
    ['diesAt', 'process death'],
    ['stallsAt', 'process stalled'],
  ] as const) {
    let points = 0;
    for (let step = 1; ; step += 1) {
      const report = await stores(`${what} ${step}`, { [what]: step });
      if (report.counts.get(counted) !== undefined) points += 1;
      else if (step > 130) break;
    }
    console.log(`${counted} at each of ${points} points of a thread of 9 posts.`);
  }
  for (const [name, , fate] of PUBLISH_FAULTS) {
    for (let before = 0; before < 9; before += 1) {
      const script: Fate[] = Array.from({ length: before }, () => ({ kind: 'ok' }));
      for (const skewMs of [0, 2 * 3_600_000, -2 * 3_600_000])
        await stores(`${name} at post ${before + 1}`, { script: [...script, fate(0.9)], skewMs });
    }
  }
  console.log(
    `Each of ${PUBLISH_FAULTS.length} faults at each of 9 posts, with the clock right, 2 h ahead and 2 h behind.`,
  );
}

if (values.mishap !== undefined) {
  const [what = '', step = '1'] = values.mishap.split(':');
  const store = await openStore(1);
  add(values.mishap, await runMishap(store, planCalm('one', 9), { [what]: Number(step) }, tell));
  await store.close();
  seeds.length = 0;
} else if (values.seed === undefined && values.from === '1' && !isCheckouts) await explore();
const explored = total.runs;
for (const seed of seeds) {
  if (seed % 500 === 0) console.error(`seed ${seed} …`);
  // Journals of its own, so that a seed says everything.
  const plan = planRun(seed, `s${seed}`);
  const trace = values.seed === undefined ? undefined : tell;
  const stores = isCheckouts ? [await openStore(1), await openStore(1)] : [await openStore(workers)];
  const [store] = stores;
  if (store === undefined) throw new Error('A world needs a journal.');
  add(
    `seed ${seed}`,
    isCheckouts
      ? { ...(await runCheckouts(stores, plan, habitsOf(seed), trace)), misbooked: [], refusedByWindow: 0 }
      : await runWorld(store, plan, trace),
  );
  for (const one of stores) await one.close();
}

if (values.engine === 'postgres') {
  const { stopPostgresStores } = await import('../test/lab/postgres-store.ts');
  await stopPostgresStores();
}

const seconds = (performance.now() - began) / 1_000;
console.log(
  `${explored} explored and ${total.runs - explored} random runs on ${values.engine} with ${workers} ${workers === 1 ? 'worker' : 'workers'}, ${total.posts} posts, in ${seconds.toFixed(0)} s.`,
);
for (const wrong of WRONGS) console.log(`  ${wrong.padEnd(12)} ${wrongs.get(wrong) ?? 0}`);
console.log('What happened on the way:');
for (const [what, count] of [...counts].sort(([, a], [, b]) => b - a))
  console.log(`  ${what.padEnd(32)} ${count}`);
console.log(`  ${'429s from full windows'.padEnd(32)} ${total.refusedByWindow}`);
if (wrongs.size > 0) process.exitCode = 1;
