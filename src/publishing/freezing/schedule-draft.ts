import type { Result } from '../../result.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { LatePolicy } from '../../time/late-policy.ts';
import type { Leases, Publications } from '../journal.ts';
import type { PortsOf } from '../ports.ts';
import { present } from '../present.ts';
import type { PublicationRecord } from '../publication.ts';
import { planningFor } from '../sending/lease.ts';
import { carryOut, outlookFor, restoreLost } from '../sending/publish-draft.ts';
import type { FreshThread } from './freeze.ts';
import { countSent, isInDoubt, type PlanFlags } from './plan.ts';
import { syncFrozenFile } from './sync-frozen-file.ts';

/** When to publish. */
export type Appointment = {
  /** A fixed time, or a function that picks one while the planning lease is held. */
  readonly at: EpochMs | ((taken: ReadonlySet<EpochMs>) => EpochMs);
  /** What to do if a new publication's time is missed. */
  readonly late?: LatePolicy;
  /** The zone that it was written in, if it differs from the account's. */
  readonly zone?: string;
};

/** The result of scheduling. */
export type Scheduled = Result<{
  readonly record: PublicationRecord;
  /** The previous time of publication; `undefined` for a new one. */
  readonly movedFrom: EpochMs | undefined;
}>;

/** Whether a publication has not begun, so that it can be rescheduled. */
export function canMove(record: PublicationRecord): boolean {
  const isWaiting = record.state === 'scheduled' || record.state === 'paused';
  return isWaiting && record.startedAt === null && countSent(record) === 0 && !isInDoubt(record);
}

/** The times of an account's scheduled publications, except the one that is being moved. */
async function takenTimes(journal: Publications, account: string, but?: string): Promise<Set<EpochMs>> {
  const waiting = await journal.publications({ account, states: ['scheduled', 'paused'] });
  return new Set(waiting.filter(({ id }) => id !== but).map(({ publishAt }) => publishAt));
}

async function timeOf(
  ports: PortsOf<Publications>,
  account: string,
  { at }: Appointment,
  but?: string,
): Promise<EpochMs> {
  return typeof at === 'number' ? at : at(await takenTimes(ports.journal, account, but));
}

/**
 * Freezes a draft's thread for one account and schedules it, or reschedules a publication that already waits. Sends nothing and
 * needs no connection.
 *
 * @throws AccountBusyError JournalError FileError
 */
export async function scheduleDraft(
  ports: PortsOf<Publications & Leases, 'files' | 'clock' | 'owner'>,
  fresh: FreshThread,
  flags: PlanFlags,
  when: Appointment,
): Promise<Scheduled> {
  const { account, draft } = fresh;
  return planningFor(ports, account, async (planning) => {
    await restoreLost(ports, draft);
    const { plan, current } = await outlookFor(ports, fresh, flags);
    if (plan.do === 'refuse') return { ok: false, why: plan.why };
    const isKept = plan.do === 'go-on' && current !== undefined;
    if (isKept && !canMove(current)) {
      return {
        ok: false,
        why: `${draft}: its publication ${current.id} for ${account} has begun (${countSent(current)} of ${current.posts.length} posts are published). Finish it: threadmill resume ${current.id}, or delete it: threadmill undo ${current.id}`,
      };
    }
    const publishAt = await timeOf(ports, account, when, isKept ? current.id : undefined);
    const how = present({ late: when.late, zone: when.zone });
    const id = await carryOut(ports, plan, { publishAt, ...how }, planning);
    if (isKept) {
      await ports.journal.schedule(id, publishAt, ports.clock.now(), how);
      await syncFrozenFile(ports, draft);
    }
    return { ok: true, record: await known(ports, id), movedFrom: isKept ? current.publishAt : undefined };
  });
}

/**
 * Reschedules a publication that has not begun.
 *
 * @throws AccountBusyError FileError, and JournalError (`stale`) if it has begun
 */
export async function moveTo(
  ports: PortsOf<Publications & Leases, 'files' | 'clock' | 'owner'>,
  { id, account, draft }: PublicationRecord,
  when: Appointment,
): Promise<PublicationRecord> {
  return planningFor(ports, account, async () => {
    const publishAt = await timeOf(ports, account, when, id);
    await ports.journal.schedule(id, publishAt, ports.clock.now(), present({ zone: when.zone }));
    await syncFrozenFile(ports, draft);
    return known(ports, id);
  });
}

async function known({ journal }: PortsOf<Publications>, id: string): Promise<PublicationRecord> {
  const record = await journal.publication(id);
  if (record === undefined) throw new Error(`Publication ${id} has left the journal.`);
  return record;
}
