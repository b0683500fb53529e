import { PublishingError } from './publishing-error.ts';

const LOOPBACK = /^https?:\/\/(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::|\/|$)/;

/** Whether an address is on this machine. */
export const isLoopback = (url: string): boolean => LOOPBACK.test(url);

/** A request without a connection. */
export type Unsent = {
  /** The action and its target: `Could not publish post 1 on X`. */
  readonly what: string;
  readonly origin: string;
  readonly reason: string;
  /** Whether it would have published; then nothing was sent. */
  readonly once: boolean;
};

/**
 * Makes the error for a request without a connection. On this machine an immediate retry is useless: a program must be started
 * first, usually the sandbox.
 */
export function noConnection({ what, origin, reason, once }: Unsent): PublishingError {
  const isLocal = isLoopback(origin);
  const hint = isLocal ? ' Is the sandbox running there?' : '';
  const say = once ? 'Nothing was sent; it can be tried again.' : 'It can be tried again.';
  return new PublishingError('transient', `${what}: no connection to ${origin} (${reason}).${hint} ${say}`, {
    isLocal,
  });
}
