import { ThreadmillError } from '../threadmill-error.ts';

/**
 * What went wrong with the journal:
 * - `locked`: another process held it for longer than we wait.
 * - `full`, `read-only`, `not-permitted`, `corrupt`, `io`: the disk's side of it.
 * - `newer`: it was written by a newer version of Threadmill.
 * - `exists`: a publication with this id is there already.
 * - `stale`: the publication is not in the state that the change starts from; somebody else moved it.
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

/** Failures that pass by themselves: another process holds the journal, its server comes back, a disk gets room. */
const PASSING: ReadonlySet<JournalErrorKind> = new Set(['locked', 'full', 'io']);

/** Whether an error is a failure of the journal that passes by itself, so that trying again later is right. */
export function isPassing(error: unknown): error is JournalError {
  return error instanceof JournalError && PASSING.has(error.reason);
}
