import type { PublicationRecord } from '../../publishing/publication.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { GAP_MS } from '../../time/late.ts';
import type { FoundPublisher, TakeOptions } from '../../worker/take-due.ts';
import type { MetricsServer } from '../../worker/watching/metrics-server.ts';
import { noticeOf } from '../../worker/watching/notice.ts';
import { entryOf, type Log } from '../../worker/watching/worker-log.ts';
import { work } from '../../worker/worker.ts';
import type { WorkerEvent } from '../../worker/worker-event.ts';
import { asOneOfMany, asOnlyWorker } from '../../worker/worker-lease.ts';
import { databaseUrlIn, foreignDatabase } from '../project/places.ts';
import type { Project } from '../project/project.ts';
import { type Publishing, publisherFor, withPublishing } from '../publishing/open-publishing.ts';

/** The variable that holds the webhook's address where that is a secret. */
const WEBHOOK = 'THREADMILL_NOTIFY_WEBHOOK';

const MINUTE_MS = 60_000;

/** How the worker runs. */
export type WorkerWish = {
  /** Sends what is due now, and ends. */
  readonly once: boolean;
  /** Waits while another worker is running, and takes over after it. */
  readonly wait: boolean;
  /** Where `/metrics` and `/healthz` are served, on 127.0.0.1; nowhere where missing. */
  readonly metricsPort: number | undefined;
  readonly log: Log;
  /** Told of everything that happens. */
  readonly tell: (event: WorkerEvent) => void;
  /** What the log says of who is running. */
  readonly version: string;
};

/** What kept a run from sending: something was due, and this file forbade all sending. */
export type WorkerRun = { readonly heldBy: string | undefined };

/** The account of a publication; a refusal neither ends by itself nor is a reason to stop the others. */
async function found(
  record: PublicationRecord,
  project: Project,
  publishing: Publishing,
): Promise<FoundPublisher> {
  try {
    return { ok: true, publisher: await publisherFor(record, project, publishing) };
  } catch (error) {
    if (!isOfKind(error, 'usage', 'configuration', 'account')) throw error;
    return { ok: false, why: error.message };
  }
}

/** Everything that watches a worker: log, metrics, notices. */
async function watchers(
  wish: WorkerWish,
  project: Project,
  { ports }: Publishing,
): Promise<{
  readonly tell: (event: WorkerEvent) => void;
  readonly serve: (isWell: () => boolean) => Promise<MetricsServer | undefined>;
  readonly drained: () => Promise<void>;
}> {
  const { config, env } = project;
  const { journal, clock } = ports;
  const { makeMetrics, makeNotifier, startMetricsServer } = await project.wires();
  const webhook = env[WEBHOOK] ?? config.notify.webhook;
  if (webhook !== undefined) project.around.hide([webhook]);
  const notifier = await makeNotifier({
    ...(config.notify.command === undefined ? {} : { command: config.notify.command }),
    ...(webhook === undefined ? {} : { webhook }),
    onFailure: (why) => wish.log({ level: 'warn', message: why }),
  });
  const isForbidden = async (): Promise<boolean> => (await ports.killSwitch()) !== undefined;
  const accounts = [...config.accounts.keys()];
  const metrics = await makeMetrics({ journal, accounts, now: clock.now, isForbidden });
  return {
    tell: (event) => {
      wish.log(entryOf(event));
      metrics.count(event);
      wish.tell(event);
      const notice = noticeOf(event, clock.now());
      if (notice !== undefined) notifier.tell(notice);
    },
    serve: async (isWell) => {
      if (wish.metricsPort === undefined) return undefined;
      const server = await startMetricsServer(wish.metricsPort, {
        metrics: metrics.page,
        illness: async () => {
          await journal.nextDue(clock.now());
          return isWell() ? undefined : 'not running yet';
        },
      });
      wish.log({ level: 'info', message: `metrics at ${server.url}/metrics` });
      return server;
    },
    drained: () => notifier.drained(),
  };
}

/**
 * The worker: sends what is due until the project's signal stops it, the request in flight being finished then.
 *
 * @throws ThreadmillError where it can't run at all: WorkerBusyError, MetricsPortError, JournalError
 */
export function runWorker(wish: WorkerWish, project: Project): Promise<WorkerRun> {
  return withPublishing(project, (publishing) => run(wish, project, publishing));
}

async function run(wish: WorkerWish, project: Project, publishing: Publishing): Promise<WorkerRun> {
  const { ports } = publishing;
  const { config } = project;
  const { log, once, wait } = wish;
  const stop = project.around.signal;
  const { tell, serve, drained } = await watchers(wish, project, publishing);
  const databaseUrl = databaseUrlIn(project.env);
  const foreign = foreignDatabase(project.env);
  if (foreign !== undefined) log({ level: 'warn', message: foreign });
  let isRunning = false;
  const server = await serve(() => isRunning || wait);
  const running = async (end: AbortSignal): Promise<void> => {
    isRunning = true;
    const facts = { version: wish.version, accounts: config.accounts.size };
    log({ level: 'info', message: 'worker started', facts });
    const options: TakeOptions = {
      stop: end,
      late: config.defaults.late,
      gapMs: (name) => (config.accounts.get(name)?.gapMinutes ?? GAP_MS / MINUTE_MS) * MINUTE_MS,
      publisherFor: (record) => found(record, project, publishing),
      tell,
    };
    if (databaseUrl !== undefined && !once) {
      const { workThroughPgBoss } = await project.wires();
      await workThroughPgBoss(ports, { ...options, databaseUrl });
    } else await work(ports, { ...options, once, amongOthers: databaseUrl !== undefined });
  };
  try {
    const place = {
      stop,
      wait,
      onWait: (owner: string) =>
        log({ level: 'info', message: `standing by while ${owner.split(' #')[0]} is running` }),
    };
    // A file has one worker; PostgreSQL may have many, each account still one at a time, by its own lease.
    if (databaseUrl === undefined) await asOnlyWorker(ports, place, running);
    else await asOneOfMany(ports, () => running(stop));
  } finally {
    await drained();
    await server?.close();
  }
  const { journal, clock } = ports;
  const heldBy = once ? await ports.killSwitch() : undefined;
  if (heldBy !== undefined && (await journal.due(clock.now(), { limit: 1 })).length > 0) {
    log({ level: 'warn', message: `something is due, but ${heldBy} forbids all sending` });
    return { heldBy };
  }
  log({ level: 'info', message: stop.aborted ? 'stopped, nothing in flight' : 'nothing more is due' });
  return { heldBy: undefined };
}
