import { mediaProblems } from '../freezing/media-problems.ts';
import { overBudget, overFuse } from '../limits/budget.ts';
import { readsAhead } from '../limits/first-use.ts';
import { roomFor } from '../limits/windows.ts';
import { costOf } from '../money.ts';
import { windowOwners } from '../ports.ts';
import type { PostRecord, PublicationRecord } from '../publication.ts';
import { sha256 } from '../sha256.ts';
import { isSentElsewhere, noteSentElsewhere, readRecent, repeats } from './repeats.ts';
import type { Session } from './run-context.ts';
import { type Halt, paused } from './stop-reason.ts';
import { uploadsOf } from './upload-media.ts';

/** Why a publication must not start: one sentence for each reason, all of them, so that the user can fix them in one go. */
export type Reasons = readonly Extract<Halt, { to: 'paused' }>[];

const waitingPosts = (record: PublicationRecord): readonly PostRecord[] =>
  record.posts.filter(({ state }) => state === 'waiting');

/** Checks that the images are unchanged since the thread was frozen. @throws FileError */
export async function checkMedia(session: Session, record: PublicationRecord): Promise<Reasons> {
  const { account } = session.publisher;
  const found: Reasons[number][] = [];
  for (const image of waitingPosts(record).flatMap(uploadsOf)) {
    const bytes = await session.ports.files.readMedia(record.draft, image.path);
    const problems =
      image.use === 'card' && bytes !== undefined ? [] : mediaProblems(image, bytes, account.media);
    for (const problem of problems) found.push(paused('media', problem));
    if (bytes !== undefined && sha256(bytes) !== image.sha256) {
      found.push(
        paused(
          'media',
          `The image ${image.path} has changed since the thread was frozen. Restore it, or publish with --refreeze.`,
        ),
      );
    }
  }
  return found;
}

/**
 * Checks the waiting posts against the rate windows, the month's cap and posts_per_hour. With `reserving`, reserves room in the
 * windows, or returns the reasons why there is not enough.
 */
export async function checkLimits(
  session: Session,
  record: PublicationRecord,
  reserving = false,
): Promise<Reasons> {
  const { journal, clock } = session.ports;
  const { account } = session.publisher;
  const now = clock.now();
  const open = waitingPosts(record);
  const uploads = open.flatMap(uploadsOf).filter(({ upload }) => upload === null).length;
  const isStarted = record.posts.some(({ state }) => state === 'published');
  const reads = isStarted || reserving ? 0 : await readsAhead(journal, account);
  const found: Reasons[number][] = [];
  const load = { posts: open.length, uploads };
  const windows = reserving
    ? await journal.reserve(record.id, windowOwners(account), now, (known) => roomFor(known, load, now).fits)
    : await journal.windows(account.name, now, record.id);
  const room = roomFor(windows, load, now);
  if (!room.fits)
    found.push(paused(room.until === null ? 'thread-too-long' : 'rate-limited', room.message, room.until));
  const over = [
    await overBudget(journal, account, costOf(open) + reads, now),
    await overFuse(journal, account, open.length, now),
  ];
  for (const one of over) if (one !== undefined) found.push(paused(one.reason, one.message, one.until));
  return found;
}

/** The reasons against the first post, or that another checkout seems to have sent it, which must be checked. */
export type Preflight = { readonly reasons: Reasons; readonly isSentElsewhere?: true };

/**
 * Checks everything that can be known before the first post; nothing is sent unless all checks pass. Returns every reason
 * against it. `hasLooked`: what another checkout may have sent was already looked for.
 *
 * @throws FileError JournalError
 */
export async function preflight(
  session: Session,
  record: PublicationRecord,
  hasLooked = false,
): Promise<Preflight> {
  const media = await checkMedia(session, record);
  const limits = await checkLimits(session, record);
  // Skip the requests if local checks already fail.
  if (media.length + limits.length > 0) return { reasons: [...media, ...limits] };
  const recent = await readRecent(session, record);
  if (!recent.ok) return { reasons: asReasons(recent.halt) };
  await noteSentElsewhere(session, record, recent.value);
  const isSuspect = isSentElsewhere(recent.value, record, {
    now: session.ports.clock.now(),
    isNamedByClient: session.publisher.client.pin !== undefined,
  });
  if (record.learnedAt === undefined && !hasLooked && isSuspect)
    return { reasons: [], isSentElsewhere: true };
  const { newest, identity } = recent.value;
  if (newest !== undefined) await session.ports.journal.noteBeginning(record.id, identity, newest);
  const { account } = session.publisher;
  const facts = { refusesForMs: account.refusesRepeatsForMs, now: session.ports.clock.now() };
  // The responses may have reported windows that were not known before.
  return { reasons: [...repeats(recent.value, record, facts), ...(await checkLimits(session, record))] };
}

function asReasons(halt: Halt): Reasons {
  return halt.to === 'paused' ? [halt] : [paused('auth', halt.message)];
}

/** Combines all reasons into one pause. It ends by itself only if every reason does, and then with the last one. */
export function pauseFor(reasons: Reasons): Halt | undefined {
  const [first] = reasons;
  if (first === undefined) return undefined;
  const lead =
    reasons.find(({ until }) => until === null) ??
    reasons.reduce((last, one) => ((one.until ?? 0) > (last.until ?? 0) ? one : last), first);
  const pause = paused(lead.reason, reasons.map(({ message }) => message).join('\n'), lead.until);
  return lead.isWorthWaiting === false ? { ...pause, isWorthWaiting: false } : pause;
}
