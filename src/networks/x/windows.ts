import { DAY_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { RateWindow } from '../port.ts';

/** Response headers, names in lower case, as Node gives them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const QUARTER_MS = 15 * 60_000;

/**
 * The headers with X's rate windows. The first is documented; the other two are not, but twitter-api-v2 has read them since
 * 1.27, and they run out first on a small account.
 */
const WINDOW_HEADERS = [
  { prefix: 'x-rate-limit', name: '15min', lengthMs: QUARTER_MS, of: 'account' },
  { prefix: 'x-user-limit-24hour', name: 'user-24h', lengthMs: DAY_MS, of: 'account' },
  { prefix: 'x-app-limit-24hour', name: 'app-24h', lengthMs: DAY_MS, of: 'app' },
] as const satisfies readonly (Pick<RateWindow, 'name' | 'lengthMs' | 'of'> & { readonly prefix: string })[];

function numberOf(headers: Headers, name: string): number | undefined {
  const value = headers[name];
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value.trim())) return undefined;
  return Number(value);
}

/** Reads the windows in a response; X's resets are unix seconds. Incomplete windows are dropped. */
export function windowsFrom(headers: Headers, call: RateWindow['call']): RateWindow[] {
  return WINDOW_HEADERS.flatMap(({ prefix, ...window }) => {
    const limit = numberOf(headers, `${prefix}-limit`);
    const remaining = numberOf(headers, `${prefix}-remaining`);
    const reset = numberOf(headers, `${prefix}-reset`);
    if (limit === undefined || remaining === undefined || reset === undefined) return [];
    return [{ call, ...window, limit, remaining, resetAt: reset * 1000 }];
  });
}

/** Keeps, of several responses' windows, the one with the least left for each name: it applies to the next request. */
export function tightest(windows: readonly RateWindow[]): RateWindow[] {
  const least = new Map<string, RateWindow>();
  for (const window of windows) {
    const known = least.get(window.name);
    if (known === undefined || window.remaining < known.remaining) least.set(window.name, window);
  }
  return [...least.values()];
}

/** The wait for a 429 without a future time, in ms. */
const UNTOLD_WAIT = 15 * 60_000;
const PASSED_WAIT = 60_000;

/**
 * Returns when to retry after a 429. The exhausted window decides: with a 24-hour window used up, `x-rate-limit-remaining` may
 * be large and its reset irrelevant. If no window is exhausted: `retry-after`, else the reset of the 15-minute window, else 15
 * minutes. A time in the past, by this machine's clock, becomes a minute from now, so that a wrong clock can't cause a busy
 * loop.
 */
export function retryAt(headers: Headers, windows: readonly RateWindow[], now: EpochMs): EpochMs {
  const empty = windows.filter((window) => window.remaining === 0).map((window) => window.resetAt);
  const seconds = numberOf(headers, 'retry-after');
  const quarter = windows.find((window) => window.lengthMs === QUARTER_MS)?.resetAt;
  const told =
    empty.length > 0
      ? Math.max(...empty)
      : seconds !== undefined
        ? now + seconds * 1000
        : (quarter ?? now + UNTOLD_WAIT);
  return told > now ? told : now + PASSED_WAIT;
}
