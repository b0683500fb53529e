import type { RateWindow, Receipt } from '../../networks/port.ts';
import { PublishingError } from '../../networks/publishing-error.ts';
import { FileError } from '../file-store.ts';
import { syncFrozenFile } from '../freezing/sync-frozen-file.ts';
import { JournalError } from '../journal-error.ts';
import { bookBilled } from '../limits/book.ts';
import { windowOwners } from '../ports.ts';
import { reconcile } from '../settling/reconcile.ts';
import { verdictOn } from './after-failure.ts';
import { attemptOf } from './attempt.ts';
import { backoffMs, MAX_TRIES } from './backoff.ts';
import { LEASE_MS } from './lease.ts';
import { forgetRefused, unreachable } from './network-call.ts';
import { load, type Session } from './run-context.ts';
import { type Halt, paused } from './stop-reason.ts';
import { UnkeptReceiptError } from './unkept-receipt-error.ts';
import { uploadMedia } from './upload-media.ts';

/** How old an intent may be when its request is sent: far less than the remaining lease after its last renewal. */
const INTENT_HOLDS_MS = 10_000;

/** Writes the receipts to the frozen file. If that fails, the publication halts, and nothing is lost. */
export async function keepFile(session: Session, draft: string): Promise<Halt | undefined> {
  try {
    await syncFrozenFile(session.ports, draft);
    return undefined;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return paused('frozen-file', error.message);
  }
}

/**
 * Sends waiting posts: one, or a whole thread if the network accepts it in one call. Commits the intent before every request
 * and the receipt after it. Returns when they are published, or with the reason why not.
 */
export async function sendPosts(session: Session, indexes: readonly number[]): Promise<Halt | undefined> {
  const { clock, journal } = session.ports;
  let open = indexes;
  for (let tries = 1; ; tries += 1) {
    const sent = await sendOnce(session, open);
    if (sent.next === 'done') return undefined;
    if (sent.next === 'halt') return sent.halt;
    if (tries >= MAX_TRIES) return unreachable(session, { message: sent.message, isLocal: false });
    // Uploads that are gone are made again at once; if they are gone a second time, wait first.
    if (sent.next === 'retry' || (sent.next === 'upload' && tries > 1))
      await clock.sleep(backoffMs(tries, clock), session.stop);
    if (session.stop.aborted) return paused('stopped', 'It was stopped.');
    const record = await journal.publication(session.id);
    open = open.filter((index) => record?.posts[index - 1]?.state === 'waiting');
    if (record === undefined || open.length === 0) return undefined;
    const halt = sent.next === 'upload' ? await uploadMedia(session, record, open) : undefined;
    if (halt !== undefined) return halt;
  }
}

type Sent =
  | { readonly next: 'done' }
  | { readonly next: 'halt'; readonly halt: Halt }
  /**
   * Certainly not sent: `retry` after a wait, `again` after a search, which already took its time, `upload` once its images are
   * uploaded again.
   */
  | { readonly next: 'retry' | 'again' | 'upload'; readonly message: string };

async function sendOnce(session: Session, indexes: readonly number[]): Promise<Sent> {
  const { ports, publisher, id, held } = session;
  const { journal, clock } = ports;
  const before = await load(session);
  const intendedAt = clock.now();
  await journal.intend(id, indexes, held.lease, intendedAt);
  if (before.startedAt === null) {
    // The file must record that sending has begun before anything can be published, or a lost journal would leave no trace.
    const halt = await keepFile(session, before.draft);
    if (halt !== undefined) {
      await journal.release(id, indexes);
      return { next: 'halt', halt };
    }
  }
  const record = await load(session);
  const posts = record.posts.filter(({ index }) => indexes.includes(index));
  const attempts = posts.map((post) => attemptOf(record, post, clock.now()));
  try {
    // The client calls this before sending, because it may have to renew a token first.
    const answer = await publisher.client.publish(attempts, () => stillOurs(session, intendedAt));
    const { value: receipts, windows, billed } = answer;
    const pairs = posts.map(({ index }, position) => {
      const receipt = receipts[position];
      if (receipt === undefined) throw new Error(`The client gave no receipt for post ${index} of ${id}.`);
      return { index, receipt };
    });
    await refuseOldReceipts(session, pairs, windows);
    await keepReceipts(session, pairs);
    for (const { index, receipt } of pairs)
      session.tell({ type: 'sent', index, total: record.posts.length, receipt });
    await bookBilled(ports, publisher.account, billed, id);
    if (windows.length > 0) await journal.tellWindows(windowOwners(publisher.account), windows, clock.now());
    return { next: 'done' };
  } catch (error) {
    if (!(error instanceof PublishingError)) throw error;
    return settle(session, indexes, error);
  }
}

