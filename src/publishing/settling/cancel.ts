import type { Result } from '../../result.ts';
import { countSent, isInDoubt } from '../freezing/plan.ts';
import { syncFrozenFile } from '../freezing/sync-frozen-file.ts';
import type { Publications } from '../journal.ts';
import type { PortsOf } from '../ports.ts';
import type { PublicationRecord } from '../publication.ts';

/** The publication after the user's request, or a sentence that says why it was refused. */
export type Attended = Result<{ readonly record: PublicationRecord }>;

/**
 * Cancels a publication of which no post was published; its draft can be scheduled or published again.
 *
 * @throws FileError, and JournalError (`stale`) if it began at the same moment
 */
export async function cancel(
  { journal, files, clock }: PortsOf<Publications, 'files' | 'clock'>,
  record: PublicationRecord,
): Promise<Attended> {
  const { id, state } = record;
  if (state === 'cancelled') return { ok: false, why: `Publication ${id} is cancelled already.` };
  if (state === 'publishing') {
    return {
      ok: false,
      why: `Publication ${id} is being published right now. To delete it afterwards: threadmill undo ${id}`,
    };
  }
  if (countSent(record) > 0 || isInDoubt(record)) {
    const what = countSent(record) > 0 ? 'has published posts' : 'has a post that may be published';
    return { ok: false, why: `Publication ${id} ${what}. To delete them: threadmill undo ${id}` };
  }
  await journal.advance(id, { to: 'cancelled' }, clock.now(), ['scheduled', 'paused', 'failed']);
  await syncFrozenFile({ journal, files }, record.draft);
  return { ok: true, record: (await journal.publication(id)) ?? record };
}
