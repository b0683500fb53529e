import { FileError } from '../file-store.ts';
import { JournalError } from '../journal-error.ts';
import type { Publisher, SendingPorts } from '../ports.ts';
import type { PublicationRecord } from '../publication.ts';
import { distrusted } from '../settling/receipts-doubt.ts';
import { reconcile, unknownOutcome } from '../settling/reconcile.ts';
import { adoptSentElsewhere } from '../settling/sent-elsewhere.ts';
import { knownIdentity } from './identity.ts';
import { underLease } from './lease.ts';
import { pinRecords } from './pin-records.ts';
import { checkLimits, checkMedia, pauseFor, preflight } from './preflight.ts';
import { load, type PublishEvent, type Session } from './run-context.ts';
import { keepFile, sendPosts } from './send-post.ts';
import { type Halt, paused } from './stop-reason.ts';
import { uploadMedia } from './upload-media.ts';

export type PublishOptions = {
  /** Abort it to stop after the request in flight. */
  readonly stop?: AbortSignal;
  /** The longest pause to wait for here; a longer one is stored in the journal and returned. @default 0 */
  readonly waitUpToMs?: number;
  readonly tell?: (event: PublishEvent) => void;
};

/**
 * Sends the posts of a publication that are not yet published, each once and in order, or records in its state why it can't.
 * Settles what happened before (a crash, a lost response, a pause) first, so it is always safe to call again.
 *
 * @throws AccountBusyError if another process publishes for the account
 * @throws JournalError FileError
 */
export async function publish(
  ports: SendingPorts,
  publisher: Publisher,
  id: string,
  options: PublishOptions = {},
): Promise<PublicationRecord> {
  return underLease(ports, publisher.account.name, options.stop, (held, stop) => {
    const tell = options.tell ?? (() => undefined);
    return publishHeld({ ports, publisher, id, held, stop, tell }, options.waitUpToMs ?? 0);
  });
}

/** Does what `publish` does, for a caller that already holds the account's lease. */
export async function publishHeld(session: Session, waitUpToMs: number): Promise<PublicationRecord> {
  await run(session, waitUpToMs);
  return load(session);
}

async function run(session: Session, waitUpToMs: number): Promise<void> {
  const { journal, clock } = session.ports;
  // The file may know posts that were published through another journal. A file that can't be read or written halts below.
  await keepFile(session, (await load(session)).draft);
  for (;;) {
    const record = await load(session);
    if (record.state === 'published' || record.state === 'cancelled') return;
    await journal.advance(session.id, { to: 'publishing' }, clock.now());
    const halt = await goOn(session);
    if (session.held.lost.aborted) throw leaseLost(session);
    if (halt === undefined) {
      await journal.advance(session.id, { to: 'published' }, clock.now());
      return;
    }
    await journal.advance(session.id, halt, clock.now());
    if (halt.to !== 'paused' || halt.until === null || halt.reason === 'stopped') return;
    if (halt.isWorthWaiting === false) return;
    if (halt.until - clock.now() > waitUpToMs) return;
    session.tell({ type: 'waiting', reason: halt.reason, message: halt.message, until: halt.until });
    while (clock.now() < halt.until && !session.stop.aborted) {
      await clock.sleep(halt.until - clock.now(), session.stop);
    }
    if (session.held.lost.aborted) throw leaseLost(session);
    if (session.stop.aborted) return;
  }
}

function leaseLost({ publisher, id }: Session): JournalError {
  return new JournalError(
    'lease-lost',
    `Another process has taken over the account ${publisher.account.name}; this one stopped. See: threadmill history ${id}`,
  );
}

/** Goes as far as possible. Returns why it can't go further, or `undefined` when all posts are published. */
async function goOn(session: Session): Promise<Halt | undefined> {
  try {
    return (
      (await settleOpen(session)) ??
      (await adoptSentElsewhere(session)) ??
      (await prepare(session)) ??
      (await sendRest(session))
    );
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return paused(error.reason === 'malformed' ? 'frozen-file' : 'media', error.message);
  }
}

/** Settles posts whose outcome an earlier process did not see. */
async function settleOpen(session: Session): Promise<Halt | undefined> {
  const record = await load(session);
  const doubt = distrusted(record, session.publisher.account);
  if (doubt !== undefined) return paused('frozen-file', doubt);
  let waitedFor: number | null = null;
  for (const { index, state, attemptedAt } of record.posts) {
    if (state === 'unknown') return unknownOutcome(record, index);
    if (state !== 'sending') continue;
    // Posts of one call were all attempted at the same moment.
    const result = await reconcile(session, index, {
      hasWaited: attemptedAt !== null && attemptedAt === waitedFor,
    });
    if (result.outcome === 'absent') waitedFor = attemptedAt;
    if (result.outcome === 'halt') return result.halt;
  }
  return keepFile(session, record.draft);
}

/** Runs all checks before the first post, or before continuing: every waiting post must be able to go out. */
async function prepare(session: Session, hasLooked = false): Promise<Halt | undefined> {
  const record = await load(session);
  const waiting = record.posts.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return undefined;
  const forbidden = await killed(session);
  if (forbidden !== undefined) return forbidden;
  const isStarted = record.posts.some(({ state }) => state === 'published');
  const { reasons, isSentElsewhere } = isStarted
    ? { reasons: [...(await checkMedia(session, record)), ...(await checkLimits(session, record))] }
    : await preflight(session, record, hasLooked);
  if (isSentElsewhere === true) {
    await session.ports.journal.noteLearned(record.id, record.frozenAt);
    return (await adoptSentElsewhere(session)) ?? prepare(session, true);
  }
  return (
    pauseFor(reasons) ??
    (await uploadMedia(session, record)) ??
    (await pinRecords(session)) ??
    pauseFor(await checkLimits(session, await load(session), true))
  );
}

async function sendRest(session: Session): Promise<Halt | undefined> {
  const { sends, mostPerCall } = session.publisher.client;
  const identity = await knownIdentity(session);
  if (!identity.ok) return identity.halt;
  const most = sends === 'thread' ? mostPerCall : 1;
  for (;;) {
    const record = await load(session);
    const waiting = record.posts.filter(({ state }) => state === 'waiting').map(({ index }) => index);
    const next = waiting.slice(0, most);
    if (next.length === 0) return undefined;
    if (session.stop.aborted) return paused('stopped', 'It was stopped.');
    const halt =
      (await killed(session)) ??
      pauseFor(await shortOf(session, record)) ??
      (await sendPosts(session, next)) ??
      (await keepFile(session, record.draft));
    if (halt !== undefined) return halt;
  }
}

/** A rate window may be exhausted in the middle of a long thread; waiting for its reset is better than being refused. */
async function shortOf(session: Session, record: PublicationRecord): Promise<Parameters<typeof pauseFor>[0]> {
  const { journal, clock } = session.ports;
  const empty = (await journal.windows(record.account, clock.now(), record.id)).filter(
    ({ call, remaining }) => call === 'publish' && remaining <= 0,
  );
  if (empty.length === 0) return [];
  return checkLimits(session, record);
}

async function killed(session: Session): Promise<Halt | undefined> {
  const path = await session.ports.killSwitch();
  if (path === undefined) return undefined;
  return paused('kill-switch', `The file ${path} forbids all sending. Delete it to continue.`);
}
