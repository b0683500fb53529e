import { ThreadmillError } from '../threadmill-error.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { RateWindow } from './port.ts';

/**
 * What a failed call means for the post:
 * - `rate-limited`: nothing was sent; wait until `until`.
 * - `transient`: surely nothing was sent (a refused connection, …), or doing it twice does no harm (a read, an
 *   upload, a removal); try again with backoff.
 * - `auth`: the credentials don't hold; nothing was sent.
 * - `money`: credits or a spending cap are used up; nothing was sent.
 * - `rejected`: the network will never take this post as it is.
 * - `duplicate`: the network says it has this text already; it may be our own lost attempt, so reconcile.
 * - `media-gone`: nothing was sent, because the network no longer has an upload of the post; upload it again.
 * - `media-taken`: the network no longer gives out an upload of the post. A lost attempt of ours may have taken it, so
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

/** A network call that failed. The message says what happened and what to do next; it never holds a token. */
export class PublishingError extends ThreadmillError {
  override readonly name = 'PublishingError';
  readonly kind = 'publishing';
  readonly reason: PublishingErrorKind;
  /** HTTP status, where an answer came. */
  readonly status: number | undefined;
  /** When it is worth trying again, where the network said so. */
  readonly until: EpochMs | undefined;
  readonly windows: readonly RateWindow[];

  constructor(
    reason: PublishingErrorKind,
    message: string,
    facts: {
      status?: number | undefined;
      until?: EpochMs | undefined;
      windows?: readonly RateWindow[];
      cause?: unknown;
    } = {},
  ) {
    super(message, facts.cause);
    this.reason = reason;
    this.status = facts.status;
    this.until = facts.until;
    this.windows = facts.windows ?? [];
  }
}
