import { isPassing, JournalError } from '../publishing/journal-error.ts';
import { shownOwner } from '../publishing/owner.ts';
import { AccountBusyError, type HeldLease, holdLease, type LeasePorts } from '../publishing/sending/lease.ts';
import { ThreadmillError } from '../threadmill-error.ts';

/** The lease of the single worker of an embedded journal. No account can have this name. */
export const WORKER_LEASE = '#worker';

/** Lists the processes that work on the journal, in words for the user, except those known to be dead. */
export async function workersAtWork({ journal, clock, owner }: LeasePorts): Promise<string[]> {
  const held = await journal.leases(clock.now());
  const workers = held.filter(
    (lease) =>
      (lease.account === WORKER_LEASE || lease.account.startsWith(MANY)) && !owner.isDead(lease.owner),
  );
  return workers.map((lease) => shownOwner(lease.owner));
}

/** How often a waiting worker checks whether the other one has ended. */
const LOOK_MS = 5_000;

/** The prefix of leases of workers that share a journal: each has its own, so that it is visible. */
const MANY = `${WORKER_LEASE} `;

/** Another running worker uses the journal. */
export class WorkerBusyError extends ThreadmillError {
  override readonly name = 'WorkerBusyError';
  readonly kind = 'busy';
  readonly owner: string;

  constructor(owner: string) {
    super(
      `Another worker (${shownOwner(owner)}) is already running for this project. ` +
        'To wait and take over when it ends: threadmill run --wait',
    );
    this.owner = owner;
  }
}

/** How a worker gets its lease. */
export type PlaceOptions = {
  readonly stop: AbortSignal;
  /** Waits for another worker to end or die instead of failing. */
  readonly wait: boolean;
  /** Called once if another worker must be waited for. */
  readonly onWait: (owner: string) => void;
};

async function place(
  ports: LeasePorts,
  { stop, wait, onWait }: PlaceOptions,
): Promise<HeldLease | undefined> {
  for (let looks = 0; !stop.aborted; looks += 1) {
    try {
      return await holdLease(ports, WORKER_LEASE);
    } catch (error) {
      if (!(error instanceof AccountBusyError)) throw error;
      if (!wait) throw new WorkerBusyError(error.owner);
      if (looks === 0) onWait(error.owner);
      await ports.clock.sleep(LOOK_MS, stop);
    }
  }
  return undefined;
}

/**
 * Runs a worker's work as the only one on an embedded journal, under a lease with a heartbeat. A dead worker's lease is taken
 * over at once, otherwise it expires after two minutes.
 *
 * @throws WorkerBusyError if another worker runs, and `wait` is not set
 * @throws JournalError `lease-lost` if another worker has taken over; and what the work throws
 */
export async function asOnlyWorker(
  ports: LeasePorts,
  options: PlaceOptions,
  work: (stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const held = await place(ports, options);
  if (held === undefined) return;
  try {
    await work(AbortSignal.any([options.stop, held.lost]));
  } catch (error) {
    // The first failure is the one to report; a lease that can't be released expires.
    await held.release().catch(() => undefined);
    throw error;
  }
  const isLost = held.lost.aborted;
  await held.release();
  if (isLost)
    throw new JournalError(
      'lease-lost',
      'Another worker has taken over; this one stopped, and lost nothing.',
    );
}

/**
 * Runs a worker's work on a journal that others use too. Its lease excludes nobody: it shows `status`, and anyone who wants to
 * move the journal, that a worker is running. If it expires while the journal is unreachable, it is taken again.
 *
 * @throws JournalError, and what the work throws
 */
export async function asOneOfMany(ports: LeasePorts, work: () => Promise<void>): Promise<void> {
  const name = `${MANY}${ports.owner.name}`;
  const ended = new AbortController();
  const shown = keepShown(ports, name, await holdLease(ports, name), ended.signal);
  // A bug here is reported at the end, after the work.
  shown.catch(() => undefined);
  try {
    await work();
  } finally {
    ended.abort();
    const last = await shown;
    // The work's own result is the one to report; a lease that can't be released expires.
    await last.release().catch(() => undefined);
  }
}

/** Holds a lease until `ended`, and takes it again if it was lost. */
async function keepShown(
  ports: LeasePorts,
  name: string,
  first: HeldLease,
  ended: AbortSignal,
): Promise<HeldLease> {
  let held = first;
  while (!ended.aborted) {
    await ports.clock.sleep(LOOK_MS, ended);
    if (!held.lost.aborted || ended.aborted) continue;
    try {
      held = await holdLease(ports, name);
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }
  return held;
}
