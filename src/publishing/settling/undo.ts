import type { Ports, Publisher } from '../ports.ts';
import type { PublicationRecord } from '../publication.ts';
import { underLease } from '../sending/lease.ts';
import { ask } from '../sending/network-call.ts';
import type { PublishOptions } from '../sending/publish.ts';
import { load, type Session } from '../sending/run-context.ts';
import { keepFile } from '../sending/send-post.ts';
import type { Halt } from '../sending/stop-reason.ts';
import { reconcile, unknownOutcome } from './reconcile.ts';

/** What undoing came to: the publication as it is now, and why some of it may still be out. */
export type Undone = { readonly record: PublicationRecord; readonly stopped?: string };

/**
 * Deletes what a publication has posted, last first, and cancels it. Each deletion is kept in the journal as it is
 * made; undoing again goes on where it stopped.
 *
 * @throws AccountBusyError where another process publishes for the account
 * @throws JournalError
 */
export async function undo(
  ports: Ports,
  publisher: Publisher,
  id: string,
  options: Pick<PublishOptions, 'stop' | 'tell'> = {},
): Promise<Undone> {
  return underLease(ports, publisher.account.name, options.stop, async (held, stop) => {
    const tell = options.tell ?? (() => undefined);
    const session: Session = { ports, publisher, id, held, stop, tell };
    const stopped = await takeBack(session);
    const record = await load(session);
    return stopped === undefined ? { record } : { record, stopped };
  });
}

async function takeBack(session: Session): Promise<string | undefined> {
  const { journal, clock } = session.ports;
  const { client } = session.publisher;
  const before = await load(session);
  // What may be out without a receipt must be found first, or it would stay behind.
  for (const { index, state } of before.posts) {
    if (state === 'unknown') return unknownOutcome(before, index).message;
    if (state !== 'sending') continue;
    const result = await reconcile(session, index);
    if (result.outcome === 'halt') return result.halt.message;
  }
  const record = await load(session);
  if (record.state !== 'cancelled') await journal.advance(session.id, { to: 'cancelled' }, clock.now());
  let halt: Halt | undefined;
  for (const { index, state, receipt } of record.posts.toReversed()) {
    if (state !== 'published' || receipt === null) continue;
    if (session.stop.aborted) return 'It was stopped.';
    const asked = await ask(session, 'remove', () => client.remove(receipt.id));
    if (!asked.ok) {
      halt = asked.halt;
      break;
    }
    await journal.remove(session.id, index, clock.now());
    session.tell({ type: 'removed', index, total: record.posts.length, receipt });
    halt = await keepFile(session, record.draft);
    if (halt !== undefined) break;
  }
  return halt?.message ?? (await keepFile(session, record.draft))?.message;
}
