import type { Addresses } from '../../networks/addresses.ts';
import type { Receipt } from '../../networks/port.ts';
import { ThreadmillError } from '../../threadmill-error.ts';
import { DAY_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { syncFrozenFile } from '../freezing/sync-frozen-file.ts';
import type { Leases, Posts, Publications } from '../journal.ts';
import type { PortsOf } from '../ports.ts';
import type { PostRecord, PublicationRecord } from '../publication.ts';
import { underLease } from '../sending/lease.ts';
import { adopted } from './adopted.ts';

/** What the user saw on the account: the post, as a URL or an id, or its absence. */
export type Sighting = { readonly posted: string } | { readonly posted: false };

/** The user's answer can't be right. The message says why, and what is accepted. */
export class ResolveError extends ThreadmillError {
  override readonly name = 'ResolveError';
  readonly kind = 'usage';
}

function receiptOf({ isId, idIn, urlOf }: Addresses, posted: string, at: number): Receipt {
  if (urlOf !== undefined && isId(posted)) return { id: posted, url: urlOf(posted), at };
  const found = idIn(posted);
  if (found === undefined) {
    throw new ResolveError(
      `${posted} is not the address of a post. Give the post's URL, as the browser shows it, or its id.`,
    );
  }
  return { id: found, url: posted, at };
}

/**
 * Settles a post with an unknown outcome by the user's answer. The publication stays paused until `resume`.
 *
 * @throws ResolveError if there is nothing to settle, or the answer can't be right
 * @throws AccountBusyError JournalError FileError
 */
export async function resolve(
  ports: PortsOf<Publications & Posts & Leases, 'files' | 'clock' | 'owner'>,
  record: PublicationRecord,
  verdict: Sighting,
  addresses: Addresses,
): Promise<PublicationRecord> {
  return underLease(ports, record.account, undefined, async () => {
    const now = (await ports.journal.publication(record.id)) ?? record;
    await settle(ports, now, verdict, addresses);
    await syncFrozenFile(ports, record.draft);
    return (await ports.journal.publication(record.id)) ?? now;
  });
}

async function settle(
  { journal, clock }: PortsOf<Publications & Posts, 'clock'>,
  record: PublicationRecord,
  verdict: Sighting,
  addresses: Addresses,
): Promise<void> {
  const open = record.posts.find(({ state }) => state === 'unknown');
  if (open === undefined) {
    throw new ResolveError(
      `No post of publication ${record.id} is unknown, so there is nothing to resolve. See: threadmill history ${record.id}`,
    );
  }
  if (verdict.posted === false) {
    await journal.release(record.id, [open.index]);
    // The user has looked; looking again would only ask the same question.
    if (record.learnedAt !== undefined) await journal.noteLearned(record.id, null);
    return;
  }
  const attemptedAt = open.attemptedAt ?? clock.now();
  const receipt = receiptOf(addresses, verdict.posted, attemptedAt);
  const others = await journal.publications({ account: record.account });
  const doubt = doubtOf({ record, index: open.index, receipt, now: clock.now(), others, addresses });
  if (doubt !== undefined) throw new ResolveError(doubt);
  const named = open.pinned?.id;
  if (named === undefined || named === receipt.id)
    await journal.receive(record.id, [{ index: open.index, receipt }], clock.now());
  else {
    // A call is sent whole or not at all: if this post has another name, nothing of the call that named it was sent.
    const sameCall = record.posts.filter(({ state }) => state === 'sending').map(({ index }) => index);
    if (sameCall.length > 0) await journal.release(record.id, sameCall);
    const released = (await journal.publication(record.id)) ?? record;
    const post: PostRecord = { ...open, state: 'published', attemptedAt, receipt };
    await journal.learn(adopted(released, post, attemptedAt));
  }
}

/** The user's answer, and what it is checked against. */
type Answered = {
  readonly record: PublicationRecord;
  readonly index: number;
  readonly receipt: Receipt;
  readonly now: EpochMs;
  /** All of the account's publications. */
  readonly others: readonly PublicationRecord[];
  readonly addresses: Addresses;
};

/** Returns why a post can't be the right one. This matters because `undo` deletes it, and the thread continues below it. */
function doubtOf({ record, index, receipt, now, others, addresses }: Answered): string | undefined {
  const { id, startedAt } = record;
  const told = others.flatMap((of) => of.posts.map((post) => ({ of, post })));
  const twin = told.find(({ post }) => post.receipt?.id === receipt.id);
  if (twin !== undefined) {
    const which = twin.of.id === id ? 'this publication' : `publication ${twin.of.id} (${twin.of.draft})`;
    return `${receipt.id} is post ${twin.post.index} of ${which} already, not post ${index}.`;
  }
  const { madeAt, handleIn } = addresses;
  const made = madeAt?.(receipt.id);
  if (made !== undefined && (made < (startedAt ?? now) - DAY_MS || made > now + DAY_MS)) {
    const day = (at: EpochMs): string => new Date(at).toISOString().slice(0, 10);
    return `${receipt.id} was posted on ${day(made)} according to its id, and sending began on ${day(startedAt ?? now)}: it is another post.`;
  }
  const named = handleIn?.(receipt.url);
  const own = told.flatMap(({ post }) => (post.receipt === null ? [] : (handleIn?.(post.receipt.url) ?? [])));
  if (named !== undefined && own.length > 0 && !own.includes(named))
    return `${receipt.url} is a post of @${named}, and the account has posted as @${own.at(-1)}. If its handle has changed since, give only the id.`;
  return undefined;
}
