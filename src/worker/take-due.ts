import { FileError } from '../publishing/file-store.ts';
import { frozenPath } from '../publishing/freezing/frozen-file.ts';
import { countSent } from '../publishing/freezing/plan.ts';
import { syncFrozenFile } from '../publishing/freezing/sync-frozen-file.ts';
import type { DuePublication, Publications, Spending } from '../publishing/journal.ts';
import { isPassing, JournalError } from '../publishing/journal-error.ts';
import type { PortsOf, Publisher, SendingPorts } from '../publishing/ports.ts';
import type { Advance, PublicationRecord } from '../publishing/publication.ts';
import { AccountBusyError, isFree } from '../publishing/sending/lease.ts';
import { publish } from '../publishing/sending/publish.ts';
import { UnkeptReceiptError } from '../publishing/sending/unkept-receipt-error.ts';
import type { PauseReason } from '../publishing/states.ts';
import type { Result } from '../result.ts';
import type { ThreadmillError } from '../threadmill-error.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { LATE_MS, lateVerdict } from '../time/late.ts';
import type { LatePolicy } from '../time/late-policy.ts';
import { UTC } from '../time/time-zone.ts';
import { zonedTime } from '../time/zoned-time.ts';
import type { WorkerEvent } from './worker-event.ts';

/** The account of a publication with its client, or a sentence that says why it can't be used. */
export type FoundPublisher =
  | Extract<Result<{ readonly publisher: Publisher }>, { ok: true }>
  | { readonly ok: false; readonly why: string; readonly reason?: PauseReason };

/** What the worker needs to continue one publication, with any queue. */
export type TakeOptions = {
  readonly stop: AbortSignal;
  readonly publisherFor: (record: PublicationRecord) => Promise<FoundPublisher>;
  /** What to do with a missed publication whose draft does not say. */
  readonly late: LatePolicy | undefined;
  /** The minimum time between two missed publications of an account, in ms. */
  readonly gapMs: (account: string) => number;
  /** The zone for showing the times of a publication. @default UTC */
  readonly zoneFor?: (record: PublicationRecord) => string;
  /** Called before looking for due publications: imports what arrived from elsewhere. */
  readonly beforeLook?: () => Promise<void>;
  readonly tell: (event: WorkerEvent) => void;
};

/** When to retry an account that another process is publishing for. */
const BUSY_MS = 15_000;

/** When to retry after a disk error. */
const TROUBLE_MS = 60_000;

/** When to retry after the journal was locked, or its server closed the connection; usually it is back at once. */
const JOURNAL_AGAIN_MS = 5_000;

/**
 * Continues a due publication as far as possible: until it is published, or paused with a reason. Returns until when to leave
 * its account alone, if so. Safe to call too often, or twice at once.
 */
export async function takeDue(
  ports: SendingPorts,
  due: DuePublication,
  options: TakeOptions,
): Promise<EpochMs | undefined> {
  let record: PublicationRecord | undefined;
  try {
    await learnOwnFile(ports, due.id);
    record = await ports.journal.publication(due.id);
    if (record === undefined || !isOpen(record)) return undefined;
    // Its file may just have given it another time.
    if (record.state === 'scheduled' && record.publishAt > ports.clock.now()) return undefined;
    await take(ports, record, due.dueAt, options);
    return undefined;
  } catch (error) {
    return afterFailure(ports, { due, record }, error, options);
  }
}

/**
 * Imports what the publication's own file knows right now, such as a cancellation or another time from elsewhere. Does not
 * recreate a missing file; an unreadable one pauses the publication later, when it is sent.
 */
