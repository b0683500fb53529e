import { Refusal } from '../../app/refusal.ts';
import { counted } from '../../preview/amounts.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { previewJson } from '../../preview/preview-json.ts';
import { type Preview, renderPreview } from '../../preview/render-preview.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { countSent, type PlanFlags } from '../../publishing/freezing/plan.ts';
import { costOf, dollars } from '../../publishing/money.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { pace } from '../../publishing/sending/pace.ts';
import { publishDraft } from '../../publishing/sending/publish-draft.ts';
import type { PublishEvent } from '../../publishing/sending/run-context.ts';
import { defineCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type Publishing, withPublishing } from '../open-publishing.ts';
import { progressLine } from '../progress-lines.ts';
import { openProject, type Project } from '../project.ts';
import { publicationJson } from '../publication-json.ts';
import { standstillLines } from '../publication-lines.ts';
import { type Offer, offersOf } from '../publish-offers.ts';
import { exitOf, exitOfAll } from '../sending-exit.ts';
import { orNothingSent, sendingFailure } from '../sending-failure.ts';
import { waitingOptions, waitUpToMs } from '../waiting-options.ts';
import { zoneOf } from '../zone.ts';

/** What one offer is about, and what it would do. */
function offerLine({ account, fresh, outlook }: Offer): string {
  const { plan, current } = outlook;
  const where = `${visible(fresh.draft)} → ${account.name} (${account.network})`;
  if (plan.do === 'refuse') return visible(plan.why);
  const posts = plan.do === 'freeze' ? plan.thread.posts : (plan.rest ?? current ?? fresh).posts;
  const sent = plan.do === 'go-on' && current !== undefined ? countSent(current) : 0;
  const rest = posts.slice(sent);
  if (rest.length === 0)
    return `${where}: all is out already (${counted(posts.length, 'post')}); none is sent again`;
  const far =
    sent === 0 ? counted(posts.length, 'post') : `the other ${rest.length} of ${posts.length} posts`;
  return `${where}: ${far}, ${dollars(costOf(rest))}`;
}

/** Asks before anything is frozen. What is not frozen yet is shown whole: it goes out as it is approved. */
async function confirmed(offers: readonly Offer[], previews: readonly Preview[], io: Io): Promise<boolean> {
  const canAsk = io.stdin.isTTY && io.isTTY;
  const anew = offers
    .filter(
      ({ outlook: { plan } }) => plan.do === 'freeze' || (plan.do === 'go-on' && plan.rest !== undefined),
    )
    .map(({ thread }) => thread);
  for (const preview of canAsk ? previews : []) {
    const threads = preview.threads.filter(({ thread }) => anew.includes(thread));
    if (threads.length > 0) io.stderr.write(`${await renderPreview({ ...preview, threads }, io)}\n`);
  }
  for (const offer of offers) io.stderr.write(`${offerLine(offer)}\n`);
  if (!canAsk)
    throw new Refusal('usage', 'Publishing without a terminal to ask at needs --yes. Nothing was sent.');
  const answer = await io.ask('Publish? [y/N] ');
  return /^y(es)?$/i.test(answer.trim());
}

type Done = { readonly code: ExitCode; readonly record?: PublicationRecord };

/** Publishes one offer and tells what becomes of it. */
async function send(
  offer: Offer,
  flags: PlanFlags,
  wait: number,
  tag: string,
  project: Project,
  publishing: Publishing,
  io: Io,
  say: (line: string) => void,
): Promise<Done> {
  const { ports, publisher } = publishing;
  const zone = zoneOf(project.config, offer.account);
  let sent = 0;
  const tell = (event: PublishEvent): void => {
    if (event.type === 'sent' || event.type === 'found') sent += 1;
    say(`${tag}${progressLine(event, ports.clock.now(), zone)}`);
  };
  const paint = makePaint(io.color);
  try {
    const options = { stop: io.signal, waitUpToMs: wait, tell };
    const result = await publishDraft(ports, await publisher(offer.account), offer.fresh, flags, options);
    if (!result.ok) {
      io.stderr.write(`${paint.yellow('not sent:')} ${visible(result.why)}\n`);
      return { code: EXIT.notSent };
    }
    const { record } = result;
    const label = record.state === 'published' ? paint.green('published') : paint.yellow(record.state);
    const out = record.posts.filter(({ state }) => state === 'published');
    say(
      `${tag}${label}: ${visible(record.draft)} → ${record.account}, ${out.length} of ${counted(record.posts.length, 'post')}, ${dollars(costOf(out))}  ${paint.dim(record.id)}`,
    );
    for (const line of standstillLines(record, ports.clock.now(), zone)) io.stderr.write(`${tag}${line}\n`);
    return { code: exitOf(record), record };
  } catch (error) {
    const failure = sendingFailure(error, sent);
    io.stderr.write(`${paint.red('error:')} ${visible(failure.message)}\n`);
    return { code: failure.code };
  }
}

