import { PublishingError } from './publishing-error.ts';

const LOOPBACK = /^https?:\/\/(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::|\/|$)/;

/** Whether an address is on this machine. */
export const isLoopback = (url: string): boolean => LOOPBACK.test(url);

/** A request that reached nobody. */
export type Unsent = {
  /** What was to be done, and where: `Could not publish post 1 on X`. */
  readonly what: string;
  readonly origin: string;
  readonly reason: string;
  /** Whether it was to publish: then nothing was sent. */
  readonly once: boolean;
};

/**
 * The error for a request without a connection. On this machine, trying again at once is useless: a program has to be
 * started first, most often the sandbox.
 */
export function noConnection({ what, origin, reason, once }: Unsent): PublishingError {
  const isLocal = isLoopback(origin);
  const hint = isLocal ? ' Is the sandbox running there?' : '';
  const say = once ? 'Nothing was sent; it can be tried again.' : 'It can be tried again.';
  return new PublishingError('transient', `${what}: no connection to ${origin} (${reason}).${hint} ${say}`, {
    isLocal,
  });
}
