import type { Clock } from '../clock.ts';

/** The first wait after a failure; each further wait is twice as long. */
const FIRST_MS = 1_000;

/** The longest single wait. */
const LONGEST_MS = 60_000;

/** How often a request that certainly had no effect is tried before the user is asked. */
export const MAX_TRIES = 5;

/**
 * Returns the wait before try `tries + 1`, in ms: exponential, with jitter over its upper half, so that processes that failed
 * together don't retry together.
 */
export function backoffMs(tries: number, clock: Clock): number {
  const whole = Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS);
  return Math.round(whole * (0.5 + clock.random() / 2));
}