/**
 * Between the intent and its request the machine may have been asleep, long enough for another process to take over, find
 * nothing, and send. In that case this process must not send.
 *
 * @throws JournalError `lease-lost`
 */
async function stillOurs({ ports, publisher, held }: Session, intendedAt: number): Promise<void> {
  const now = ports.clock.now();
  if (Math.abs(now - intendedAt) < INTENT_HOLDS_MS) return;
  if (await ports.journal.renewLease({ ...held.lease, expiresAt: now + LEASE_MS })) return;
  throw new JournalError(
    'lease-lost',
    `Another process took over account ${publisher.account.name} while this one was suspended; this one sent nothing.`,
  );
}

/**
 * A response that names a post published earlier is a replayed one and proves nothing about this post.
 *
 * @throws PublishingError `outcome-unknown`
 */
async function refuseOldReceipts(
  { ports, publisher }: Session,
  pairs: readonly { readonly index: number; readonly receipt: Receipt }[],
  windows: readonly RateWindow[],
): Promise<void> {
  const ids = pairs.map(({ receipt }) => receipt.id);
  const known = await ports.journal.knownReceipts(publisher.account.name, ids);
  const old = pairs.find(
    ({ receipt }) => known.includes(receipt.id) || publisher.unkept?.has(receipt.id) === true,
  );
  if (old === undefined) return;
  const { index, receipt } = old;
  throw new PublishingError(
    'outcome-unknown',
    `The response to post ${index} names a post that was published before (${receipt.url}). Post ${index} may or may not be published.`,
    { windows },
  );
}

/** Reports receipts that can't be stored: the posts are published, and the next resume finds them. */
async function keepReceipts(
  { ports, publisher, id }: Session,
  pairs: readonly { readonly index: number; readonly receipt: Receipt }[],
): Promise<void> {
  try {
    await ports.journal.receive(id, pairs, ports.clock.now());
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    for (const { receipt } of pairs) publisher.unkept?.add(receipt.id);
    const out = pairs.map(({ index, receipt }) => `Post ${index} is out: ${receipt.url}`).join('\n');
    throw new UnkeptReceiptError(
      `${out}\nIts receipt could not be stored. ${error.message} Then continue with: threadmill resume ${id} (it finds the post on the network and does not send it again).`,
      pairs.map(({ receipt }) => receipt.url),
      error,
    );
  }
}

async function settle(session: Session, indexes: readonly number[], error: PublishingError): Promise<Sent> {
  const { ports, publisher, id } = session;
  const { journal, clock } = ports;
  await bookBilled(ports, publisher.account, error.billed, id);
  if (error.windows.length > 0)
    await journal.tellWindows(windowOwners(publisher.account), error.windows, clock.now());
  await forgetRefused(session, error);
  const verdict = verdictOn(error, 'publish', clock.now());
  if (verdict.next === 'retry' || verdict.next === 'upload') {
    await journal.release(id, indexes);
    if (error.isLocal) return { next: 'halt', halt: unreachable(session, error) };
    return { next: verdict.next, message: error.message };
  }
  if (verdict.next === 'halt') {
    await journal.release(id, indexes);
    return { next: 'halt', halt: verdict.halt };
  }
  const { saidDuplicate, uploadAgain } = verdict;
  let hasWaited = false;
  for (const index of indexes) {
    const result = await reconcile(session, index, { saidDuplicate, hasWaited });
    hasWaited ||= result.outcome === 'absent';
    if (result.outcome === 'halt') return { next: 'halt', halt: result.halt };
    if (result.outcome === 'absent' && saidDuplicate) {
      const message = `The account already has the text of post ${index}, and not from this publication. Change the text and publish with --refreeze, or delete the other post and resume. ${error.message}`;
      return { next: 'halt', halt: { to: 'failed', message } };
    }
  }
  return { next: uploadAgain === true ? 'upload' : 'again', message: error.message };
}
