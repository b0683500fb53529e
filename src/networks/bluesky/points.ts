import { HOUR_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { HttpHeaders } from '../http-exchange.ts';
import type { RateWindow } from '../port.ts';

/** Points for creating a record (https://docs.bsky.app/docs/advanced-guides/rate-limits). */
const POINTS_A_POST = 3;

/** The windows of write points, in posts. */
const POINT_WINDOWS = [
  { name: 'points-1h', lengthMs: HOUR_MS, points: 5_000 },
  { name: 'points-24h', lengthMs: 24 * HOUR_MS, points: 35_000 },
] as const;

const inPosts = (points: number): number => Math.floor(points / POINTS_A_POST);

function numberOf(value: string | string[] | undefined): number | undefined {
  return typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : undefined;
}

/**
 * Returns the window in a response. A PDS reports, of all windows that the request counts against, only the one with the fewest
 * points left, so a write reports the IP address's 3,000 requests until its points are fewer.
 */
export function toldWindow(headers: HttpHeaders, call: RateWindow['call']): RateWindow | undefined {
  const [limit, remaining, reset] = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'].map(
    (name) => numberOf(headers[name]),
  );
  const policy = headers['ratelimit-policy'];
  const seconds = typeof policy === 'string' ? numberOf(/;w=(\d{1,9})/.exec(policy)?.[1]) : undefined;
  if (limit === undefined || remaining === undefined || reset === undefined || seconds === undefined)
    return undefined;
  const lengthMs = seconds * 1000;
  const counted =
    call === 'publish' ? POINT_WINDOWS.find((window) => window.lengthMs === lengthMs) : undefined;
  const resetAt = reset * 1000;
  if (counted === undefined)
    return { call, name: `requests-${seconds}s`, lengthMs, limit, remaining, resetAt };
  return {
    call,
    name: counted.name,
    lengthMs,
    limit: inPosts(limit),
    remaining: inPosts(remaining),
    resetAt,
  };
}

/**
 * Computes the windows of write points after posts were created. A PDS usually does not report them, so they are counted: the
 * first posts open a window here, and the journal subtracts later ones until it ends.
 */
export function countedWindows(
  posts: number,
  now: EpochMs,
  known: readonly { readonly name: string; readonly resetAt: EpochMs }[],
): RateWindow[] {
  return POINT_WINDOWS.filter(
    ({ name }) => !known.some((window) => window.name === name && window.resetAt > now),
  ).map(({ name, lengthMs, points }) => ({
    call: 'publish',
    name,
    lengthMs,
    limit: inPosts(points),
    remaining: Math.max(0, inPosts(points) - posts),
    resetAt: now + lengthMs,
  }));
}
