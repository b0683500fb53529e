import type { Clock } from '../clock.ts';

/** The first wait after a failure; each further one is twice as long. */
const FIRST_MS = 1_000;

/** No single wait is longer. */
const LONGEST_MS = 60_000;

/** How often something that surely did nothing is tried before a person is told. */
export const MAX_TRIES = 5;

/**
 * The wait before try `tries + 1`, in ms: exponential, and spread over its upper half, so that many processes that
 * failed at once don't come back at once.
 */
export function backoffMs(tries: number, clock: Clock): number {
  const whole = Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS);
  return Math.round(whole * (0.5 + clock.random() / 2));
}
