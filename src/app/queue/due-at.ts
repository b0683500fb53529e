import type { PublicationRecord } from '../../publishing/publication.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';

/** When a publication of the queue wants attention next; `null` where it waits for a person. */
export function dueAt(record: PublicationRecord): EpochMs | null {
  if (record.state === 'scheduled') return record.publishAt;
  return record.state === 'paused' ? record.until : null;
}
