import type { PublishingErrorKind } from '../publishing-error.ts';

/** What an error of a PDS means. */
export type XrpcRule = {
  readonly status?: number;
  /** The response's `error`. */
  readonly error?: string;
  readonly reason: PublishingErrorKind;
  /** What it means and what to do, for the user. */
  readonly say: string;
};

const AGAIN = 'Make a new app password (Settings, Privacy and security, App passwords) and log in again.';

/**
 * A PDS's errors, most specific first; the first matching row wins. Tested on 0.4.217 and 0.5.35. The outcome of a write is
 * unknown after any 5xx: even a name that is taken gets a 500.
 */
export const XRPC_RULES: readonly XrpcRule[] = [
  {
    error: 'ExpiredToken',
    reason: 'auth',
    say: `The session has ended and could not be renewed. ${AGAIN}`,
  },
  { error: 'InvalidToken', reason: 'auth', say: `The session is not accepted. ${AGAIN}` },
  {
    error: 'AccountDeactivated',
    reason: 'auth',
    say: 'The account is deactivated. Reactivate it in the app, then resume.',
  },
  {
    error: 'AccountTakedown',
    reason: 'auth',
    say: 'The account was taken down. Read the email from the service.',
  },
  {
    error: 'AuthFactorTokenRequired',
    reason: 'auth',
    say: 'That is the password of the account, with a second factor. Use an app password.',
  },
  { status: 401, reason: 'auth', say: `The identifier or the app password is not accepted. ${AGAIN}` },
  { status: 403, reason: 'auth', say: 'The app password may not do that.' },
  {
    status: 429,
    reason: 'rate-limited',
    say: 'Nothing was sent; the limit resets by itself.',
  },
  {
    // Unreferenced blobs are kept only for minutes.
    error: 'BlobNotFound',
    reason: 'media-gone',
    say: 'The service no longer has an image that was uploaded before. Nothing was sent.',
  },
  {
    status: 413,
    reason: 'rejected',
    say: 'It is larger than the service takes. Nothing was sent.',
  },
  { status: 400, reason: 'rejected', say: 'Nothing was sent. Change the draft, or report this.' },
  {
    status: 404,
    reason: 'rejected',
    say: 'No Bluesky service responds there: check the base_url of the account. Nothing was sent.',
  },
];

/** Returns the row for an error. */
export function ruleFor(status: number, error: string): XrpcRule | undefined {
  return XRPC_RULES.find(
    (rule) =>
      (rule.status === undefined || rule.status === status) &&
      (rule.error === undefined || rule.error === error),
  );
}
