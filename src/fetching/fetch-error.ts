import { isOfKind, ThreadmillError } from '../threadmill-error.ts';

/** Why something on the web could not be read. */
export type FetchFailure =
  /** The address is none that we go to: not http(s), with a password in it, or on a private network. */
  | 'refused'
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  /** The server answered with an error. */
  | 'status'
  /** It is not the kind of document that was asked for. */
  | 'wrong-type'
  /** Redirects led in a circle, or too far. */
  | 'redirects';

/** Something on the web could not be read; the message says what, from where, and what to do. */
export class FetchError extends ThreadmillError {
  override readonly name = 'FetchError';
  readonly kind = 'fetch';
  readonly reason: FetchFailure;
  /** Without user name and password. */
  readonly url: string;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** How long the server asked us to stay away, in ms. */
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

/** Whether something thrown says that a document could not be read. */
export const isFetchError = (error: unknown): error is FetchError => isOfKind(error, 'fetch');
