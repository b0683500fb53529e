import type { Publications } from '../publishing/journal.ts';
import { isPassing } from '../publishing/journal-error.ts';
import type { PortsOf, SendingPorts } from '../publishing/ports.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { type TakeOptions, takeDue } from './take-due.ts';

/** Options of a worker. */
export type WorkerOptions = TakeOptions & {
  /** Ends as soon as nothing is due, for cron. */
  readonly once?: boolean;
  /** How often it looks for publications that other processes scheduled, in ms. @default 5000 */
  readonly lookEveryMs?: number;
  /** Accounts published for concurrently. @default 24 */
  readonly accountsAtOnce?: number;
  /** Other workers share the journal: each starts with different accounts, so that they rarely collide. @default false */
  readonly amongOthers?: boolean;
};

/**
 * A small machine's network and memory can handle this many, each with one request at a time and an image or two: most of the
 * time is spent waiting for responses, and agencies like to post on the hour.
 */
const ACCOUNTS_AT_ONCE = 24;
const LOOK_EVERY_MS = 5_000;

/** Rows per look: the first free account is among them, and the next look finds the others. */
export const LOOK_AT = 16;

/** Rows per look if the work is shared: enough accounts for several workers to find different ones. */
const LOOK_AT_AMONG_OTHERS = 256;

/**
 * Runs the worker: finds due publications by the journal's due index and sends them, one at a time per account, accounts
 * concurrently, until it is stopped; then it finishes the request in flight, and begins nothing else. The journal guarantees
 * that each post goes out once, with any number of workers.
 *
 * @throws JournalError if the journal can't be used at all
 */
export async function work(ports: SendingPorts, options: WorkerOptions): Promise<void> {
  const { clock } = ports;
  const lanes = new Map<string, Promise<void>>();
  const leftAlone = new Map<string, EpochMs>();
  let wake = new AbortController();
  let failure: { readonly error: unknown } | undefined;
  let forbiddenBy: string | undefined;

  const begin = (due: Parameters<typeof takeDue>[1]): void => {
    const { account } = due;
    const run = takeDue(ports, due, options)
      .then((until) => {
        if (until !== undefined) leftAlone.set(account, until);
      })
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => {
        lanes.delete(account);
        wake.abort();
      });
    lanes.set(account, run);
  };

  /** Begins what can be begun now; returns false if there was nothing. */
  const look = async (): Promise<boolean> => {
    const path = await ports.killSwitch();
    if (path !== forbiddenBy) options.tell({ type: 'kill-switch', path });
    forbiddenBy = path;
    if (path !== undefined) return false;
    await options.beforeLook?.();
    const now = clock.now();
    for (const [account, until] of leftAlone) if (until <= now) leftAlone.delete(account);
    const limit = options.amongOthers === true ? LOOK_AT_AMONG_OTHERS : LOOK_AT;
    let isAnythingBegun = false;
    for (;;) {
      const room = (options.accountsAtOnce ?? ACCOUNTS_AT_ONCE) - lanes.size;
      if (room <= 0 || options.stop.aborted) return isAnythingBegun;
      const except = [...lanes.keys(), ...leftAlone.keys()];
      const due = await ports.journal.due(now, { limit, except });
      const firsts = [...Map.groupBy(due, ({ account }) => account).values()].flatMap(([one]) => one ?? []);
      if (options.amongOthers === true) shuffle(firsts, clock.random);
      for (const one of firsts.slice(0, room)) begin(one);
      isAnythingBegun ||= firsts.length > 0;
      // A full page may belong to one account only; there may be others behind it.
      if (due.length < limit) return isAnythingBegun;
    }
  };

  /** Does what `look` does, but retries after a temporary failure of the journal. */
  const lookAgain = async (): Promise<boolean> => {
    try {
      return await look();
    } catch (error) {
      if (!isPassing(error) || options.once === true) throw error;
      options.tell({ type: 'trouble', error, retryAt: clock.now() + LOOK_EVERY_MS });
      return false;
    }
  };

  try {
    while (!options.stop.aborted && failure === undefined) {
      wake = new AbortController();
      const found = await lookAgain();
      if (!found && lanes.size === 0 && options.once === true) break;
      if (wake.signal.aborted) continue;
      await clock.sleep(await untilNext(ports, options), AbortSignal.any([options.stop, wake.signal]));
    }
  } finally {
    await Promise.all(lanes.values());
  }
  if (failure !== undefined) throw failure.error;
}

/** Shuffles a list (Fisher and Yates). */
function shuffle<T>(list: T[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [one, two] = [list[last], list[other]];
    if (one === undefined || two === undefined) return;
    list[last] = two;
    list[other] = one;
  }
}

/** Waits until the next due time, but never longer than other processes may take to change the queue. */
async function untilNext(
  { journal, clock }: PortsOf<Publications, 'clock'>,
  { lookEveryMs = LOOK_EVERY_MS }: WorkerOptions,
): Promise<number> {
  const now = clock.now();
  try {
    const next = await journal.nextDue(now);
    return next === null ? lookEveryMs : Math.min(lookEveryMs, next - now);
  } catch (error) {
    if (!isPassing(error)) throw error;
    return lookEveryMs;
  }
}
