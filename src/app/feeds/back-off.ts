import { MINUTE_MS } from '../../time/durations.ts';

/** The minimum interval between requests to a feed, whatever it announces: good manners for feed readers. */
const LEAST_MS = 5 * MINUTE_MS;
const MOST_MS = 24 * 60 * MINUTE_MS;
/** The first wait after a failure; each further wait is twice as long. */
const FIRST_FAILURE_MS = 15 * MINUTE_MS;

/** Returns when to ask a feed that answered again, in ms from now: as long as its response stays fresh. */
export function nextAfterAnswer(freshForMs: number | undefined): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, freshForMs ?? 0));
}

/** Returns when to ask a feed after its `failures`th failure in a row, in ms from now; respects its Retry-After. */
export function nextAfterFailure(failures: number, retryAfterMs: number | undefined): number {
  const doubled = FIRST_FAILURE_MS * 2 ** Math.min(20, Math.max(0, failures - 1));
  return Math.min(MOST_MS, Math.max(doubled, retryAfterMs ?? 0));
}
