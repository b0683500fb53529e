import { Refusal } from '../../app/refusal.ts';
import { counted } from '../../preview/amounts.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { previewJson } from '../../preview/preview-json.ts';
import { renderPreview } from '../../preview/render-preview.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import type { PlanFlags } from '../../publishing/freezing/plan.ts';
import { type Appointment, scheduleDraft } from '../../publishing/freezing/schedule-draft.ts';
import { costOf, dollars } from '../../publishing/money.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { LATE_POLICIES } from '../../time/late-policy.ts';
import { workersAtWork } from '../../worker/worker-lease.ts';
import { appointmentFor, wantedTime, whenOptions } from '../appointment.ts';
import { defineCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type Publishing, withPublishing } from '../open-publishing.ts';
import { openProject, type Project } from '../project.ts';
import { publicationJson } from '../publication-json.ts';
import { type Offer, offersOf } from '../publish-offers.ts';
import { exitOfAll } from '../sending-exit.ts';
import { orNothingSent, sendingFailure } from '../sending-failure.ts';
import { localTime } from '../when.ts';
import { zoneOf } from '../zone.ts';

type Late = (typeof LATE_POLICIES)[number];

/** When an offer is to go out: by the command line, else by the draft. */
async function timeFor(
  offer: Offer,
  wanted: string | undefined,
  project: Project,
  now: number,
  io: Io,
): Promise<Appointment> {
  const written = wanted ?? offer.settings.publishAt;
  if (written === undefined) {
    throw new Refusal(
      'usage',
      `When? ${offer.fresh.draft} has no publish_at. Say --at WHEN, or --next for the first free slot.`,
    );
  }
  return appointmentFor(written, offer.account, project.config, now, io);
}

function scheduledLine(
  record: PublicationRecord,
  movedFrom: number | undefined,
  zone: string,
  now: number,
  io: Io,
): string {
  const paint = makePaint(io.color);
  const from =
    movedFrom === undefined || movedFrom === record.publishAt
      ? ''
      : `, was ${localTime(movedFrom, now, zone)}`;
  const when = `${localTime(record.publishAt, now, zone)} ${paint.dim(`(${zone})`)}${from}`;
  const what = `${visible(record.draft)} → ${record.account} (${record.network})`;
  return `${paint.cyan('scheduled')}: ${what}, ${counted(record.posts.length, 'post')}, ${dollars(costOf(record.posts))}: ${when}  ${paint.dim(record.id)}`;
}

type Done = { readonly code: ExitCode; readonly record?: PublicationRecord };

async function keep(
  offer: Offer,
  when: Appointment,
  late: Late | undefined,
  flags: PlanFlags,
  project: Project,
  { ports }: Publishing,
  io: Io,
  say: (line: string) => void,
): Promise<Done> {
  const paint = makePaint(io.color);
  try {
    const policy = late ?? offer.settings.late;
    const result = await scheduleDraft(ports, offer.fresh, flags, when, policy);
    if (!result.ok) {
      io.stderr.write(`${paint.yellow('not scheduled:')} ${visible(result.why)}\n`);
      return { code: EXIT.notSent };
    }
    const zone = zoneOf(project.config, offer.account);
    say(scheduledLine(result.record, result.movedFrom, zone, ports.clock.now(), io));
    return { code: EXIT.done, record: result.record };
  } catch (error) {
    const failure = sendingFailure(error, 0);
    io.stderr.write(`${paint.red('error:')} ${visible(failure.message)}\n`);
    return { code: failure.code };
  }
}

/** `threadmill schedule FILE…`: freezes each thread, to be sent by the worker at a time. Sends nothing. */
export const command = defineCommand({
  name: 'schedule',
  description:
    'Freeze the threads of drafts in NAME.thread.json beside them, to go out at a time. Sends nothing: threadmill run does, when the time has come. A draft that is scheduled already is moved. Without --at or --next, the publish_at of the front matter holds.',
  arguments: { files: { form: '<file...>', about: 'drafts' } },
  options: {
    ...whenOptions,
    account: { flags: '--account <name>', about: 'as this account (repeatable)', repeat: true },
    late: {
      flags: '--late <policy>',
      about: 'what becomes of it where its time is missed; by default it is posted up to 6 hours late',
      choices: LATE_POLICIES,
    },
    dryRun: { flags: '--dry-run', about: 'show what would be scheduled; write nothing' },
    again: { flags: '--again', about: 'schedule once more what was published before' },
    refreeze: { flags: '--refreeze', about: 'take in what was edited since the thread was frozen' },
    json: { flags: '--json', about: 'print the publications as JSON (with --dry-run: the previews)' },
  },
  examples: [
    { line: 'schedule posts/paper-small-rivers.md --at "tomorrow 9am"', about: 'at a time, in your zone' },
    { line: 'schedule posts/*.md --next', about: 'each into the next free slot of its account' },
    {
      line: 'schedule posts/links-sunday-12.md --at 2026-02-08T10:00[Europe/Berlin]',
      about: 'in a zone of its own',
    },
  ],
  run: async (args, options, io) => {
    const wanted = wantedTime(options);
    const flags = { again: options.again, refreeze: options.refreeze };
    const project = await openProject(io);
    return orNothingSent(() =>
      withPublishing(
        project,
        async (publishing) => {
          const { clock } = publishing.ports;
          const { offers, previews, isFaulty } = await offersOf(
            args.files,
            options.account,
            flags,
            project,
            publishing,
            io,
          );
          const codes: ExitCode[] = isFaulty ? [EXIT.draft] : [];
          // All times are settled before anything is written: a question that is not answered changes nothing.
          const dated: { offer: Offer; when: Appointment }[] = [];
          for (const offer of offers)
            dated.push({ offer, when: await timeFor(offer, wanted, project, clock.now(), io) });
          if (options.dryRun) {
            if (options.json) io.stdout.write(`${safeJson(previews.map(previewJson))}\n`);
            else for (const preview of previews) io.stdout.write(`${await renderPreview(preview, io)}\n`);
            for (const { offer, when } of dated) {
              const { plan } = offer.outlook;
              if (plan.do === 'refuse') codes.push(EXIT.notSent);
              const zone = zoneOf(project.config, offer.account);
              const time =
                typeof when === 'number' ? localTime(when, clock.now(), zone) : 'the next free slot';
              io.stderr.write(
                plan.do === 'refuse'
                  ? `not scheduled: ${visible(plan.why)}\n`
                  : `would schedule ${visible(offer.fresh.draft)} → ${offer.account.name}: ${time} (${zone})\n`,
              );
            }
            return exitOfAll(codes.length === 0 ? [EXIT.done] : codes);
          }
          const out = options.json ? io.stderr : io.stdout;
          const records: PublicationRecord[] = [];
          for (const { offer, when } of dated) {
            const done = await keep(offer, when, options.late, flags, project, publishing, io, (line) =>
              out.write(`${line}\n`),
            );
            codes.push(done.code);
            if (done.record !== undefined) records.push(done.record);
          }
          if (options.json) io.stdout.write(`${safeJson(records.map(publicationJson))}\n`);
          if (records.length > 0 && (await workersAtWork(publishing.ports)).length === 0)
            io.stderr.write('No worker is at work: threadmill run sends what is due.\n');
          return exitOfAll(codes);
        },
        { dryRun: options.dryRun },
      ),
    );
  },
});
