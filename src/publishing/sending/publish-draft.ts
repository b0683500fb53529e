import type { Result } from '../../result.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { FileError } from '../file-store.ts';
import type { FreshThread } from '../freezing/freeze.ts';
import { restored } from '../freezing/frozen-entry.ts';
import { readFrozenFile } from '../freezing/frozen-file.ts';
import { keepMadeMedia } from '../freezing/made-media.ts';
import { countSent, type Plan, type PlanFlags, planPublication } from '../freezing/plan.ts';
import { syncFrozenFile } from '../freezing/sync-frozen-file.ts';
import { threadHash } from '../freezing/thread-hash.ts';
import type { Publications, TimeTerms } from '../journal.ts';
import type { PortsOf, Publisher, SendingPorts } from '../ports.ts';
import { present } from '../present.ts';
import type { PublicationRecord } from '../publication.ts';
import { type HeldLease, planningFor, underLease } from './lease.ts';
import { type PublishOptions, publishHeld } from './publish.ts';

/** What is known about a draft for one account, and what publishing it would do. */
export type Outlook = {
  readonly plan: Plan;
  /** The publication that the plan continues, or that blocks it. */
  readonly current: PublicationRecord | undefined;
};

/** Reads journal and frozen file and decides what publishing would do. Changes nothing. @throws FileError JournalError */
export async function outlookFor(
  ports: PortsOf<Publications, 'files'>,
  fresh: FreshThread,
  flags: PlanFlags,
): Promise<Outlook> {
  const { account, draft } = fresh;
  const recorded = await ports.journal.publications({ account, draft });
  const known = new Set(recorded.map(({ id }) => id));
  const file = await readFrozenFile(ports.files, draft);
  // Publications that only the file knows count too: the journal was lost, or belongs to another machine.
  const lost: PublicationRecord[] = [];
  for (const entry of file.publications) {
    if (entry.account !== account || known.has(entry.id)) continue;
    const moved = await movedFrom(ports, entry.id, draft);
    if (moved !== 'copied') lost.push(moved ?? restored(entry, draft));
  }
  const isUnsent = (record: PublicationRecord): boolean =>
    record.state === 'cancelled' && countSent(record) === 0;
  const current = [...recorded, ...lost]
    .filter((record) => !isUnsent(record))
    .sort((a, b) => b.frozenAt - a.frozenAt)[0];
  const twins: PublicationRecord[] = [];
  for (const version of [1, 2] as const)
    twins.push(...(await ports.journal.publications({ account, textHash: threadHash(fresh, version) })));
  const isTwin = (record: PublicationRecord): boolean =>
    record.draft !== draft && record.state !== 'cancelled' && countSent(record) > 0;
  // An exact copy of a published draft counts too, even if today's rules would cut it differently.
  const twin =
    current !== undefined
      ? undefined
      : (twins.find(isTwin) ??
        (await ports.journal.publications({ account, draftHash: fresh.draftHash })).find(isTwin));
  return { plan: planPublication({ current, twin, fresh }, flags), current };
}

/**
 * Looks up a publication of a frozen file in the journal: `undefined` if it is not there, the record if draft and file were
 * moved or renamed together, `copied` if the file of its own draft still holds it.
 */
async function movedFrom(
  { journal, files }: PortsOf<Publications, 'files'>,
  id: string,
  draft: string,
): Promise<PublicationRecord | 'copied' | undefined> {
  const record = await journal.publication(id);
  if (record === undefined || record.draft === draft) return record;
  const before = await readFrozenFile(files, record.draft);
  return before.publications.some((entry) => entry.id === id) ? 'copied' : { ...record, draft };
}

/** Writes into the journal the publications that only a draft's frozen file knows. @throws FileError JournalError */
export async function restoreLost(ports: PortsOf<Publications, 'files'>, draft: string): Promise<void> {
  const known = new Set((await ports.journal.publications({ draft })).map(({ id }) => id));
  for (const entry of (await readFrozenFile(ports.files, draft)).publications) {
    if (known.has(entry.id)) continue;
    const elsewhere = await movedFrom(ports, entry.id, draft);
    if (elsewhere === 'copied') continue;
    if (elsewhere === undefined) await ports.journal.restore(restored(entry, draft));
    else await ports.journal.relocate(entry.id, draft);
    known.add(entry.id);
  }
  if (known.size > 0) await syncFrozenFile(ports, draft);
}

/** When to publish a new publication, and what to do if its time is missed. */
export type Timing = TimeTerms & { readonly publishAt: EpochMs };

/**
 * Freezes what is new in journal and file; the caller must hold the planning lease. Returns the id of the publication to send.
 *
 * @throws FileError JournalError
 */
export async function carryOut(
  ports: PortsOf<Publications, 'files' | 'clock'>,
  plan: Exclude<Plan, { do: 'refuse' }>,
  timing: Timing,
  { lease }: HeldLease,
): Promise<string> {
  const { publishAt, ...how } = timing;
  const { journal, files, clock } = ports;
  if (plan.do === 'go-on') {
    if (plan.rest !== undefined) {
      await keepMadeMedia(files, plan.rest.made ?? []);
      await journal.replaceWaiting(plan.id, plan.rest);
    }
    return plan.id;
  }
  const { thread, instead } = plan;
  await keepMadeMedia(files, thread.made ?? []);
  await journal.create(thread, publishAt, how, { lease, instead, at: clock.now() });
  try {
    await syncFrozenFile(ports, thread.draft);
  } catch (error) {
    // Without its frozen file nobody can review or restore the publication, so cancel it.
    if (error instanceof FileError) await journal.advance(thread.id, { to: 'cancelled' }, clock.now());
    throw error;
  }
  return thread.id;
}

/** The result of publishing a draft. */
export type Published = Result<{ readonly record: PublicationRecord }>;

/**
 * Publishes a draft for one account: freezes it, continues what is frozen, or refuses. The decision shown to the user is made
 * again under the account's lease, so that two calls can't both begin.
 *
 * @throws AccountBusyError if another process publishes for the account
 * @throws JournalError FileError
 */
export async function publishDraft(
  ports: SendingPorts,
  publisher: Publisher,
  fresh: FreshThread,
  options: PlanFlags & PublishOptions & Pick<TimeTerms, 'zone'>,
): Promise<Published> {
  return underLease(ports, publisher.account.name, options.stop, async (held, stop) => {
    const decided = await planningFor(ports, publisher.account.name, async (planning) => {
      await restoreLost(ports, fresh.draft);
      const { plan } = await outlookFor(ports, fresh, options);
      const timing = { publishAt: ports.clock.now(), ...present({ zone: options.zone }) };
      return plan.do === 'refuse' ? plan : carryOut(ports, plan, timing, planning);
    });
    if (typeof decided !== 'string') return { ok: false, why: decided.why };
    const id = decided;
    const tell = options.tell ?? (() => undefined);
    const session = { ports, publisher, id, held, stop, tell };
    return { ok: true, record: await publishHeld(session, options.waitUpToMs ?? 0) };
  });
}
