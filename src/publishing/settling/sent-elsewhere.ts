import type { EpochMs } from '../../time/epoch-ms.ts';
import type { PostRecord, PublicationRecord } from '../publication.ts';
import { knownIdentity } from '../sending/identity.ts';
import { load, type Session } from '../sending/run-context.ts';
import type { Halt } from '../sending/stop-reason.ts';
import { adopted } from './adopted.ts';
import { type Looked, look, unknownOutcome } from './reconcile.ts';

/** After this time, another checkout may have continued a thread that began here. */
const STALE_MS = 10 * 60_000;

const AGAIN = { isFresh: false, isElsewhere: true } as const;

/**
 * Looks for a post that another journal may have sent under its own name, before this journal knew about it: by its words,
 * since the publication was frozen. If a match is known to belong to another publication, searches the posts after it.
 */
async function lookByWords(
  session: Session,
  { after: _after, ...record }: PublicationRecord,
  { pinned: _pinned, ...post }: PostRecord,
  { since, isFresh }: { readonly since: EpochMs; readonly isFresh: boolean },
): Promise<Looked> {
  const { journal } = session.ports;
  let found = await look(session, record, { ...post, attemptedAt: since }, { isFresh, isElsewhere: true });
  while (found.outcome === 'found') {
    const { id } = found.receipt;
    if ((await journal.knownReceipts(record.account, [id])).length === 0) return found;
    found = await look(session, { ...record, after: id }, { ...post, attemptedAt: since }, AGAIN);
    if (found.outcome === 'found' && found.receipt.id === id)
      return { outcome: 'unsure', reason: `${id} has its words, and belongs to another publication` };
  }
  return found;
}

/**
 * Looks for posts that another journal may have sent. For a publication learned from a frozen file, checks every post without a
 * receipt, one after the other; for one that began here a while ago, the next post. Where clients name records, another checkout
 * may have given it another name, so it is looked for by its words. A post that is found gets a receipt; a post may be sent only
 * after a complete response shows that it is absent.
 *
 * @throws JournalError
 */
export async function adoptSentElsewhere(session: Session): Promise<Halt | undefined> {
  const { journal, clock } = session.ports;
  const isNamedByClient = session.publisher.client.pin !== undefined;
  for (;;) {
    const record = await load(session);
    const { learnedAt, posts } = record;
    const last = posts.findLast(({ receipt }) => receipt !== null)?.receipt;
    // The time of a record's receipt may be that of a look. The record itself may have been sent long before.
    const begun = isNamedByClient ? record.frozenAt : last?.at;
    const isStale = last != null && begun !== undefined && clock.now() - begun > STALE_MS;
    if (learnedAt === undefined && !isStale) return undefined;
    const next = posts.find(({ state }) => state === 'waiting');
    if (next === undefined) return undefined;
    const identity = await knownIdentity(session);
    if (!identity.ok) return identity.halt;
    const { index } = next;
    const since = learnedAt ?? (isNamedByClient ? record.frozenAt : undefined);
    const found =
      since === undefined
        ? await look(session, record, { ...next, attemptedAt: next.attemptedAt ?? clock.now() }, AGAIN)
        : await lookByWords(session, record, next, { since, isFresh: learnedAt !== undefined });
    if (found.outcome === 'halt') return found.halt;
    // A post that is absent now may still be sent elsewhere until this journal has sent it, so each retry looks again.
    if (found.outcome === 'absent') return undefined;
    const attemptedAt = since ?? next.attemptedAt ?? last?.at ?? record.frozenAt;
    if (found.outcome === 'unsure') {
      // An earlier look set this time and asked the user, who said that the post is not there.
      if (learnedAt === undefined && next.attempts > 0 && next.attemptedAt === since) return undefined;
      await journal.learn(adopted(record, { ...next, state: 'unknown', attemptedAt }, attemptedAt));
      return unknownOutcome(record, index, found.reason);
    }
    if (!('receipt' in found)) throw new Error(`Post ${index} of ${record.id} was found without a receipt.`);
    const { receipt } = found;
    await journal.learn(adopted(record, { ...next, state: 'published', attemptedAt, receipt }, receipt.at));
    session.tell({ type: 'found', index, total: posts.length, receipt });
  }
}
