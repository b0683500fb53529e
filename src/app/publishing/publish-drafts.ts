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
import { orNothingSent, sendingFailure } from './sending-failure.ts';

/** What to publish, and how. */
export type PublishWish = {
  /** Only these accounts; the drafts' own where there are none. */
  readonly accounts: readonly string[];
  readonly flags: PlanFlags;
  /** Sends also what its draft wants to go out later. */
  readonly now: boolean;
  /** How long a pause that ends by itself is waited for, in ms. */
  readonly waitUpToMs: number;
  /** Shows what would be sent; writes and sends nothing. */
  readonly dryRun: boolean;
};

/** What publishing one offer came to. */
export type PublishOutcome =
  | { readonly type: 'done'; readonly offer: Offer; readonly record: PublicationRecord; readonly at: EpochMs }
  | { readonly type: 'not-sent'; readonly offer: Offer; readonly why: string }
  | { readonly type: 'failed'; readonly offer: Offer; readonly error: ThreadmillError };

/** What a shell says while drafts are published. */
export type PublishDraftsEvent =
  | OfferNotice
  /** An offer that is refused, or that a dry run would publish. */
  | { readonly type: 'refused' | 'would-publish'; readonly offer: Offer }
  /** An offer that is left out, since its `publish_at` is still to come. */
  | { readonly type: 'not-yet'; readonly offer: Offer; readonly why: string }
  /** Sending an offer begins, one of `open`. */
  | { readonly type: 'begins'; readonly offer: Offer; readonly open: readonly Offer[] }
  | { readonly type: 'step'; readonly offer: Offer; readonly step: PublishEvent; readonly at: EpochMs }
  | PublishOutcome;

/** Whether these are to be published: asked before anything is frozen. */
export type ConfirmOffers = (open: readonly Offer[], previews: readonly Preview[]) => Promise<boolean>;

/** What publishing drafts came to. */
export type PublishedDrafts = {
  readonly previews: readonly Preview[];
  /** Whether some draft could not be read, or has errors. */
  readonly isFaulty: boolean;
  readonly refused: readonly Offer[];
  /** What is left out, since its `publish_at` is still to come. */
  readonly early: readonly { readonly offer: Offer; readonly why: string }[];
  /** What is not refused, and in a dry run would be published. */
  readonly open: readonly Offer[];
  /** Somebody was asked, and said no: nothing was sent. */
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
    const result = await publishDraft(ports, await publisher(offer.account), offer.fresh, flags, options);
    if (!result.ok) return { type: 'not-sent', offer, why: result.why };
    return { type: 'done', offer, record: result.record, at: ports.clock.now() };
  } catch (error) {
    return { type: 'failed', offer, error: sendingFailure(error, sent) };
  }
}

/**
 * Freezes the threads of drafts and sends them, one publication at a time per account, several accounts side by side.
 * What was sent before is not sent again.
 *
 * @throws ThreadmillError where nothing was sent at all
 */
export function publishDrafts(
  files: readonly string[],
  wish: PublishWish,
  project: Project,
  { tell, confirm }: { readonly tell: Tell; readonly confirm?: ConfirmOffers | undefined },
): Promise<PublishedDrafts> {
  const work = async (publishing: Publishing): Promise<PublishedDrafts> => {
    // What went out from elsewhere counts towards the month's cap; a file that can't be read is told with its draft.
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
