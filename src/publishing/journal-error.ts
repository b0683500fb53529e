import { ThreadmillError } from '../threadmill-error.ts';

/**
 * What went wrong with the journal:
 * - `locked`: another process held it for longer than we wait.
 * - `full`, `read-only`, `not-permitted`, `corrupt`, `io`: the disk failed.
 * - `newer`: a newer version of Threadmill wrote it.
 * - `exists`: it already has a publication with this id.
 * - `stale`: the publication is no longer in the state that the change starts from.
 * - `lease-lost`: this process no longer holds the account's lease, so it may not send.
 */
export type JournalErrorKind =
  | 'locked'
  | 'full'
  | 'read-only'
  | 'not-permitted'
  | 'corrupt'
  | 'io'
  | 'newer'
  | 'exists'
  | 'stale'
  | 'lease-lost';

/** The journal could not be read or written. What was committed before is safe; the message says what to do. */
export class JournalError extends ThreadmillError {
  override readonly name = 'JournalError';
  readonly kind = 'journal';
  readonly reason: JournalErrorKind;

  constructor(reason: JournalErrorKind, message: string, cause?: unknown) {
    super(message, cause);
    this.reason = reason;
  }
}

/** Failures that are temporary: another process holds the journal, its server restarts, the disk is full. */
const PASSING: ReadonlySet<JournalErrorKind> = new Set(['locked', 'full', 'io']);

/** Whether an error is a temporary failure of the journal, which a later retry can survive. */
export function isPassing(error: unknown): error is JournalError {
  return error instanceof JournalError && PASSING.has(error.reason);
}
