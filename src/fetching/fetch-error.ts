import { isOfKind, ThreadmillError } from '../threadmill-error.ts';

/** Why a web document could not be read. */
export type FetchFailure =
  /** The address is not allowed: not http(s), with a password in it, or on a private network. */
  | 'refused'
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  /** The server responded with an error. */
  | 'status'
  /** The response is not the requested kind of document. */
  | 'wrong-type'
  /** Too many redirects, or a redirect loop. */
  | 'redirects';

/** A web document could not be read; the message says what, from where, and what to do. */
export class FetchError extends ThreadmillError {
  override readonly name = 'FetchError';
  readonly kind = 'fetch';
  readonly reason: FetchFailure;
  /** Without user name and password. */
  readonly url: string;
  /** The HTTP status, if a response came. */
  readonly status: number | undefined;
  /** The server's Retry-After, in ms. */
  readonly retryAfterMs: number | undefined;

  constructor(
    reason: FetchFailure,
    url: string,
    message: string,
    facts: { cause?: unknown; status?: number; retryAfterMs?: number | undefined } = {},
  ) {
    super(`${url}: ${message}`, facts.cause);
    this.reason = reason;
    this.url = url;
    this.status = facts.status;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** Whether an error is a FetchError. */
export const isFetchError = (error: unknown): error is FetchError => isOfKind(error, 'fetch');