async function learnOwnFile(ports: PortsOf<Publications, 'files'>, id: string): Promise<void> {
  const draft = (await ports.journal.publication(id))?.draft;
  if (draft === undefined) return;
  try {
    if ((await ports.files.readText(frozenPath(draft))) !== undefined) await syncFrozenFile(ports, draft);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}

const isOpen = ({ state }: PublicationRecord): boolean =>
  state === 'scheduled' || state === 'paused' || state === 'publishing';

async function take(
  ports: SendingPorts,
  record: PublicationRecord,
  dueAt: EpochMs,
  options: TakeOptions,
): Promise<void> {
  const now = ports.clock.now();
  // The process that is publishing for the account decides.
  const lease = await ports.journal.lease(record.account, now);
  if (lease !== undefined && !isFree(ports.owner, lease)) throw new AccountBusyError(lease);
  const held = await heldBack(ports, record, dueAt, options);
  if (held !== undefined) return leave(ports, record, held, options);
  const found = await options.publisherFor(record);
  if (!found.ok)
    return leave(
      ports,
      record,
      { to: 'paused', reason: found.reason ?? 'auth', message: found.why, until: null },
      options,
    );
  options.tell({ type: 'taken', record, lateMs: Math.max(0, now - dueAt) });
  const end = await publish(ports, found.publisher, record.id, {
    stop: options.stop,
    tell: (step) => options.tell({ type: 'step', record, step }),
  });
  if (end.state === 'paused' && end.reason === 'stopped' && options.stop.aborted) {
    // Nobody asked to stop this publication, so the next worker continues it at once.
    const again = {
      reason: 'stopped',
      message: 'The worker was stopped.',
      until: ports.clock.now(),
    } as const;
    return leave(ports, end, { to: 'paused', ...again }, options);
  }
  options.tell({ type: 'left', record: end });
}

/** Returns why a due publication is not sent now; `undefined` if it is. */
async function heldBack(
  { journal, clock }: PortsOf<Spending, 'clock'>,
  record: PublicationRecord,
  dueAt: EpochMs,
  options: TakeOptions,
): Promise<Advance | undefined> {
  const now = clock.now();
  const gapMs = options.gapMs(record.account);
  const verdict = lateVerdict({
    now,
    dueAt,
    policy: record.late ?? options.late,
    reason: record.reason,
    hasBegun: countSent(record) > 0 || record.startedAt !== null,
    lastSentAt: (await journal.sentSince(record.account, now - gapMs)).at(-1),
    gapMs,
  });
  const was = zonedTime(dueAt, now, options.zoneFor?.(record) ?? UTC);
  switch (verdict.do) {
    case 'send':
      return undefined;
    case 'skip':
      return { to: 'cancelled' };
    case 'ask': {
      const how = now - dueAt > LATE_MS ? 'more than six hours ago' : 'a while ago';
      const message = `It was due at ${was}, ${how}, and no worker was running. To send it now: threadmill queue retry ${record.id}. To give it another time: threadmill queue move ${record.id} --at WHEN. To cancel it: threadmill queue cancel ${record.id}`;
      return { to: 'paused', reason: 'late', message, until: null };
    }
    case 'space': {
      const message = `It was due at ${was}, when nothing ran. Missed publications are sent one after the other, not all at once.`;
      return { to: 'paused', reason: 'missed', message, until: verdict.until };
    }
    default: {
      const forgotten: never = verdict;
      throw new Error(`No way to ${JSON.stringify(forgotten)}.`);
    }
  }
}

async function leave(
  ports: PortsOf<Publications, 'files' | 'clock'>,
  record: PublicationRecord,
  change: Advance,
  { tell }: TakeOptions,
): Promise<void> {
  // Only from the state that was read: if another process moved it meanwhile, that change wins.
  await ports.journal.advance(record.id, change, ports.clock.now(), [record.state]);
  if (change.to === 'cancelled') await syncFrozenFile(ports, record.draft);
  tell({ type: 'left', record: (await ports.journal.publication(record.id)) ?? record });
}

/** A failure of one publication must not stop the others. */
async function afterFailure(
  { journal, clock }: PortsOf<Publications, 'clock'>,
  { due, record }: { readonly due: DuePublication; readonly record: PublicationRecord | undefined },
  error: unknown,
  { tell }: TakeOptions,
): Promise<EpochMs | undefined> {
  const now = clock.now();
  if (error instanceof AccountBusyError) {
    tell({ type: 'busy', account: due.account, owner: error.owner });
    return now + BUSY_MS;
  }
  // It was cancelled or moved at the same moment, which is fine.
  if (error instanceof JournalError && error.reason === 'stale') return undefined;
  const trouble = (why: ThreadmillError): EpochMs => {
    const cause = why instanceof UnkeptReceiptError ? why.cause : why;
    const isShort = isPassing(cause) && cause.reason !== 'full';
    const retryAt = now + (isShort ? JOURNAL_AGAIN_MS : TROUBLE_MS);
    tell({ type: 'trouble', error: why, ...(record === undefined ? {} : { record }), retryAt });
    return retryAt;
  };
  if (error instanceof JournalError || error instanceof FileError || error instanceof UnkeptReceiptError)
    return trouble(error);
  if (record === undefined) throw error;
  tell({ type: 'bug', error, record });
  const message = 'A bug in threadmill stopped it; the worker’s log has the details. Please report it.';
  try {
    await journal.advance(record.id, { to: 'paused', reason: 'stopped', message, until: null }, now);
    return undefined;
  } catch (unkept) {
    // The pause could not be stored now; the next look will decide the same.
    if (!isPassing(unkept)) throw unkept;
    return trouble(unkept);
  }
}
