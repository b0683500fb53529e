import type { NetworkId } from '../../drafts/network-id.ts';
import type { Receipt } from '../../networks/port.ts';
import { ThreadmillError } from '../../threadmill-error.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { syncFrozenFile } from '../freezing/sync-frozen-file.ts';
import type { Ports } from '../ports.ts';
import type { PublicationRecord } from '../publication.ts';
import { underLease } from '../sending/lease.ts';

/** What a person saw on the account: the post is there, as a URL or an id, or it is not. */
export type Verdict = { readonly posted: string } | { readonly posted: false };

/** A person's answer that can't be right. The message says why, and what is accepted. */
export class ResolveError extends ThreadmillError {
  override readonly name = 'ResolveError';
  readonly kind = 'usage';
}

/** What a network's addresses tell of a post. */
type Addresses = {
  readonly inUrl: RegExp;
  readonly id: RegExp;
  readonly url: (id: string) => string;
  /** When the post of an id was made, where ids tell. */
  readonly madeAt?: (id: string) => EpochMs;
  /** The handle in a URL, where it names one. */
  readonly handle?: (url: string) => string | undefined;
};

/** X's ids are milliseconds since its epoch in the upper bits (https://docs.x.com/fundamentals/x-ids). */
const X_EPOCH_MS = 1_288_834_974_657;

const ADDRESSES: Readonly<Record<NetworkId, Addresses>> = {
  x: {
    inUrl: /\/status(?:es)?\/(\d{1,19})(?:[/?#]|$)/,
    id: /^\d{1,19}$/,
    url: (id) => `https://x.com/i/status/${id}`,
    madeAt: (id) => Number(BigInt(id) >> 22n) + X_EPOCH_MS,
    // `/i/status/…` and `/i/web/status/…` lead to anybody's post.
    handle: (url) => /\/(?!web\/|i\/)(\w{1,15})\/status(?:es)?\//.exec(url)?.[1]?.toLowerCase(),
  },
  bluesky: { inUrl: /(at:\/\/[^\s]+)/, id: /^at:\/\/\S+$/, url: (id) => id },
  mastodon: { inUrl: /\/(\d+)(?:[/?#]|$)/, id: /^\d+$/, url: (id) => id },
};

/** A clock may be wrong by hours, and an id that was mistaken for another is seldom of the same day. */
const DAY_MS = 24 * 3_600_000;

function receiptOf(network: NetworkId, posted: string, at: number): Receipt {
  const { inUrl, id, url } = ADDRESSES[network];
  if (id.test(posted)) return { id: posted, url: url(posted), at };
  const found = inUrl.exec(posted)?.[1];
  if (found === undefined) {
    throw new ResolveError(
      `${posted} is no address of a post. Give the post's URL, as the browser shows it, or its id.`,
    );
  }
  return { id: found, url: posted, at };
}

/**
 * Settles a post whose outcome nobody could tell, by a person's word. The publication stays paused; `resume` goes on.
 *
 * @throws ResolveError where there is nothing to settle, or the answer can't be right
 * @throws AccountBusyError JournalError FileError
 */
export async function resolve(
  ports: Ports,
  record: PublicationRecord,
  verdict: Verdict,
): Promise<PublicationRecord> {
  return underLease(ports, record.account, undefined, async () => {
    const now = (await ports.journal.publication(record.id)) ?? record;
    await settle(ports, now, verdict);
    await syncFrozenFile(ports, record.draft);
    return (await ports.journal.publication(record.id)) ?? now;
  });
}

async function settle({ journal, clock }: Ports, record: PublicationRecord, verdict: Verdict): Promise<void> {
  const open = record.posts.find(({ state }) => state === 'unknown');
  if (open === undefined) {
    throw new ResolveError(
      `No post of publication ${record.id} is unknown, so there is nothing to resolve. See: threadmill history ${record.id}`,
    );
  }
  if (verdict.posted === false) {
    await journal.release(record.id, [open.index]);
    return;
  }
  const attemptedAt = open.attemptedAt ?? clock.now();
  const receipt = receiptOf(record.network, verdict.posted, attemptedAt);
  const others = await journal.publications({ account: record.account });
  const doubt = doubtOf(record, open.index, receipt, clock.now(), others);
  if (doubt !== undefined) throw new ResolveError(doubt);
  await journal.receive(record.id, [{ index: open.index, receipt }], clock.now());
}

/** Why a post can't be the one that was meant: `undo` deletes it, and the thread goes on below it. */
function doubtOf(
  { id, network, startedAt }: PublicationRecord,
  index: number,
  receipt: Receipt,
  now: EpochMs,
  others: readonly PublicationRecord[],
): string | undefined {
  const told = others.flatMap((of) => of.posts.map((post) => ({ of, post })));
  const twin = told.find(({ post }) => post.receipt?.id === receipt.id);
  if (twin !== undefined) {
    const which = twin.of.id === id ? 'this publication' : `publication ${twin.of.id} (${twin.of.draft})`;
    return `${receipt.id} is post ${twin.post.index} of ${which} already, not post ${index}.`;
  }
  const { madeAt, handle } = ADDRESSES[network];
  const made = madeAt?.(receipt.id);
  if (made !== undefined && (made < (startedAt ?? now) - DAY_MS || made > now + DAY_MS)) {
    const day = (at: EpochMs): string => new Date(at).toISOString().slice(0, 10);
    return `${receipt.id} was posted on ${day(made)}, as its id tells, and sending began on ${day(startedAt ?? now)}: it is another post.`;
  }
  const named = handle?.(receipt.url);
  const own = told.flatMap(({ post }) => (post.receipt === null ? [] : (handle?.(post.receipt.url) ?? [])));
  if (named !== undefined && own.length > 0 && !own.includes(named))
    return `${receipt.url} is a post of @${named}, and the account has posted as @${own.at(-1)}. Where its name was changed since, give the id alone.`;
  return undefined;
}
