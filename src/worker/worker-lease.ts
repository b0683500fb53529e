import { isPassing, JournalError } from '../publishing/journal-error.ts';
import { shownOwner } from '../publishing/owner.ts';
import type { Ports } from '../publishing/ports.ts';
import { AccountBusyError, type HeldLease, holdLease, type LeasePorts } from '../publishing/sending/lease.ts';
import { ThreadmillError } from '../threadmill-error.ts';

/** The lease of the one worker of an embedded journal. No account can have this name. */
export const WORKER_LEASE = '#worker';

/** The processes that are at work on the journal, in words for a person; those known to be dead left out. */
export async function workersAtWork({ journal, clock, owner }: LeasePorts): Promise<string[]> {
  const held = await journal.leases(clock.now());
  const workers = held.filter(
    (lease) =>
      (lease.account === WORKER_LEASE || lease.account.startsWith(MANY)) && !owner.isDead(lease.owner),
  );
  return workers.map((lease) => shownOwner(lease.owner));
}

/** How often one who waits looks whether the other worker has gone. */
const LOOK_MS = 5_000;

/** What the leases of workers that share a journal begin with: each has one of its own, so that it is seen. */
const MANY = `${WORKER_LEASE} `;

/** Another living worker is at work on the journal. */
export class WorkerBusyError extends ThreadmillError {
  override readonly name = 'WorkerBusyError';
  readonly kind = 'busy';
  readonly owner: string;

  constructor(owner: string) {
    super(
      `Another worker (${shownOwner(owner)}) is at work for this project, and one is enough. ` +
        'To stand by and take over when it ends: threadmill run --wait',
    );
    this.owner = owner;
  }
}

/** How a worker comes to its place. */
export type PlaceOptions = {
  readonly stop: AbortSignal;
  /** Waits for another worker to end, or to die, rather than give up. */
  readonly wait: boolean;
  /** Told once, where another worker has to be waited for. */
  readonly onWait: (owner: string) => void;
};

async function place(ports: Ports, { stop, wait, onWait }: PlaceOptions): Promise<HeldLease | undefined> {
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
 * Does a worker's work as the only one on an embedded journal, kept alive by a heartbeat. A worker that died is
 * followed at once, one that gives no sign of life after two minutes.
 *
 * @throws WorkerBusyError where another is at work, and is not to be waited for
 * @throws JournalError `lease-lost` where another has taken over; and what the work throws
 */
export async function asOnlyWorker(
  ports: Ports,
  options: PlaceOptions,
  work: (stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const held = await place(ports, options);
  if (held === undefined) return;
  try {
    await work(AbortSignal.any([options.stop, held.lost]));
  } catch (error) {
    // The first failure is the one to tell; a lease that can't be given back ends by itself.
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
 * Does a worker's work on a journal that others work on too. Its lease keeps nobody out: it shows that somebody is at
 * work, to `status` and to whoever wants to move the journal. One that ended while the journal could not be reached is
 * taken anew.
 *
 * @throws JournalError, and what the work throws
 */
export async function asOneOfMany(ports: Ports, work: () => Promise<void>): Promise<void> {
  const name = `${MANY}${ports.owner.name}`;
  const ended = new AbortController();
  const shown = keepShown(ports, name, await holdLease(ports, name), ended.signal);
  // A bug here shows at the end, after the work.
  shown.catch(() => undefined);
  try {
    await work();
  } finally {
    ended.abort();
    const last = await shown;
    // What the work came to is the one thing to tell; a lease that can't be given back ends by itself.
    await last.release().catch(() => undefined);
  }
}

/** Holds a lease until `ended`, and takes it anew where it was lost. */
async function keepShown(
  ports: Ports,
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
