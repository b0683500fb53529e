import { MINUTE_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { HttpHeaders } from '../http-exchange.ts';
import type { RateWindow } from '../port.ts';

type WindowLength = { readonly name: string; readonly lengthMs: number };

/** Every call is metered by it; the others meter one kind of call each. */
const ALL_CALLS: WindowLength = { name: '5min', lengthMs: 5 * MINUTE_MS };

/**
 * The longest window of each kind of call (https://docs.joinmastodon.org/api/rate-limits/). A response shows one
 * window only, the one with the fewest calls left, and does not say which: its reset tells.
 */
const LONG_WINDOWS: Readonly<Record<RateWindow['call'], WindowLength>> = {
  publish: { name: '3h', lengthMs: 180 * MINUTE_MS },
  media: { name: '30min', lengthMs: 30 * MINUTE_MS },
  remove: { name: '30min', lengthMs: 30 * MINUTE_MS },
  read: { name: '15min', lengthMs: 15 * MINUTE_MS },
};

const headerOf = (headers: HttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** When a window ends: ISO time on Mastodon, seconds since 1970 on some servers that speak its API. */
function resetOf(text: string | undefined): EpochMs | undefined {
  if (text === undefined) return undefined;
  const at = /^\d{9,11}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isFinite(at) ? at : undefined;
}

/** The window that the headers of a response show; none where the server sends no such headers. */
export function windowsFrom(
  headers: HttpHeaders | undefined,
  call: RateWindow['call'],
  now: EpochMs,
): readonly RateWindow[] {
  if (headers === undefined) return [];
  const limit = Number(headerOf(headers, 'x-ratelimit-limit'));
  const remaining = Number(headerOf(headers, 'x-ratelimit-remaining') ?? Number.NaN);
  const resetAt = resetOf(headerOf(headers, 'x-ratelimit-reset'));
  if (!Number.isInteger(limit) || limit <= 0 || !Number.isInteger(remaining) || resetAt === undefined)
    return [];
  const { name, lengthMs } = resetAt - now > ALL_CALLS.lengthMs ? LONG_WINDOWS[call] : ALL_CALLS;
  return [{ call, name, lengthMs, limit, remaining: Math.max(0, remaining), resetAt }];
}

/** When to try again after a 429: `Retry-After` where a proxy sends it, else the end of the window shown. */
export function retryAt(headers: HttpHeaders, windows: readonly RateWindow[], now: EpochMs): EpochMs {
  const after = headerOf(headers, 'retry-after');
  const seconds = after === undefined ? Number.NaN : Number(after);
  if (Number.isFinite(seconds) && seconds >= 0) return now + seconds * 1000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  if (Number.isFinite(date)) return date;
  // Windows begin at whole multiples of their length since 1970 (app/lib/rate_limiter.rb).
  const next = (Math.floor(now / ALL_CALLS.lengthMs) + 1) * ALL_CALLS.lengthMs;
  return windows[0]?.resetAt ?? next;
}
