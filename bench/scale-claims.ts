import { EventEmitter } from 'node:events';
import { Logger, makeWorkerUtils, runOnce } from 'graphile-worker';
import { PgBoss } from 'pg-boss';
import type { Journal } from '../src/publishing/journal.ts';
import { LOOK_AT } from '../src/worker/worker.ts';
import { type Backlog, dueAt } from './scale-backlog.ts';

/** How long it took, in ms, once per claim. */
export type Claims = {
  readonly name: string;
  readonly fillSeconds: number;
  /** Finding what is due. */
  readonly found: readonly number[];
  /** Finding it and making it ours, on the disk. */
  readonly claimed: readonly number[];
  /** Looking when nothing is due any more, which is what a worker does nearly all of its time. */
  readonly idle: readonly number[];
};

/** How often is looked while nothing is due. */
const IDLE_LOOKS = 60;

async function idleLooks(look: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < IDLE_LOOKS; round += 1) {
    const start = performance.now();
    await look();
    times.push(performance.now() - start);
  }
  return times;
}

/** The value that `share` of the values do not pass. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Takes what is due as the worker does: looks, takes the account's lease. What comes after is not timed. */
export async function claimFromJournal(
  name: string,
  journal: Journal,
  backlog: Backlog,
  fillSeconds: number,
): Promise<Claims> {
  const found: number[] = [];
  const claimed: number[] = [];
  const { now } = backlog;
  for (let round = 0; round < backlog.due; round += 1) {
    const start = performance.now();
    const [due] = await journal.due(now, { limit: LOOK_AT });
    found.push(performance.now() - start);
    if (due === undefined) throw new Error('Nothing is due.');
    const lease = { account: due.account, token: `t${round}`, owner: 'bench', expiresAt: now + 60_000 };
    const held = await journal.takeLease(lease, now);
    claimed.push(performance.now() - start);
    if (held.token !== lease.token) throw new Error('The account is taken.');
    await journal.advance(due.id, { to: 'cancelled' }, now);
    await journal.dropLease(lease);
  }
  const idle = await idleLooks(() => journal.due(now, { limit: LOOK_AT }));
  return { name, fillSeconds, found, claimed, idle };
}

const BATCH = 10_000;

/** graphile-worker adds a large batch ever more slowly. */
const GRAPHILE_BATCH = 1_000;

/** The same backlog as jobs of pg-boss, fetched one by one. */
export async function claimFromPgBoss(url: string, backlog: Backlog): Promise<Claims> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue('publish');
  const began = performance.now();
  for (let from = 0; from < backlog.publications; from += BATCH) {
    const jobs = Array.from({ length: Math.min(BATCH, backlog.publications - from) }, (_, at) => ({
      data: { id: `p${from + at}` },
      startAfter: new Date(dueAt(backlog, from + at)),
    }));
    await boss.insert('publish', jobs);
  }
  const fillSeconds = (performance.now() - began) / 1_000;
  const claimed: number[] = [];
  for (let round = 0; round < backlog.due; round += 1) {
    const start = performance.now();
    const [job] = await boss.fetch('publish');
    claimed.push(performance.now() - start);
    if (job === undefined) throw new Error('pg-boss has nothing that is due.');
    await boss.complete('publish', job.id);
  }
  const idle = await idleLooks(() => boss.fetch('publish'));
  await boss.stop({ graceful: false });
  return { name: 'pg-boss, given all of it', fillSeconds, found: claimed, claimed, idle };
}

/** The same backlog as jobs of graphile-worker, taken one by one. */
export async function claimFromGraphile(url: string, backlog: Backlog): Promise<Claims> {
  const logger = new Logger(() => () => undefined);
  const utils = await makeWorkerUtils({ connectionString: url, logger });
  await utils.migrate();
  const began = performance.now();
  for (let from = 0; from < backlog.publications; from += GRAPHILE_BATCH) {
    const jobs = Array.from({ length: Math.min(GRAPHILE_BATCH, backlog.publications - from) }, (_, at) => ({
      identifier: 'publish',
      payload: { id: `p${from + at}` },
      runAt: new Date(dueAt(backlog, from + at)),
    }));
    await utils.addJobs(jobs);
  }
  const fillSeconds = (performance.now() - began) / 1_000;
  await utils.release();
  const claimed: number[] = [];
  const events = new EventEmitter();
  let start = 0;
  events.on('worker:getJob:start', () => {
    start = performance.now();
  });
  events.on('job:start', () => claimed.push(performance.now() - start));
  const idle: number[] = [];
  events.on('worker:getJob:empty', () => idle.push(performance.now() - start));
  const once = () =>
    runOnce({
      connectionString: url,
      logger,
      events,
      concurrency: 1,
      taskList: { publish: async () => undefined },
    });
  for (let round = 0; round < IDLE_LOOKS; round += 1) await once();
  return { name: 'graphile-worker, given all of it', fillSeconds, found: claimed, claimed, idle };
}
