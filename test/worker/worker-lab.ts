import type { Owner } from '../../src/publishing/owner.ts';
import { GAP_MS } from '../../src/time/late.ts';
import type { LatePolicy } from '../../src/time/late-policy.ts';
import { type WorkerOptions, work } from '../../src/worker/worker.ts';
import type { FakeNetwork } from '../publishing/fake-network.ts';
import type { Lab } from '../publishing/lab.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Puts a thread into the journal, to go out at a time; gives back its id. */
export async function schedule(
  lab: Lab,
  draft: string,
  at: number,
  posts: readonly string[],
  facts: { readonly account?: string; readonly late?: LatePolicy } = {},
): Promise<string> {
  const thread = await lab.freeze(posts, draft);
  await lab.journal.create({ ...thread, account: facts.account ?? 'me' }, at, {
    ...(facts.late === undefined ? {} : { late: facts.late }),
  });
  return thread.id;
}

/** Lets a worker work for so much time, on the account `me` of the laboratory, or on several networks by account. */
export async function workFor(
  lab: Lab,
  ms: number,
  options: Partial<WorkerOptions> = {},
  networks: ReadonlyMap<string, FakeNetwork> = new Map([['me', lab.network]]),
  owner?: Owner,
): Promise<void> {
  const end = new AbortController();
  const over = new AbortController();
  void lab.clock.sleep(ms, over.signal).then(() => end.abort());
  const ports = lab.ports();
  await work(owner === undefined ? ports : { ...ports, owner }, {
    late: undefined,
    gapMs: () => GAP_MS,
    tell: () => undefined,
    lookEveryMs: MINUTE,
    publisherFor: async ({ account }) => {
      const client = networks.get(account);
      if (client === undefined) return { ok: false, why: `No account ${account}.` };
      return { ok: true, publisher: { account: { ...lab.account, name: account }, client } };
    },
    ...options,
    stop: AbortSignal.any([end.signal, ...(options.stop === undefined ? [] : [options.stop])]),
  });
  over.abort();
}
