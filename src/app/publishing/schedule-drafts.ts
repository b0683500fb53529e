import { join } from 'node:path';
import type { Preview } from '../../preview/render-preview.ts';
import type { PlanFlags } from '../../publishing/freezing/plan.ts';
import { type Appointment, canMove, scheduleDraft } from '../../publishing/freezing/schedule-draft.ts';
import { present } from '../../publishing/present.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import type { ThreadmillError } from '../../threadmill-error.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { LatePolicy } from '../../time/late-policy.ts';
import { workersAtWork } from '../../worker/worker-lease.ts';
import { DATABASE_URL } from '../project/places.ts';
import type { Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';
import { appointmentFor, type ChooseTime } from './appointment.ts';
import { type Offer, type OfferNotice, offers, ownZone } from './offers.ts';
import { type Publishing, withPublishing } from './open-publishing.ts';
import { refuseUnable, type SenderNotice } from './refuse-unable.ts';
import { orNothingSent, sendingFailure } from './sending-failure.ts';

/** What to schedule, when, and how. */
export type ScheduleWish = {
  /** Only these accounts; if empty, the drafts' own. */
  readonly accounts: readonly string[];
  readonly flags: PlanFlags;
  /** `next` or a time; the drafts' own `publish_at` if missing. */
  readonly when: string | undefined;
  readonly late: LatePolicy | undefined;
  /** Only shows what would be scheduled; writes nothing. */
  readonly dryRun: boolean;
  /** Only writes the frozen files, for review or for another machine with the keys. @default false */
  readonly onlyFile?: boolean;
};

/** The result of scheduling one offer. */
export type ScheduleOutcome =
  | {
      readonly type: 'scheduled';
      readonly offer: Offer;
      readonly record: PublicationRecord;
      /** The previous time; `undefined` for a new publication. */
      readonly movedFrom: EpochMs | undefined;
      readonly at: EpochMs;
    }
  | { readonly type: 'not-scheduled'; readonly offer: Offer; readonly why: string }
  | { readonly type: 'failed'; readonly offer: Offer; readonly error: ThreadmillError }
  /** Only in a dry run. */
  | {
      readonly type: 'would-schedule';
      readonly offer: Offer;
      readonly when: Appointment;
      readonly at: EpochMs;
    };

/** Progress of scheduling drafts. */
export type ScheduleDraftsEvent = OfferNotice | SenderNotice | ScheduleOutcome;

/** The result of scheduling drafts. */
export type ScheduledDrafts = {
  readonly previews: readonly Preview[];
  /** Whether a draft could not be read, or has errors. */
  readonly isFaulty: boolean;
  readonly outcomes: readonly ScheduleOutcome[];
  /** Whether a worker is running that will send what is due. */
  readonly hasWorker: boolean;
};

type Tell = (event: ScheduleDraftsEvent) => void | Promise<void>;
type Dated = { readonly offer: Offer; readonly when: Appointment };

async function keep(
  { offer, when }: Dated,
  { flags, late, onlyFile = false, when: wanted }: ScheduleWish,
  { ports }: Publishing,
): Promise<ScheduleOutcome> {
  try {
    // A file without a time is sent as soon as a machine with the keys reads it.
    const isUndated = onlyFile && (wanted ?? offer.settings.publishAt) === undefined;
    const policy = late ?? offer.settings.late ?? (isUndated ? 'post' : undefined);
    const result = await scheduleDraft(ports, offer.fresh, flags, {
      ...when,
      ...present({ late: policy }),
    });
    if (!result.ok) return { type: 'not-scheduled', offer, why: result.why };
    const { record, movedFrom } = result;
    return { type: 'scheduled', offer, record, movedFrom, at: ports.clock.now() };
  } catch (error) {
    return { type: 'failed', offer, error: sendingFailure(error, 0) };
  }
}

function foreseen({ offer, when }: Dated, at: EpochMs): ScheduleOutcome {
  const { plan } = offer.outlook;
  return plan.do === 'refuse'
    ? { type: 'not-scheduled', offer, why: plan.why }
    : { type: 'would-schedule', offer, when, at };
}

/** The project with an empty in-memory journal. */
const withoutJournal = (project: Project): Project => ({
  ...project,
  databasePath: join(project.root, '.threadmill', 'no-journal.db'),
  env: { ...project.env, [DATABASE_URL]: undefined },
});

/**
 * Freezes the threads of drafts and schedules them for the worker. Sends nothing. Reschedules a draft that is already
 * scheduled.
 *
 * @throws ThreadmillError if nothing was scheduled
 */
export function scheduleDrafts(
  files: readonly string[],
  wish: ScheduleWish,
  project: Project,
  { tell, choose }: { readonly tell: Tell; readonly choose?: ChooseTime | undefined },
): Promise<ScheduledDrafts> {
  const timeFor = (offer: Offer, now: EpochMs): Promise<Appointment> => {
    const written = wish.when ?? offer.settings.publishAt;
    if (written !== undefined)
      return appointmentFor(written, offer.account, { zones: project, now, own: ownZone(offer) }, choose);
    const waiting = offer.outlook.current;
    // A draft that was edited since it was scheduled keeps its time.
    if (wish.flags.refreeze && waiting !== undefined && canMove(waiting) && waiting.publishAt > now)
      return Promise.resolve({ at: waiting.publishAt, ...present({ zone: waiting.zone }) });
    if (wish.onlyFile === true) return Promise.resolve({ at: now });
    throw new Refusal(
      'usage',
      `${offer.fresh.draft} has no publish_at. Add --at WHEN, or --next for the first free slot.`,
    );
  };
  const work = async (publishing: Publishing): Promise<ScheduledDrafts> => {
    const { clock } = publishing.ports;
    const {
      offers: found,
      previews,
      isFaulty,
    } = await offers(files, wish, { project, ports: publishing.ports, tell });
    // Determine all times before writing anything: an unanswered question changes nothing.
    const dated: Dated[] = [];
    for (const offer of found) dated.push({ offer, when: await timeFor(offer, clock.now()) });
    if (wish.onlyFile !== true && !wish.dryRun) await refuseUnable(found, project, publishing, tell);
    const outcomes: ScheduleOutcome[] = [];
    for (const one of dated) {
      const outcome = wish.dryRun ? foreseen(one, clock.now()) : await keep(one, wish, publishing);
      await tell(outcome);
      outcomes.push(outcome);
    }
    const hasWorker =
      wish.dryRun || wish.onlyFile === true || (await workersAtWork(publishing.ports)).length > 0;
    return { previews, isFaulty, outcomes, hasWorker };
  };
  return orNothingSent(() =>
    wish.onlyFile === true
      ? withPublishing(withoutJournal(project), work, { dryRun: true })
      : withPublishing(project, work, { dryRun: wish.dryRun }),
  );
}