/** `threadmill publish FILE…`: freezes each thread and sends it, exactly once. */
export const command = defineCommand({
  name: 'publish',
  description:
    'Freeze the threads of drafts in NAME.thread.json beside them, and send them: each post once, in order. Whatever stops it, the same command goes on where it stopped. While the file .threadmill/STOP exists, nothing is sent.',
  arguments: { files: { form: '<file...>', about: 'drafts' } },
  options: {
    account: { flags: '--account <name>', about: 'as this account (repeatable)', repeat: true },
    dryRun: { flags: '--dry-run', about: 'show what would be sent; write and send nothing' },
    yes: { flags: '--yes', about: 'do not ask' },
    again: { flags: '--again', about: 'send once more what was published before' },
    refreeze: { flags: '--refreeze', about: 'take in what was edited since the thread was frozen' },
    ...waitingOptions,
    json: {
      flags: '--json',
      about: 'print the publications as JSON (with --dry-run: the previews); progress goes to stderr',
    },
  },
  examples: [
    { line: 'publish posts/paper-small-rivers.md', about: 'show what it is, ask, and send it' },
    { line: 'publish posts/*.md --dry-run', about: 'see everything, send nothing' },
    { line: 'publish posts/links-sunday-12.md --account me --yes', about: 'from a script' },
  ],
  run: async (args, options, io) => {
    const wait = waitUpToMs(options);
    const flags = { again: options.again, refreeze: options.refreeze };
    const project = await openProject(io);
    return orNothingSent(() =>
      withPublishing(
        project,
        async (publishing) => {
          const { offers, previews, isFaulty } = await offersOf(
            args.files,
            options.account,
            flags,
            project,
            publishing,
            io,
          );
          const faulty: ExitCode[] = isFaulty ? [EXIT.draft] : [];
          const refused = offers.filter(({ outlook }) => outlook.plan.do === 'refuse');
          const open = offers.filter(({ outlook }) => outlook.plan.do !== 'refuse');
          const paint = makePaint(io.color);
          for (const offer of refused) io.stderr.write(`${paint.yellow('not sent:')} ${offerLine(offer)}\n`);
          const closed = refused.map((): ExitCode => EXIT.notSent);
          if (options.dryRun) {
            if (!options.json)
              for (const preview of previews) io.stdout.write(`${await renderPreview(preview, io)}\n`);
            else io.stdout.write(`${safeJson(previews.map(previewJson))}\n`);
            for (const offer of open) io.stderr.write(`would publish ${offerLine(offer)}\n`);
            return exitOfAll([...faulty, ...closed, ...open.map((): ExitCode => EXIT.done)]);
          }
          if (open.length > 0 && !options.yes && !(await confirmed(open, previews, io))) {
            io.stderr.write('Nothing was sent.\n');
            return EXIT.notSent;
          }
          const out = options.json ? io.stderr : io.stdout;
          const accounts = new Set(open.map(({ account }) => account.name));
          const results = await pace(
            open.map((offer) => ({
              account: offer.account.name,
              run: () => {
                const tag = accounts.size > 1 ? `${offer.account.name}  ` : '';
                if (open.length > 1 || options.yes) out.write(`${tag}${offerLine(offer)}\n`);
                return send(offer, flags, wait, tag, project, publishing, io, (line) =>
                  out.write(`${line}\n`),
                );
              },
            })),
          );
          const done = results.map((result) => {
            if (result.status === 'rejected') throw result.reason;
            return result.value;
          });
          if (options.json) {
            const records = done.flatMap(({ record }) =>
              record === undefined ? [] : [publicationJson(record)],
            );
            io.stdout.write(`${safeJson(records)}\n`);
          }
          return exitOfAll([...faulty, ...closed, ...done.map(({ code }) => code)]);
        },
        { dryRun: options.dryRun },
      ),
    );
  },
});
