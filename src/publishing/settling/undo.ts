import type { Publisher, SendingPorts } from '../ports.ts';
import type { PublicationRecord } from '../publication.ts';
import { knownIdentity } from '../sending/identity.ts';
import { underLease } from '../sending/lease.ts';
import { ask } from '../sending/network-call.ts';
import type { PublishOptions } from '../sending/publish.ts';
import { load, type Session } from '../sending/run-context.ts';
import { keepFile } from '../sending/send-post.ts';
import type { Halt } from '../sending/stop-reason.ts';
import { type Ownership, ownPosts } from './own-posts.ts';
import { distrusted } from './receipts-doubt.ts';
import { reconcile, unknownOutcome } from './reconcile.ts';

/** The publication after undoing, and why some of it may still be published. */
export type Undone = { readonly record: PublicationRecord; readonly stopped?: string };

/**
 * Deletes a publication's posts, last first, and cancels it. Records each deletion in the journal, so undoing again continues
 * where it stopped.
 *
 * @throws AccountBusyError if another process publishes for the account
 * @throws JournalError
 */
export async function undo(
  ports: SendingPorts,
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
  const { client, account } = session.publisher;
  const before = await load(session);
  const forbidden = (await killed(session)) ?? distrusted(before, account);
  if (forbidden !== undefined) return forbidden;
  // Find posts that may be published without a receipt first, or they would stay online.
  for (const { index, state } of before.posts) {
    if (state === 'unknown') return unknownOutcome(before, index).message;
    if (state !== 'sending') continue;
    const result = await reconcile(session, index);
    if (result.outcome === 'halt') return result.halt.message;
  }
  const record = await load(session);
  const own = await readBack(session, record);
  if (!own.ok) return own.why;
  if (record.state !== 'cancelled') await journal.advance(session.id, { to: 'cancelled' }, clock.now());
  let halt: Halt | undefined;
  for (const { index, state, receipt } of record.posts.toReversed()) {
    if (state !== 'published' || receipt === null) continue;
    if (session.stop.aborted) return 'It was stopped.';
    const forbiddenNow = await killed(session);
    if (forbiddenNow !== undefined) return forbiddenNow;
    if (!own.gone.has(receipt.id)) {
      const asked = await ask(session, 'remove', () => client.remove(receipt.id));
      if (!asked.ok) {
        halt = asked.halt;
        break;
      }
    }
    await journal.remove(session.id, index, clock.now());
    session.tell({ type: 'removed', index, total: record.posts.length, receipt });
    halt = await keepFile(session, record.draft);
    if (halt !== undefined) break;
  }
  return halt?.message ?? (await keepFile(session, record.draft))?.message;
}

async function killed({ ports }: Session): Promise<string | undefined> {
  const path = await ports.killSwitch();
  return path === undefined
    ? undefined
    : `The file ${path} forbids all sending and deleting. Delete it to continue.`;
}

/** Reads the posts in the receipts back before any of them is deleted. */
async function readBack(session: Session, record: PublicationRecord): Promise<Ownership> {
  const { client } = session.publisher;
  const ids = record.posts.flatMap(({ state, receipt }) =>
    state === 'published' && receipt !== null ? [receipt.id] : [],
  );
  if (ids.length === 0) return { ok: true, gone: new Set() };
  const identity = await knownIdentity(session);
  if (!identity.ok) return { ok: false, why: identity.halt.message };
  const read = await ask(session, 'read', () => client.read(ids));
  if (!read.ok) return { ok: false, why: read.halt.message };
  return ownPosts(record, identity.value.id, read.value);
}
