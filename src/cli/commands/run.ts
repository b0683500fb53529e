import { databaseUrlIn, foreignDatabase } from '../../compose.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { GAP_MS } from '../../time/late.ts';
import type { FoundPublisher } from '../../worker/take-due.ts';
import { makeMetrics } from '../../worker/watching/metrics.ts';
import { type MetricsServer, startMetricsServer } from '../../worker/watching/metrics-server.ts';
import { noticeOf } from '../../worker/watching/notice.ts';
import { makeNotifier } from '../../worker/watching/notifier.ts';
import { entryOf, jsonLog, type Log, type LogLevel } from '../../worker/watching/worker-log.ts';
import { work } from '../../worker/worker.ts';
import type { WorkerEvent } from '../../worker/worker-event.ts';
import { asOneOfMany, asOnlyWorker } from '../../worker/worker-lease.ts';
import { defineCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type Publishing, publisherFor, withPublishing } from '../open-publishing.ts';
import { wholeNumber } from '../option-values.ts';
import { prettyLog } from '../pretty-log.ts';
import { openProject, type Project } from '../project.ts';
import { exitOf, exitOfAll } from '../sending-exit.ts';
import { VERSION } from '../version.ts';

/** The variable that holds the webhook's address where that is a secret. */
const WEBHOOK = 'THREADMILL_NOTIFY_WEBHOOK';

/** The program that is told is given this long at the end of a run. */
const MINUTE_MS = 60_000;

async function found(
  record: PublicationRecord,
  project: Project,
  publishing: Publishing,
): Promise<FoundPublisher> {
  try {
    return { ok: true, publisher: await publisherFor(record, project, publishing) };
  } catch (error) {
    // Neither ends by itself, and neither is a reason to stop the others.
    if (!isOfKind(error, 'usage', 'configuration', 'account')) throw error;
    return { ok: false, why: error.message };
  }
}

function logFor(io: Io, json: boolean, level: LogLevel): Log {
  const write = (text: string): void => io.stdout.write(text);
  return io.isTTY && !json
    ? prettyLog(write, makePaint(io.color), level, Date.now)
    : jsonLog(write, level, Date.now);
}

/** What a run came to, for a cron line: what stands still, and whether there was a bug. */
function makeOutcome(): { note(event: WorkerEvent): void; code(): ExitCode } {
  const codes: ExitCode[] = [];
  let hadBug = false;
  return {
    note: (event) => {
      if (event.type === 'bug') hadBug = true;
      if (event.type !== 'left') return;
      const { record } = event;
      const standsStill = record.state === 'failed' || (record.state === 'paused' && record.until === null);
      codes.push(standsStill ? exitOf(record) : EXIT.done);
    },
    code: () => (hadBug ? EXIT.bug : exitOfAll(codes)),
  };
}

type Settings = {
  readonly once: boolean;
  readonly wait: boolean;
  readonly metricsPort: number | undefined;
  readonly log: Log;
};

