import { ThreadmillError } from '../../threadmill-error.ts';
import { newId } from '../ids.ts';
import type { Lease, Leases } from '../journal.ts';
import { JournalError } from '../journal-error.ts';
import { type Owner, shownOwner } from '../owner.ts';
import type { PortsOf } from '../ports.ts';

/** What holding a lease needs. */
export type LeasePorts = PortsOf<Leases, 'clock' | 'owner'>;

/** How long a lease lasts after its last renewal: longer than any request may take. */
export const LEASE_MS = 120_000;

/** How often a lease is renewed: three renewals may fail before it expires. */
export const HEARTBEAT_MS = 30_000;

/** Another running process publishes for the account. */
export class AccountBusyError extends ThreadmillError {
  override readonly name = 'AccountBusyError';
  readonly kind = 'busy';
  readonly account: string;
  readonly owner: string;

  constructor(lease: Pick<Lease, 'account' | 'owner'>) {
    super(
      `Another threadmill (${shownOwner(lease.owner)}) is publishing for the account ${lease.account}. ` +
        'Nothing was sent from here; wait until it is done, then try again.',
    );
    this.account = lease.account;
    this.owner = lease.owner;
  }
}

/** A lease with a heartbeat that renews it until it is released. */
export type HeldLease = {
  readonly lease: Lease;
  /** Aborted if the lease could not be renewed: from then on nothing may be sent. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
};

/** Leases that a process no longer needs and could not release, because the journal was unreachable. */
const LEFT_BEHIND = new WeakMap<Owner, readonly Lease[]>();

/** Whether a lease is no longer used: its process is known to be dead, or is this one and done with it. */
export function isFree(owner: Owner, { owner: name, token }: Pick<Lease, 'owner' | 'token'>): boolean {
  return owner.isDead(name) || (LEFT_BEHIND.get(owner)?.some((left) => left.token === token) ?? false);
}

/** Releases the leases that this process could not release before. @throws JournalError */
export async function giveBackLeft({ journal, owner }: PortsOf<Leases, 'owner'>): Promise<void> {
  for (const lease of LEFT_BEHIND.get(owner) ?? []) {
    await journal.dropLease(lease);
    LEFT_BEHIND.set(
      owner,
      (LEFT_BEHIND.get(owner) ?? []).filter(({ token }) => token !== lease.token),
    );
  }
}

/**
 * Takes the account's lease and renews it. If its owner is known to be dead, the lease is taken over at once; otherwise it is
 * taken over once it expires.
 *
 * @throws AccountBusyError JournalError
 */
export async function holdLease(ports: LeasePorts, account: string): Promise<HeldLease> {
  const { journal, clock, owner } = ports;
  const lease = {
    account,
    token: newId(clock),
    owner: owner.name,
    expiresAt: clock.now() + LEASE_MS,
  };
  let held = await journal.takeLease(lease, clock.now());
  if (held.token !== lease.token && isFree(owner, held)) {
    held = await journal.takeLease(lease, clock.now(), held.token);
  }
  if (held.token !== lease.token) throw new AccountBusyError(held);

  const lost = new AbortController();
  const done = new AbortController();
  const beating = beat(ports, lease, lost, done.signal);
  // A bug in the heartbeat surfaces when the lease is released; until then nothing may be sent.
  beating.catch(() => lost.abort());
  return {
    lease,
    lost: lost.signal,
    release: async () => {
      done.abort();
      await beating;
      try {
        await journal.dropLease(lease);
      } catch (error) {
        LEFT_BEHIND.set(owner, [...(LEFT_BEHIND.get(owner) ?? []), lease]);
        throw error;
      }
    },
  };
}

/**
 * Runs work under the account's lease, and releases the lease afterwards. `stop` is aborted when the caller wants to stop, or
 * the lease is lost.
 *
 * @throws AccountBusyError JournalError, and what the work throws
 */
export async function underLease<T>(
  ports: LeasePorts,
  account: string,
  stop: AbortSignal | undefined,
  work: (held: HeldLease, stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const held = await holdLease(ports, account);
  let result: T;
  try {
    result = await work(held, AbortSignal.any([held.lost, ...(stop === undefined ? [] : [stop])]));
  } catch (error) {
    // The first failure is the one to report; a lease that can't be released expires.
    await held.release().catch(() => undefined);
    throw error;
  }
  await held.release().catch((error: unknown) => {
    // The work is done, so a lease that can't be released is harmless: it expires.
    if (!(error instanceof JournalError)) throw error;
  });
  return result;
}

/** How often to poll for a lease that another process holds briefly. */
const SOON_LOOK_MS = 50;

/**
 * Runs short work under a lease that others hold only briefly, and waits for it.
 *
 * @throws AccountBusyError if it is held for longer than `waitMs`
 * @throws JournalError, and what the work throws
 */
export async function underLeaseSoon<T>(
  ports: LeasePorts,
  name: string,
  waitMs: number,
  work: (held: HeldLease) => Promise<T>,
): Promise<T> {
  const end = ports.clock.now() + waitMs;
  for (;;) {
    try {
      return await underLease(ports, name, undefined, work);
    } catch (error) {
      if (!(error instanceof AccountBusyError) || error.account !== name || ports.clock.now() >= end)
        throw error;
      await ports.clock.sleep(SOON_LOOK_MS);
    }
  }
}

/** Planning takes moments; after this wait, report the conflict. */
const PLANNING_WAIT_MS = 10_000;

/** The lease under which an account's publications are planned. No account can have this name. */
const planningLease = (account: string): string => `#planning ${account}`;

/**
 * Runs short work that plans what is published for an account, and when. Only one process at a time plans, so that no draft is
 * frozen twice and no slot is assigned twice. Does not need the account's own lease: planning is possible while another process
 * publishes.
 *
 * @throws AccountBusyError if another process plans for the account for too long
 * @throws JournalError, and what the work throws
 */
export async function planningFor<T>(
  ports: LeasePorts,
  account: string,
  work: (held: HeldLease) => Promise<T>,
): Promise<T> {
  try {
    return await underLeaseSoon(ports, planningLease(account), PLANNING_WAIT_MS, work);
  } catch (error) {
    if (!(error instanceof AccountBusyError) || error.account !== planningLease(account)) throw error;
    throw new AccountBusyError({ account, owner: error.owner });
  }
}

async function beat(
  ports: PortsOf<Leases, 'clock'>,
  lease: Lease,
  lost: AbortController,
  done: AbortSignal,
): Promise<void> {
  let endsAt = lease.expiresAt;
  for (;;) {
    await ports.clock.sleep(HEARTBEAT_MS, done);
    if (done.aborted) return;
    const next = ports.clock.now() + LEASE_MS;
    try {
      if (!(await ports.journal.renewLease({ ...lease, expiresAt: next }))) {
        lost.abort();
        return;
      }
      endsAt = next;
    } catch (error) {
      // A journal that is briefly locked is no reason to stop while the lease is valid.
      if (!(error instanceof JournalError)) throw error;
      if (ports.clock.now() >= endsAt) {
        lost.abort();
        return;
      }
    }
  }
}
