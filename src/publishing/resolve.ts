import type { NetworkId } from '../drafts/network-id.ts';
import type { Receipt } from '../networks/port.ts';
import { syncFrozenFile } from './frozen-file.ts';
import type { PublicationRecord } from './journal.ts';
import { underLease } from './lease.ts';
import type { Ports } from './ports.ts';

/** What a person saw on the account: the post is there, as a URL or an id, or it is not. */
export type Verdict = { readonly posted: string } | { readonly posted: false };

/** A person's answer that can't be right. The message says why, and what is accepted. */
export class ResolveError extends Error {
  override readonly name = 'ResolveError';
}

/** How the id of a post is read from its URL, and its URL made from an id alone. */
const ADDRESSES = {
  x: {
    inUrl: /\/status(?:es)?\/(\d{1,19})(?:[/?#]|$)/,
    id: /^\d{1,19}$/,
    url: (id) => `https://x.com/i/status/${id}`,
  },
  bluesky: { inUrl: /(at:\/\/[^\s]+)/, id: /^at:\/\/\S+$/, url: (id) => id },
  mastodon: { inUrl: /\/(\d+)(?:[/?#]|$)/, id: /^\d+$/, url: (id) => id },
} as const satisfies Record<
  NetworkId,
  { readonly inUrl: RegExp; readonly id: RegExp; readonly url: (id: string) => string }
>;

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
  const receipt = receiptOf(record.network, verdict.posted, open.attemptedAt ?? clock.now());
  const twin = record.posts.find((post) => post.receipt?.id === receipt.id);
  if (twin !== undefined) {
    throw new ResolveError(
      `${receipt.id} is post ${twin.index} of this publication already, not post ${open.index}.`,
    );
  }
  await journal.receive(record.id, [{ index: open.index, receipt }], clock.now());
}
