import { PgBoss } from 'pg-boss';
import type { DuePublication, Publications } from '../publishing/journal.ts';
import { isPassing } from '../publishing/journal-error.ts';
import type { Ports, PortsOf } from '../publishing/ports.ts';
import { giveBackLeft } from '../publishing/sending/lease.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { type TakeOptions, takeDue } from './take-due.ts';

/** Options of a worker that shares its work through pg-boss. */
export type PgBossWorkerOptions = TakeOptions & {
  /** `postgres://…`: where pg-boss stores its jobs, in its own schema. */
  readonly databaseUrl: string;
  /** Translates a failure of that database to a JournalError; returns other errors unchanged. */
  readonly failureOf: (error: unknown) => unknown;
  /** @default threadmill_queue */
  readonly schema?: string;
  /** Accounts that this process publishes for concurrently. @default 8 */
  readonly accountsAtOnce?: number;
  /** How often publications that are nearly due are handed over, in ms. @default 5000 */
  readonly handOverEveryMs?: number;
};

const QUEUE = 'publications';
const SCHEMA = 'threadmill_queue';
const ACCOUNTS_AT_ONCE = 8;
const HAND_OVER_EVERY_MS = 5_000;
/**
 * A job whose worker died, or never learned that it has the job, is free again after this; until then its account waits.
 * Freeing it too early is harmless, because the account's lease decides.
 */
const HEARTBEAT_S = 20;
const SUPERVISED_EVERY_S = 15;
/** How often an unreachable database is retried. */
const AGAIN_MS = 1_000;

/**
 * How long before its time a publication is handed over. Until then it stays in the journal, on the due index, where it can be
 * moved and cancelled without involving the queue.
 */
const NEAR_MS = 60_000;

/** Publications per hand-over: more than all workers together begin before the next one. */
const HAND_OVER_AT_ONCE = 500;

/** A job only names the publication; the journal decides what to do with it. */
type Job = Pick<DuePublication, 'id' | 'account' | 'state'> & { readonly dueAt: EpochMs };

const hasAll = (value: unknown): value is Job =>
  typeof value === 'object' && value !== null && 'id' in value && 'account' in value && 'dueAt' in value;

/**
 * Runs the worker with pg-boss as its queue, in any number of processes, one publication at a time per account. Each hands over
 * what is nearly due, and processes the jobs that pg-boss assigns. Duplicate, late or lost jobs are harmless: the journal makes
 * each post go out once, and what is still due is handed over again.
 *
 * @throws JournalError if the journal can't be used at all
 */
