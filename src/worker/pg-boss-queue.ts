import { PgBoss } from 'pg-boss';
import type { DuePublication } from '../publishing/journal.ts';
import { JournalError } from '../publishing/journal-error.ts';
import type { Ports } from '../publishing/ports.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { type TakeOptions, takeDue } from './take-due.ts';

/** How a worker works that shares its work through pg-boss. */
export type PgBossWorkerOptions = TakeOptions & {
  /** `postgres://…`: where pg-boss keeps its jobs, in a schema of its own. */
  readonly databaseUrl: string;
  /** @default threadmill_queue */
  readonly schema?: string;
  /** Accounts that publish side by side, in this process. @default 8 */
  readonly accountsAtOnce?: number;
  /** How often what is near due is handed over, in ms. @default 5000 */
  readonly handOverEveryMs?: number;
};

const QUEUE = 'publications';
const SCHEMA = 'threadmill_queue';
const ACCOUNTS_AT_ONCE = 8;
const HAND_OVER_EVERY_MS = 5_000;

/**
 * How far ahead of its time a publication is handed over. All else stays in the journal, on its due index, where it can be
 * moved and cancelled without a word to the queue.
 */
const NEAR_MS = 60_000;

/** Publications a hand-over: more than all workers together begin until the next one. */
const HAND_OVER_AT_ONCE = 500;

/** A job says only what to look at; the journal says what becomes of it. */
type Job = Pick<DuePublication, 'id' | 'account' | 'state'> & { readonly dueAt: EpochMs };

const hasAll = (value: unknown): value is Job =>
  typeof value === 'object' && value !== null && 'id' in value && 'account' in value && 'dueAt' in value;

/**
 * The worker with pg-boss as its queue, in as many processes as one likes, one publication at a time per account. Each
 * hands over what is near due, and takes what pg-boss gives it. A job that comes twice, late, or not at all does no harm:
 * the journal makes each post go out once, and what is still due is handed over again.
 *
 * @throws JournalError where the journal can't be used at all
 */
export async function workThroughPgBoss(ports: Ports, options: PgBossWorkerOptions): Promise<void> {
  const { clock, journal } = ports;
  const { stop } = options;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    schema: options.schema ?? SCHEMA,
    schedule: false,
  });
  const every = options.handOverEveryMs ?? HAND_OVER_EVERY_MS;
  boss.on('error', (error) => options.tell({ type: 'trouble', error, retryAt: clock.now() + every }));
  await boss.start();
  const leftAlone = new Map<string, EpochMs>();
  let failure: { readonly error: unknown } | undefined;
  const ended = new AbortController();
  const anyEnd = AbortSignal.any([stop, ended.signal]);
  try {
    // Exclusive by account: whoever hands over an account that has a job already adds nothing.
    await boss.createQueue(QUEUE, { policy: 'exclusive' });
    await boss.work<Job>(
      QUEUE,
      { localConcurrency: options.accountsAtOnce ?? ACCOUNTS_AT_ONCE, pollingIntervalSeconds: 0.5 },
      async ([job]) => {
        if (job === undefined || !hasAll(job.data) || stop.aborted) return;
        // Taken from here it would be paused until a person acts; left alone it goes out when sending is allowed.
        if ((await ports.killSwitch()) !== undefined) return;
        try {
          const until = await takeDue(ports, job.data, options);
          if (until !== undefined) leftAlone.set(job.data.account, until);
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
      if (path === undefined) await handOver(boss, ports, leftAlone, options);
      const now = clock.now();
      const next = await journal.nextDue(now + NEAR_MS).catch(passing);
      await clock.sleep(Math.max(500, Math.min(every, next === null ? every : next - NEAR_MS - now)), anyEnd);
    }
  } finally {
    // Waits for the requests in flight; nothing else is begun.
    await boss.stop({ graceful: true, timeout: 120_000 });
  }
  if (failure !== undefined) throw failure.error;
}

function passing(error: unknown): null {
  if (error instanceof JournalError && ['locked', 'full', 'io'].includes(error.reason)) return null;
  throw error;
}

/** Gives pg-boss the first near-due publication of each account. */
async function handOver(
  boss: PgBoss,
  { journal, clock }: Ports,
  leftAlone: Map<string, EpochMs>,
  { tell }: TakeOptions,
): Promise<void> {
  const now = clock.now();
  for (const [account, until] of leftAlone) if (until <= now) leftAlone.delete(account);
  try {
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
        // What fails is handed over again by the journal's word, not by the queue's.
        retryLimit: 0,
        // A worker that died keeps its account from the others for no longer than its lease does.
        heartbeatSeconds: 60,
        expireInSeconds: 3_600,
        deleteAfterSeconds: 3_600,
      })),
    );
  } catch (error) {
    passing(error);
    if (error instanceof Error) tell({ type: 'trouble', error, retryAt: now + HAND_OVER_EVERY_MS });
  }
}
