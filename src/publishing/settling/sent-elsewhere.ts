import { knownIdentity } from '../sending/identity.ts';
import { load, type Session } from '../sending/run-context.ts';
import type { Halt } from '../sending/stop-reason.ts';
import { look, unknownOutcome } from './reconcile.ts';

/** How long after the last receipt another checkout may have continued a thread that began here. */
const STALE_MS = 10 * 60_000;

/**
 * Looks for posts that another journal may have sent. For a publication learned from a frozen file, checks every post without a
 * receipt, one after the other; for one that began here a while ago, only the next post. A post that is found gets a receipt; a
 * post may be sent only after a complete response shows that it is absent.
 *
 * @throws JournalError
 */
export async function adoptSentElsewhere(session: Session): Promise<Halt | undefined> {
  const { journal, clock } = session.ports;
  for (;;) {
    const record = await load(session);
    const { learnedAt, posts } = record;
    const last = posts.findLast(({ receipt }) => receipt !== null)?.receipt;
    const isStale = last != null && clock.now() - last.at > STALE_MS;
    if (learnedAt === undefined && !isStale) return undefined;
    const next = posts.find(({ state }) => state === 'waiting');
    if (next === undefined) break;
    const identity = await knownIdentity(session);
    if (!identity.ok) return identity.halt;
    const { index } = next;
    const since = next.attemptedAt ?? learnedAt ?? clock.now();
    const found = await look(session, record, { ...next, attemptedAt: since }, learnedAt !== undefined);
    if (found.outcome === 'halt') return found.halt;
    if (found.outcome === 'absent') break;
    await journal.intend(record.id, [index], session.held.lease, clock.now());
    if (found.outcome === 'unsure') {
      await journal.doubt(record.id, index);
      return unknownOutcome(record, index, found.reason);
    }
    if (!('receipt' in found)) throw new Error(`Post ${index} of ${record.id} was found without a receipt.`);
    const { receipt } = found;
    await journal.receive(record.id, [{ index, receipt }], clock.now());
    session.tell({ type: 'found', index, total: posts.length, receipt });
  }
  await journal.noteLearned(session.id, null);
  return undefined;
}
