import type { Project } from '../../app/project/project.ts';
import { shownZone, zoneOfRecord } from '../../app/project/zone.ts';
import { publicationJson } from '../../app/publishing/publication-json.ts';
import {
  type ScheduleDraftsEvent,
  type ScheduleOutcome,
  type ScheduleWish,
  scheduleDrafts,
} from '../../app/publishing/schedule-drafts.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { previewJson } from '../../preview/preview-json.ts';
import { renderPreview } from '../../preview/render-preview.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { offerNotices } from '../lines/offer-lines.ts';
import { foreseenLine, scheduledLine } from '../lines/schedule-lines.ts';
import { senderLine } from '../lines/sender-line.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { exitOfError } from './failure.ts';
import type { Io } from './io.ts';
import { exitOfAll } from './sending-exit.ts';
import { chooseTime } from './when-options.ts';

/** How to schedule drafts from a terminal. */
export type PlanWish = ScheduleWish & { readonly json: boolean };

function exitOfOutcome(outcome: ScheduleOutcome): ExitCode {
  if (outcome.type === 'failed') return exitOfError(outcome.error) ?? EXIT.bug;
  return outcome.type === 'not-scheduled' ? EXIT.notSent : EXIT.done;
}

/** Makes a printer of progress while drafts are scheduled. */
function printer(
  wish: PlanWish,
  project: Project,
  io: Io,
): (event: ScheduleDraftsEvent) => void | Promise<void> {
  const paint = makePaint(io.color);
  const notices = offerNotices(io);
  const out = wish.json ? io.stderr : io.stdout;
  return (event) => {
    if (event.type === 'asked' || event.type === 'not-asked')
      return io.stderr.write(`${senderLine(event, io.color)}\n`);
    if (!('offer' in event)) return notices(event);
    switch (event.type) {
      case 'scheduled':
        return out.write(
          `${scheduledLine(event, zoneOfRecord(project, event.record), paint, wish.onlyFile === true ? 'frozen' : 'scheduled')}\n`,
        );
      case 'would-schedule':
        return io.stderr.write(
          `${foreseenLine(event, shownZone(project, event.offer.account, event.when.zone))}\n`,
        );
      case 'not-scheduled':
        return io.stderr.write(
          `${paint.yellow(wish.onlyFile === true ? 'not frozen:' : 'not scheduled:')} ${visible(event.why)}\n`,
        );
      case 'failed':
        return io.stderr.write(`${paint.red('error:')} ${visible(event.error.message)}\n`);
      default: {
        const forgotten: never = event;
        throw new Error(`No line for ${JSON.stringify(forgotten)}.`);
      }
    }
  };
}

/** Schedules drafts and prints the progress. @throws ThreadmillError */
export async function planDrafts(
  files: readonly string[],
  wish: PlanWish,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  const done = await scheduleDrafts(files, wish, project, {
    tell: printer(wish, project, io),
    choose: chooseTime(io),
  });
  if (wish.dryRun && !wish.json)
    for (const preview of done.previews) io.stdout.write(`${await renderPreview(preview, io)}\n`);
  else if (wish.json) {
    const records = done.outcomes.flatMap((one) =>
      one.type === 'scheduled' ? [publicationJson(one.record)] : [],
    );
    io.stdout.write(`${safeJson(wish.dryRun ? done.previews.map(previewJson) : records)}\n`);
  }
  if (!done.hasWorker && done.outcomes.some(({ type }) => type === 'scheduled'))
    io.stderr.write('No worker is running. To send what is due, start one: threadmill run\n');
  return exitOfAll([...(done.isFaulty ? [EXIT.draft] : []), ...done.outcomes.map(exitOfOutcome)]);
}