export async function workThroughPgBoss(ports: Ports, options: PgBossWorkerOptions): Promise<void> {
  const { clock, journal } = ports;
  const { stop } = options;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    schema: options.schema ?? SCHEMA,
    schedule: false,
    superviseIntervalSeconds: SUPERVISED_EVERY_S,
    monitorIntervalSeconds: SUPERVISED_EVERY_S,
  });
  const every = options.handOverEveryMs ?? HAND_OVER_EVERY_MS;
  const pass = passing(options, every, clock);
  let said = { message: '', at: Number.NEGATIVE_INFINITY };
  boss.on('error', (error) => {
    // pg-boss copies a thrown error into a plain object.
    const thrown = error instanceof Error ? error : Object.assign(new Error(), error);
    const failure = options.failureOf(thrown);
    const told = failure instanceof Error ? failure : thrown;
    const now = clock.now();
    // Each of pg-boss's loops fails separately, once a second: one line in the log is enough for all.
    if (told.message === said.message && now - said.at < every) return;
    said = { message: told.message, at: now };
    options.tell({ type: 'trouble', error: told, retryAt: now + every });
  });
  const leftAlone = new Map<string, EpochMs>();
  let failure: { readonly error: unknown } | undefined;
  const ended = new AbortController();
  const anyEnd = AbortSignal.any([stop, ended.signal]);
  try {
    while (!(await pass(() => start(boss)))) {
      await clock.sleep(every, stop);
      if (stop.aborted) return;
    }
    await boss.work<Job>(
      QUEUE,
      { localConcurrency: options.accountsAtOnce ?? ACCOUNTS_AT_ONCE, pollingIntervalSeconds: 0.5 },
      async ([job]) => {
        if (job === undefined || !hasAll(job.data) || stop.aborted) return;
        // Taking it now would pause it until the user acts; left alone it is sent once sending is allowed.
        if ((await ports.killSwitch()) !== undefined) return;
        try {
          const until = await takeDue(ports, job.data, options);
          if (until === undefined) return;
          leftAlone.set(job.data.account, until);
          // A job that ends while the database is unreachable stays assigned until it expires, and keeps its account waiting. So
          // does the lease of the account.
          await answered(() => journal.nextDue(clock.now()), clock, stop);
          await giveBackLeft(ports);
        } catch (error) {
          failure ??= { error };
          ended.abort();
        }
      },
    );
    let forbiddenBy: string | undefined;
    while (!anyEnd.aborted) {
      const path = await ports.killSwitch();
      if (path !== forbiddenBy) options.tell({ type: 'kill-switch', path });
      forbiddenBy = path;
      if (path === undefined)
        await pass(async () => {
          await options.beforeLook?.();
          await handOver(boss, ports, leftAlone);
        });
      const now = clock.now();
      const next = await journal.nextDue(now + NEAR_MS).catch(nullIfPassing);
      await clock.sleep(Math.max(500, Math.min(every, next === null ? every : next - NEAR_MS - now)), anyEnd);
    }
  } finally {
    // Waits for the requests in flight; nothing else is begun. Jobs that can't be returned expire.
    await pass(() => boss.stop({ graceful: true, timeout: 120_000 }));
  }
  if (failure !== undefined) throw failure.error;
}

/** Starts pg-boss, which may have to create its tables first. */
async function start(boss: PgBoss): Promise<void> {
  await boss.start();
  // Exclusive by account: handing over an account that already has a job adds nothing.
  await boss.createQueue(QUEUE, { policy: 'exclusive' });
}

/** Runs database work; reports a temporary failure, so that it is retried, and returns `false`. */
function passing(
  { failureOf, tell }: PgBossWorkerOptions,
  everyMs: number,
  clock: Ports['clock'],
): (work: () => Promise<void>) => Promise<boolean> {
  return async (work) => {
    try {
      await work();
      return true;
    } catch (thrown) {
      const error = failureOf(thrown);
      if (!isPassing(error)) throw error;
      tell({ type: 'trouble', error, retryAt: clock.now() + everyMs });
      return false;
    }
  };
}

/** Waits until the journal answers again. */
async function answered(
  asked: () => Promise<unknown>,
  clock: Ports['clock'],
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await asked();
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
      await clock.sleep(AGAIN_MS, stop);
    }
  }
}

function nullIfPassing(error: unknown): null {
  if (isPassing(error)) return null;
  throw error;
}

/** Gives pg-boss the first nearly due publication of each account. */
async function handOver(
  boss: PgBoss,
  { journal, clock }: PortsOf<Publications, 'clock'>,
  leftAlone: Map<string, EpochMs>,
): Promise<void> {
  const now = clock.now();
  for (const [account, until] of leftAlone) if (until <= now) leftAlone.delete(account);
  const near = await journal.due(now + NEAR_MS, {
    limit: HAND_OVER_AT_ONCE,
    except: [...leftAlone.keys()],
  });
  const firsts = [...Map.groupBy(near, ({ account }) => account).values()].flatMap(([one]) => one ?? []);
  if (firsts.length === 0) return;
  await boss.insert(
    QUEUE,
    firsts.map((due) => ({
      data: { id: due.id, account: due.account, state: due.state, dueAt: due.dueAt } satisfies Job,
      singletonKey: due.account,
      startAfter: new Date(Math.max(due.dueAt, now)),
      // The journal decides about retries, not the queue.
      retryLimit: 0,
      heartbeatSeconds: HEARTBEAT_S,
      expireInSeconds: 3_600,
      deleteAfterSeconds: 3_600,
    })),
  );
}
