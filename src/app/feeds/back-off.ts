import { MINUTE_MS } from '../../time/durations.ts';

/** A feed is not asked more often than this, whatever it says: readers are asked to keep to it. */
const LEAST_MS = 5 * MINUTE_MS;
const MOST_MS = 24 * 60 * MINUTE_MS;
/** The first wait after a failure; each further one doubles it. */
const FIRST_FAILURE_MS = 15 * MINUTE_MS;

/** When a feed that answered may be asked again, ms from now: as long as its answer says that it stays good. */
export function nextAfterAnswer(freshForMs: number | undefined): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, freshForMs ?? 0));
}

/** When a feed that failed for the `failures`th time in a row may be asked again, ms from now; its own wish counts. */
export function nextAfterFailure(failures: number, retryAfterMs: number | undefined): number {
  const doubled = FIRST_FAILURE_MS * 2 ** Math.min(20, Math.max(0, failures - 1));
  return Math.min(MOST_MS, Math.max(doubled, retryAfterMs ?? 0));
}
