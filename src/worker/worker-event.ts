import type { PublicationRecord } from '../publishing/publication.ts';
import type { PublishEvent } from '../publishing/sending/run-context.ts';
import type { EpochMs } from '../time/epoch-ms.ts';

/** What a watcher of the worker is told. */
export type WorkerEvent =
  /** A publication's time has come; `lateMs` is how long ago. */
  | { readonly type: 'taken'; readonly record: PublicationRecord; readonly lateMs: number }
  /** Something happens while it goes out. */
  | { readonly type: 'step'; readonly record: PublicationRecord; readonly step: PublishEvent }
  /** The worker lets go of it: it is done, or stands still, or was left out. */
  | { readonly type: 'left'; readonly record: PublicationRecord }
  /** Another process publishes for its account just now. */
  | { readonly type: 'busy'; readonly account: string; readonly owner: string }
  /** The journal or a file could not be read or written; it is tried again at `retryAt`. */
  | {
      readonly type: 'trouble';
      readonly error: Error;
      readonly record?: PublicationRecord;
      readonly retryAt: EpochMs;
    }
  /** A bug in the work on one publication, which was paused for it; the others go on. */
  | { readonly type: 'bug'; readonly error: unknown; readonly record: PublicationRecord }
  /** All sending is forbidden by this file from now on, or no longer. */
  | { readonly type: 'kill-switch'; readonly path: string | undefined };
