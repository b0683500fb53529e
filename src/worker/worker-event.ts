import type { PublicationRecord } from '../publishing/publication.ts';
import type { PublishEvent } from '../publishing/sending/run-context.ts';
import type { EpochMs } from '../time/epoch-ms.ts';

/** Progress of the worker. */
export type WorkerEvent =
  /** A publication is due; `lateMs` is by how much it is late. */
  | { readonly type: 'taken'; readonly record: PublicationRecord; readonly lateMs: number }
  /** A step of sending it. */
  | { readonly type: 'step'; readonly record: PublicationRecord; readonly step: PublishEvent }
  /** The worker is done with it for now: it is published, paused, failed or skipped. */
  | { readonly type: 'left'; readonly record: PublicationRecord }
  /** Another process is publishing for its account. */
  | { readonly type: 'busy'; readonly account: string; readonly owner: string }
  /** The journal or a file could not be read or written; the worker retries at `retryAt`. */
  | {
      readonly type: 'trouble';
      readonly error: Error;
      readonly record?: PublicationRecord;
      readonly retryAt: EpochMs;
    }
  /** A bug in the work on one publication, which was paused; the others continue. */
  | { readonly type: 'bug'; readonly error: unknown; readonly record: PublicationRecord }
  /** This file now forbids sending, or no longer does. */
  | { readonly type: 'kill-switch'; readonly path: string | undefined };
