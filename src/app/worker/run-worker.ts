import { resolve } from 'node:path';
import { frozenPath, readFrozenFileAt } from '../../publishing/freezing/frozen-file.ts';
import { shownOwner } from '../../publishing/owner.ts';
import type { SendingPorts } from '../../publishing/ports.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { MINUTE_MS } from '../../time/durations.ts';
import { GAP_MS } from '../../time/late.ts';
import { type FoundPublisher, type TakeOptions, takeDue } from '../../worker/take-due.ts';
import type { MetricsServer } from '../../worker/watching/metrics-server.ts';
import { noticeOf } from '../../worker/watching/notice.ts';
import { entryOf, type Log } from '../../worker/watching/worker-log.ts';
import { work } from '../../worker/worker.ts';
import type { WorkerEvent } from '../../worker/worker-event.ts';
import { asOneOfMany, asOnlyWorker } from '../../worker/worker-lease.ts';
import { databaseUrlIn, foreignDatabase } from '../project/places.ts';
import type { Project } from '../project/project.ts';
import { zoneOf, zoneOfRecord } from '../project/zone.ts';
import { draftGone } from '../publishing/draft-gone.ts';
import { editedNote, editedSinceFrozen } from '../publishing/edited-drafts.ts';
import { learnFrozenFiles, type UnreadFile } from '../publishing/frozen-files.ts';
import { draftKey, type Publishing, publisherFor, withPublishing } from '../publishing/open-publishing.ts';
import { Refusal } from '../refusal.ts';
import { arrivingFiles } from './arriving-files.ts';

/** The variable for a secret webhook address. */
const WEBHOOK = 'THREADMILL_NOTIFY_WEBHOOK';

/** How to run the worker. */
export type WorkerWish = {
  /** Sends what is due now, and ends. */
  readonly once: boolean;
  /** Only publications of these drafts, as the user named them; all if empty. */
  readonly files?: readonly string[];
  /** Waits while another worker is running, and takes over after it. */
  readonly wait: boolean;
  /** The port of `/metrics` and `/healthz` on 127.0.0.1; not served if missing. */
  readonly metricsPort: number | undefined;
  readonly log: Log;
  /** Receives every event. */
  readonly tell: (event: WorkerEvent) => void;
  /** The version in the log. */
  readonly version: string;
};

/** `heldBy` is the kill switch, if something was due and it forbade sending. */
export type WorkerRun = { readonly heldBy: string | undefined };

/** Finds the account of a publication. A refusal does not go away by itself, and must not stop the other publications. */
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

