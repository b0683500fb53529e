import { ThreadmillError } from '../threadmill-error.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { Billed, RateWindow } from './port.ts';

/**
 * What a failed call means for the post:
 * - `rate-limited`: nothing was sent; wait until `until`.
 * - `transient`: certainly nothing was sent (a refused connection, …), or repeating does no harm (a read, an
 *   upload, a removal); retry with backoff.
 * - `auth`: the credentials are invalid; nothing was sent.
 * - `money`: credits or a spending cap are used up; nothing was sent.
 * - `rejected`: the network will never accept this post as it is.
 * - `duplicate`: the network says that it already has this text; it may be our own lost attempt, so reconcile.
 * - `media-gone`: nothing was sent, because the network no longer has an upload of the post; upload it again.
 * - `media-taken`: an upload of the post is already in use. A lost attempt of ours may have used it, so
 *   reconcile; if the post is absent, upload it again.
 * - `outcome-unknown`: it may have been sent; reconcile before anything else.
 */
export type PublishingErrorKind =
  | 'rate-limited'
  | 'transient'
  | 'auth'
  | 'money'
  | 'rejected'
  | 'duplicate'
  | 'media-gone'
  | 'media-taken'
  | 'outcome-unknown';

/** A failed network call. The message says what happened and what to do next; it never contains a token. */
export class PublishingError extends ThreadmillError {
  override readonly name = 'PublishingError';
  readonly kind = 'publishing';
  readonly reason: PublishingErrorKind;
  /** The HTTP status, if a response came. */
  readonly status: number | undefined;
  /** When to retry, if the network said so. */
  readonly until: EpochMs | undefined;
  readonly windows: readonly RateWindow[];
  /** What the network bills in spite of the failure: earlier calls that succeeded, and one whose response was lost. */
  readonly billed: readonly Billed[];
  /** Nothing listens at an address on this machine, so an immediate retry is useless. */
  readonly isLocal: boolean;

  constructor(
    reason: PublishingErrorKind,
    message: string,
    facts: {
      status?: number | undefined;
      until?: EpochMs | undefined;
      windows?: readonly RateWindow[];
      billed?: readonly Billed[];
      isLocal?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, facts.cause);
    this.reason = reason;
    this.status = facts.status;
    this.until = facts.until;
    this.windows = facts.windows ?? [];
    this.billed = facts.billed ?? [];
    this.isLocal = facts.isLocal ?? false;
  }

  /** Returns the same failure with earlier billed calls added. */
  alsoBilled(before: readonly Billed[]): PublishingError {
    if (before.length === 0) return this;
    const { status, until, windows, isLocal, cause } = this;
    const billed = [...before, ...this.billed];
    return new PublishingError(this.reason, this.message, { status, until, windows, isLocal, cause, billed });
  }
}
