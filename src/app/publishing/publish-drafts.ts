import type { Preview } from '../../preview/render-preview.ts';
import type { PlanFlags } from '../../publishing/freezing/plan.ts';
import { present } from '../../publishing/present.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { pace } from '../../publishing/sending/pace.ts';
import { publishDraft } from '../../publishing/sending/publish-draft.ts';
import type { PublishEvent } from '../../publishing/sending/run-context.ts';
import type { ThreadmillError } from '../../threadmill-error.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Project } from '../project/project.ts';
import { learnFrozenFiles } from './frozen-files.ts';
import { notYet } from './not-yet.ts';
import { type Offer, type OfferNotice, offers, ownZone } from './offers.ts';
import { type Publishing, withPublishing } from './open-publishing.ts';
import { requireSandbox } from './require-sandbox.ts';
import { orNothingSent, sendingFailure } from './sending-failure.ts';

/** What to publish, and how. */
export type PublishWish = {
  /** Only these accounts; if empty, the drafts' own. */
  readonly accounts: readonly string[];
  readonly flags: PlanFlags;
  /** Also sends drafts whose `publish_at` is in the future. */
  readonly now: boolean;
  /** The longest pause that is waited for, in ms. */
  readonly waitUpToMs: number;
  /** Only shows what would be sent; writes and sends nothing. */
  readonly dryRun: boolean;
};

/** The result of publishing one offer. */
export type PublishOutcome =
  | { readonly type: 'done'; readonly offer: Offer; readonly record: PublicationRecord; readonly at: EpochMs }
  | { readonly type: 'not-sent'; readonly offer: Offer; readonly why: string }
  | { readonly type: 'failed'; readonly offer: Offer; readonly error: ThreadmillError };

/** Progress of publishing drafts. */
export type PublishDraftsEvent =
  | OfferNotice
  /** An offer that is refused, or that a dry run would publish. */
  | { readonly type: 'refused' | 'would-publish'; readonly offer: Offer }
  /** An offer that is skipped because its `publish_at` is in the future. */
  | { readonly type: 'not-yet'; readonly offer: Offer; readonly why: string }
  /** Sending an offer begins; `open` lists all that are sent. */
  | { readonly type: 'begins'; readonly offer: Offer; readonly open: readonly Offer[] }
  | { readonly type: 'step'; readonly offer: Offer; readonly step: PublishEvent; readonly at: EpochMs }
  | PublishOutcome;

/** Asks, before anything is frozen, whether to publish. */
export type ConfirmOffers = (open: readonly Offer[], previews: readonly Preview[]) => Promise<boolean>;

/** The result of publishing drafts. */
export type PublishedDrafts = {
  readonly previews: readonly Preview[];
  /** Whether a draft could not be read, or has errors. */
  readonly isFaulty: boolean;
  readonly refused: readonly Offer[];
  /** Offers skipped because their `publish_at` is in the future. */
  readonly early: readonly { readonly offer: Offer; readonly why: string }[];
  /** Offers that are not refused; a dry run would publish them. */
  readonly open: readonly Offer[];
  /** The user was asked, and said no: nothing was sent. */
  readonly declined: boolean;
  /** Empty in a dry run. */
  readonly outcomes: readonly PublishOutcome[];
};

type Tell = (event: PublishDraftsEvent) => void | Promise<void>;

async function send(
  offer: Offer,
  { flags, waitUpToMs }: PublishWish,
  { project, publishing, tell }: { project: Project; publishing: Publishing; tell: Tell },
): Promise<PublishOutcome> {
  const { ports, publisher } = publishing;
  let sent = 0;
  try {
    const options = {
      stop: project.around.signal,
      waitUpToMs,
      ...present({ zone: ownZone(offer) }),
      tell: (step: PublishEvent) => {
        if (step.type === 'sent' || step.type === 'found') sent += 1;
        tell({ type: 'step', offer, step, at: ports.clock.now() });
      },
    };
    const result = await publishDraft(ports, await publisher(offer.account), offer.fresh, {
      ...flags,
      ...options,
    });
    if (!result.ok) return { type: 'not-sent', offer, why: result.why };
    return { type: 'done', offer, record: result.record, at: ports.clock.now() };
  } catch (error) {
    return { type: 'failed', offer, error: sendingFailure(error, sent) };
  }
}

/**
 * Freezes the threads of drafts and sends them, one publication at a time per account, several accounts concurrently. Posts
 * already sent are not sent again.
 *
 * @throws ThreadmillError if nothing was sent
 */
export function publishDrafts(
  files: readonly string[],
  wish: PublishWish,
  project: Project,
  { tell, confirm }: { readonly tell: Tell; readonly confirm?: ConfirmOffers | undefined },
): Promise<PublishedDrafts> {
  const work = async (publishing: Publishing): Promise<PublishedDrafts> => {
    // Posts sent elsewhere count towards the month's cap; an unreadable file is reported with its draft.
    await learnFrozenFiles(publishing.ports, project);
    const found = await offers(files, wish, { project, ports: publishing.ports, tell });
    const { previews, isFaulty } = found;
    const refused = found.offers.filter(({ outlook }) => outlook.plan.do === 'refuse');
    const { clock } = publishing.ports;
    const early = found.offers.flatMap((offer) => {
      const why = wish.now ? undefined : notYet(offer, project, clock.now());
      return why === undefined ? [] : [{ offer, why }];
    });
    const open = found.offers.filter(
      (offer) => offer.outlook.plan.do !== 'refuse' && !early.some((one) => one.offer === offer),
    );
    for (const offer of refused) await tell({ type: 'refused', offer });
    for (const { offer, why } of early) await tell({ type: 'not-yet', offer, why });
    const nothing = { previews, isFaulty, refused, early, open, declined: false, outcomes: [] };
    if (wish.dryRun) {
      for (const offer of open) await tell({ type: 'would-publish', offer });
      return nothing;
    }
    await requireSandbox(open);
    if (open.length > 0 && confirm !== undefined && !(await confirm(open, previews)))
      return { ...nothing, declined: true };
    const results = await pace(
      open.map((offer) => ({
        account: offer.account.name,
        run: async () => {
          await tell({ type: 'begins', offer, open });
          const outcome = await send(offer, wish, { project, publishing, tell });
          await tell(outcome);
          return outcome;
        },
      })),
    );
    const outcomes = results.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
    return { ...nothing, outcomes };
  };
  return orNothingSent(() => withPublishing(project, work, { dryRun: wish.dryRun }));
}