/** Starts what observes a worker: log, metrics, notifications. */
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
  const port = wish.metricsPort;
  const metrics =
    port === undefined
      ? undefined
      : { port, ...(await makeMetrics({ journal, accounts, now: clock.now, isForbidden })) };
  return {
    tell: (event) => {
      wish.log(entryOf(event));
      metrics?.count(event);
      wish.tell(event);
      const notice = noticeOf(event, clock.now());
      if (notice !== undefined) notifier.tell(notice);
    },
    serve: async (isWell) => {
      if (metrics === undefined) return undefined;
      const server = await startMetricsServer(metrics.port, {
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
 * Runs the worker: sends what is due until the project's signal is aborted, then finishes the request in flight.
 *
 * @throws ThreadmillError if it can't run at all: WorkerBusyError, MetricsPortError, JournalError
 */
export function runWorker(wish: WorkerWish, project: Project): Promise<WorkerRun> {
  return withPublishing(project, (publishing) => run(wish, project, publishing));
}

/** Imports what the frozen files of the named drafts know; returns those drafts. */
async function learned(
  files: readonly string[],
  project: Project,
  { ports }: Publishing,
): Promise<{ readonly drafts: readonly string[]; readonly unread: readonly UnreadFile[] }> {
  const drafts: string[] = [];
  for (const file of files) {
    const path = draftKey(resolve(project.around.cwd, file), project);
    const isFrozen = path.endsWith('.thread.json');
    const frozen = await readFrozenFileAt(ports.files, isFrozen ? path : frozenPath(path));
    if (frozen === undefined)
      throw new Refusal(
        'usage',
        `${file} has no frozen thread. Freeze it: threadmill schedule ${file} --at WHEN, or threadmill freeze ${file}`,
      );
    drafts.push(isFrozen ? frozen.draft : path);
  }
  return { drafts, unread: await learnFrozenFiles(ports, project, drafts) };
}

/** Sends the due publications of some drafts, one after the other. */
async function sendDrafts(
  drafts: readonly string[],
  ports: SendingPorts,
  options: TakeOptions,
): Promise<void> {
  for (const draft of drafts) {
    const records = await ports.journal.publications({
      draft,
      states: ['scheduled', 'paused', 'publishing'],
    });
    for (const { id, account, state, publishAt, until } of records.toReversed()) {
      const dueAt = state === 'paused' ? until : publishAt;
      if (options.stop.aborted) return;
      if (dueAt !== null && dueAt <= ports.clock.now())
        await takeDue(ports, { id, account, state, dueAt }, options);
    }
  }
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
  const { files = [] } = wish;
  const onUnread = ({ path, why }: UnreadFile): void => log({ level: 'warn', message: why, facts: { path } });
  const { drafts, unread } = await learned(files, project, publishing);
  for (const file of unread) onUnread(file);
  const learnArriving = arrivingFiles(ports, project, onUnread);
  if (files.length === 0) await learnArriving();
  let isRunning = false;
  const server = await serve(() => isRunning || wait);
  const running = async (end: AbortSignal): Promise<void> => {
    isRunning = true;
    const facts = { version: wish.version, accounts: config.accounts.size, zone: zoneOf(project) };
    log({ level: 'info', message: 'worker started', facts });
    const options: TakeOptions = {
      stop: end,
      late: config.defaults.late,
      beforeLook: learnArriving,
      zoneFor: (record) => zoneOfRecord(project, record),
      gapMs: (name) => (config.accounts.get(name)?.gapMinutes ?? GAP_MS / MINUTE_MS) * MINUTE_MS,
      publisherFor: async (record) => {
        const gone = await draftGone(ports, record);
        if (gone !== undefined) return { ok: false, why: gone, reason: 'frozen-file' };
        for (const edited of await editedSinceFrozen(ports, [record]))
          log({
            level: 'warn',
            message: editedNote(edited.draft, [edited.account]),
            facts: { publication: edited.id },
          });
        return found(record, project, publishing);
      },
      tell,
    };
    if (drafts.length > 0) await sendDrafts(drafts, ports, options);
    else if (databaseUrl !== undefined && !once) {
      const { workThroughPgBoss } = await project.wires();
      await workThroughPgBoss(ports, { ...options, databaseUrl });
    } else await work(ports, { ...options, once, amongOthers: databaseUrl !== undefined });
  };
  try {
    const place = {
      stop,
      wait,
      onWait: (owner: string) =>
        log({ level: 'info', message: `waiting while ${shownOwner(owner)} is running` }),
    };
    // An embedded journal has one worker. PostgreSQL may have many; each account's lease still allows one at a time.
    if (databaseUrl === undefined) await asOnlyWorker(ports, place, running);
    else await asOneOfMany(ports, () => running(stop));
  } finally {
    await drained();
    await server?.close();
  }
  const { journal, clock } = ports;
  const heldBy = once ? await ports.killSwitch() : undefined;
  if (heldBy !== undefined && (await journal.due(clock.now(), { limit: 1 })).length > 0) {
    log({
      level: 'warn',
      message: `something is due, but sending is stopped: ${heldBy} exists. To allow it again: threadmill stop --end`,
    });
    return { heldBy };
  }
  log({ level: 'info', message: stop.aborted ? 'stopped, nothing in flight' : 'nothing more is due' });
  return { heldBy: undefined };
}
