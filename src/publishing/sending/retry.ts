import { canMove, moveTo } from '../freezing/schedule-draft.ts';
import type { Leases, Publications } from '../journal.ts';
import type { PortsOf } from '../ports.ts';
import { present } from '../present.ts';
import type { PublicationRecord } from '../publication.ts';
import type { Attended } from '../settling/cancel.ts';

/**
 * Makes a paused or failed publication due now, so that the worker continues it. Sends nothing itself.
 *
 * @throws AccountBusyError FileError, and JournalError (`stale`) if it began at the same moment
 */
export async function retrySoon(
  ports: PortsOf<Publications & Leases, 'files' | 'clock' | 'owner'>,
  record: PublicationRecord,
): Promise<Attended> {
  const { journal, clock } = ports;
  const { id, state } = record;
  const now = clock.now();
  const unknown = record.posts.find((post) => post.state === 'unknown');
  if (unknown !== undefined) {
    const why = `Can't tell whether post ${unknown.index} of ${id} was published. Check the account, then: threadmill resolve ${id} --posted URL | --not-posted`;
    return { ok: false, why };
  }
  if (state === 'published' || state === 'cancelled')
    return { ok: false, why: `Publication ${id} is ${state}: there is nothing to try again.` };
  if (canMove(record)) {
    const when = { at: now, ...present({ zone: record.zone }) };
    return { ok: true, record: await moveTo(ports, record, when) };
  }
  if (state === 'paused') {
    const { reason, message } = record;
    const again = { reason: reason ?? 'stopped', message: message ?? 'It was paused.', until: now } as const;
    await journal.advance(id, { to: 'paused', ...again }, now, ['paused']);
  } else if (state === 'failed') {
    // The state that a dead process leaves behind, where the worker picks it up.
    await journal.advance(id, { to: 'publishing' }, now, ['failed']);
  }
  return { ok: true, record: (await journal.publication(id)) ?? record };
}
