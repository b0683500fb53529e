import type { PublicationRecord } from '../../publishing/publication.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';

/** Returns when a publication of the queue needs attention next; `null` if it waits for the user. */
export function dueAt(record: PublicationRecord): EpochMs | null {
  if (record.state === 'scheduled') return record.publishAt;
  return record.state === 'paused' ? record.until : null;
}
