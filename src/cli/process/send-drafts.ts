import type { Project } from '../../app/project/project.ts';
import { shownZone } from '../../app/project/zone.ts';
import { type Offer, ownZone } from '../../app/publishing/offers.ts';
import { publicationJson } from '../../app/publishing/publication-json.ts';
import {
  type PublishDraftsEvent,
  type PublishOutcome,
  type PublishWish,
  publishDrafts,
} from '../../app/publishing/publish-drafts.ts';
import { counted } from '../../preview/amounts.ts';
import { cellWidthFor } from '../../preview/cell-width.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { previewJson } from '../../preview/preview-json.ts';
import { type Preview, renderPreview } from '../../preview/render-preview.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { costOf, usd } from '../../publishing/money.ts';
import { dollars } from '../../text/dollars.ts';
import { offerLine, offerNotices } from '../lines/offer-lines.ts';
import { outcomeTable } from '../lines/outcome-table.ts';
import { progressLine } from '../lines/progress-lines.ts';
import { standstillLines } from '../lines/publication-lines.ts';
import { askYesNo, canAsk } from './ask.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { exitOfError } from './failure.ts';
import type { Io } from './io.ts';
import { exitOf, exitOfAll } from './sending-exit.ts';

/** How to publish drafts from a terminal. */
export type SendWish = PublishWish & {
  /** Skips the question. */
  readonly yes: boolean;
  readonly json: boolean;
};

/** Asks before anything is frozen. Shows drafts that are not frozen yet in full, because they are sent as approved. */
async function confirmed(offers: readonly Offer[], previews: readonly Preview[], io: Io): Promise<boolean> {
  const anew = offers
    .filter(
      ({ outlook: { plan } }) => plan.do === 'freeze' || (plan.do === 'go-on' && plan.rest !== undefined),
    )
    .map(({ thread }) => thread);
  for (const preview of canAsk(io) ? previews : []) {
    const threads = preview.threads.filter(({ thread }) => anew.includes(thread));
    if (threads.length > 0) io.stderr.writeDraft(`${await renderPreview({ ...preview, threads }, io)}\n`);
  }
  for (const offer of offers) io.stderr.write(`${offerLine(offer)}\n`);
  return askYesNo('Publish?', 'Publishing without a terminal needs --yes. Nothing was sent.', io);
}

function exitOfOutcome(outcome: PublishOutcome): ExitCode {
  if (outcome.type === 'done') return exitOf(outcome.record);
  return outcome.type === 'not-sent' ? EXIT.notSent : (exitOfError(outcome.error) ?? EXIT.bug);
}

/** Makes a printer of progress while drafts are published. */
function printer(
  wish: SendWish,
  project: Project,
  io: Io,
): (event: PublishDraftsEvent) => void | Promise<void> {
  const paint = makePaint(io.color);
  const notices = offerNotices(io);
  const out = wish.json ? io.stderr : io.stdout;
  let hasTags = false;
  return (event) => {
    if (!('offer' in event)) return notices(event);
    const { account } = event.offer;
    const tag = hasTags ? `${account.name}  ` : '';
    const zone = shownZone(project, account, ownZone(event.offer));
    switch (event.type) {
      case 'refused':
        return io.stderr.write(`${paint.yellow('not sent:')} ${offerLine(event.offer)}\n`);
      case 'not-yet':
        return io.stderr.write(`${paint.yellow('not sent yet:')} ${visible(event.why)}\n`);
      case 'would-publish':
        return io.stderr.write(`would publish ${offerLine(event.offer)}\n`);
      case 'begins':
        hasTags = new Set(event.open.map((offer) => offer.account.name)).size > 1;
        if (event.open.length > 1 || wish.yes)
          out.write(`${hasTags ? `${account.name}  ` : ''}${offerLine(event.offer)}\n`);
        return;
      case 'step':
        return out.write(`${tag}${progressLine(event.step, event.at, zone)}\n`);
      case 'not-sent':
        return io.stderr.write(`${paint.yellow('not sent:')} ${visible(event.why)}\n`);
      case 'failed':
        return io.stderr.write(`${paint.red('error:')} ${visible(event.error.message)}\n`);
      case 'done': {
        const { record } = event;
        const label = record.state === 'published' ? paint.green('published') : paint.yellow(record.state);
        const posted = record.posts.filter(({ state }) => state === 'published');
        out.write(
          `${tag}${label}: ${visible(record.draft)} → ${record.account}, ${posted.length} of ${counted(record.posts.length, 'post')}, ${dollars(usd(costOf(posted)))}  ${paint.dim(record.id)}\n`,
        );
        for (const line of standstillLines(record, event.at, zone)) io.stderr.write(`${tag}${line}\n`);
        return;
      }
      default: {
        const forgotten: never = event;
        throw new Error(`No line for ${JSON.stringify(forgotten)}.`);
      }
    }
  };
}

/** Publishes drafts, after asking unless told not to, and prints the progress. @throws ThreadmillError */
export async function sendDrafts(
  files: readonly string[],
  wish: SendWish,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  const tell = printer(wish, project, io);
  const confirm = wish.yes
    ? undefined
    : (offers: readonly Offer[], previews: readonly Preview[]): Promise<boolean> =>
        confirmed(offers, previews, io);
  const done = await publishDrafts(files, wish, project, { tell, confirm });
  if (done.declined) {
    io.stderr.write('Nothing was sent.\n');
    return EXIT.notSent;
  }
  if (done.outcomes.length > 1 && !wish.json) {
    const cells = await cellWidthFor(done.outcomes.map(({ offer }) => offer.fresh.draft));
    io.stdout.write(`\n${outcomeTable(done.outcomes, cells).join('\n')}\n`);
  }
  if (wish.dryRun && !wish.json)
    for (const preview of done.previews) io.stdout.writeDraft(`${await renderPreview(preview, io)}\n`);
  else if (wish.json) {
    const records = done.outcomes.flatMap((one) =>
      one.type === 'done' ? [publicationJson(one.record)] : [],
    );
    io.stdout.writeDraft(`${safeJson(wish.dryRun ? done.previews.map(previewJson) : records)}\n`);
  }
  return exitOfAll([
    ...(done.isFaulty ? [EXIT.draft] : []),
    ...done.refused.map((): ExitCode => EXIT.notSent),
    // A skipped draft is fine among others; alone it means that nothing was sent.
    ...(done.early.length > 0 && done.open.length + done.refused.length === 0 ? [EXIT.notSent] : []),
    ...(wish.dryRun ? done.open.map((): ExitCode => EXIT.done) : []),
    ...done.outcomes.map(exitOfOutcome),
  ]);
}