async function runWorker(
  settings: Settings,
  project: Project,
  publishing: Publishing,
  io: Io,
): Promise<ExitCode> {
  const { ports } = publishing;
  const { config } = project;
  const { log } = settings;
  const stop = io.signal;
  const webhook = project.env[WEBHOOK] ?? config.notify.webhook;
  if (webhook !== undefined) io.hide([webhook]);
  const notifier = makeNotifier({
    ...(config.notify.command === undefined ? {} : { command: config.notify.command }),
    ...(webhook === undefined ? {} : { webhook }),
    onFailure: (why) => log({ level: 'warn', message: why }),
  });
  const isForbidden = async (): Promise<boolean> => (await ports.killSwitch()) !== undefined;
  const { journal, clock } = ports;
  const accounts = [...config.accounts.keys()];
  const metrics = makeMetrics({ journal, accounts, now: clock.now, isForbidden });
  const databaseUrl = databaseUrlIn(project.env);
  const foreign = foreignDatabase(project.env);
  if (foreign !== undefined) log({ level: 'warn', message: foreign });
  const outcome = makeOutcome();
  let isAtWork = false;
  const server: MetricsServer | undefined =
    settings.metricsPort === undefined
      ? undefined
      : await startMetricsServer(settings.metricsPort, {
          metrics: metrics.page,
          illness: async () => {
            await journal.nextDue(clock.now());
            return isAtWork || settings.wait ? undefined : 'not at work yet';
          },
        });
  if (server !== undefined) log({ level: 'info', message: `metrics at ${server.url}/metrics` });
  const tell = (event: WorkerEvent): void => {
    log(entryOf(event));
    metrics.count(event);
    outcome.note(event);
    const notice = noticeOf(event, clock.now());
    if (notice !== undefined) notifier.tell(notice);
  };
  try {
    const place = {
      stop,
      wait: settings.wait,
      onWait: (owner: string) =>
        log({ level: 'info', message: `standing by: ${owner.split(' #')[0]} is at work` }),
    };
    const atWork = async (end: AbortSignal): Promise<void> => {
      isAtWork = true;
      log({ level: 'info', message: 'at work', facts: { version: VERSION, accounts: accounts.length } });
      const options = {
        stop: end,
        late: config.defaults.late,
        gapMs: (name: string) => (config.accounts.get(name)?.gapMinutes ?? GAP_MS / MINUTE_MS) * MINUTE_MS,
        publisherFor: (record: PublicationRecord) => found(record, project, publishing),
        tell,
      };
      if (databaseUrl !== undefined && !settings.once) {
        const { workThroughPgBoss } = await import('../../worker/pg-boss-queue.ts');
        await workThroughPgBoss(ports, { ...options, databaseUrl });
      } else await work(ports, { ...options, once: settings.once, amongOthers: databaseUrl !== undefined });
    };
    // A file has one worker; PostgreSQL may have many, each account still one at a time, by its own lease.
    if (databaseUrl === undefined) await asOnlyWorker(ports, place, atWork);
    else await asOneOfMany(ports, () => atWork(stop));
  } finally {
    await notifier.drained();
    await server?.close();
  }
  const heldBy = settings.once ? await ports.killSwitch() : undefined;
  if (heldBy !== undefined && (await journal.due(clock.now(), { limit: 1 })).length > 0) {
    log({ level: 'warn', message: `something is due, and ${heldBy} forbids all sending` });
    return outcome.code() === EXIT.done ? EXIT.notSent : outcome.code();
  }
  log({
    level: 'info',
    message: stop.aborted ? 'stopped, with nothing in flight' : 'nothing is due any more',
  });
  return settings.once ? outcome.code() : outcome.code() === EXIT.bug ? EXIT.bug : EXIT.done;
}

/** `threadmill run`: the worker, which sends what is due until it is stopped. */
export const command = defineCommand({
  name: 'run',
  description:
    'Send what is scheduled, when its time comes, and go on with what was paused, until Ctrl-C or SIGTERM: the request in flight is finished then, and nothing else begun. One worker is enough for a project; a second refuses, or stands by with --wait and takes over when the first ends or dies. With DATABASE_URL any number of them share the work.',
  arguments: {},
  options: {
    once: { flags: '--once', about: 'send what is due now, and end: for a cron line' },
    wait: { flags: '--wait', about: 'stand by while another worker is at work, and take over after it' },
    metrics: { flags: '--metrics <port>', about: 'serve /metrics and /healthz on 127.0.0.1' },
    json: { flags: '--json', about: 'log as JSON lines also at a terminal' },
    level: {
      flags: '--log-level <level>',
      about: 'the least that is logged',
      default: 'info',
      choices: ['debug', 'info', 'warn', 'error'],
    },
  },
  examples: [
    { line: 'run', about: 'at a terminal, or as a service (docs/scheduling.md has the unit)' },
    { line: 'run --once', about: 'from cron, every few minutes' },
    { line: 'run --wait --metrics 9464', about: 'a second machine’s stand-by, watched by Prometheus' },
  ],
  run: async (_args, options, io) => {
    const metricsPort = wholeNumber('--metrics', options.metrics, 0, 65_535);
    const project = await openProject(io);
    const log = logFor(io, options.json, options.level);
    return withPublishing(project, (publishing) =>
      runWorker({ once: options.once, wait: options.wait, metricsPort, log }, project, publishing, io),
    );
  },
});
