import { MINUTE_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { HttpHeaders } from '../http-exchange.ts';
import type { RateWindow } from '../port.ts';

type WindowLength = { readonly name: string; readonly lengthMs: number };

/** Counts every call; the other windows count one kind of call each. */
const ALL_CALLS: WindowLength = { name: '5min', lengthMs: 5 * MINUTE_MS };

/**
 * The longest window of each kind of call (https://docs.joinmastodon.org/api/rate-limits/). A response reports only the window
 * with the fewest calls left, without its name, so its reset identifies it.
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

/** Parses when a window ends: ISO time on Mastodon, seconds since 1970 on some compatible servers. */
function resetOf(text: string | undefined): EpochMs | undefined {
  if (text === undefined) return undefined;
  const at = /^\d{9,11}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isFinite(at) ? at : undefined;
}

/** Returns the window in a response's headers; empty if the server sends no such headers. */
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

/** Returns when to retry after a 429: `Retry-After` if a proxy sends it, else the end of the reported window. */
export function retryAt(headers: HttpHeaders, windows: readonly RateWindow[], now: EpochMs): EpochMs {
  const after = headerOf(headers, 'retry-after');
  const seconds = after === undefined ? Number.NaN : Number(after);
  if (Number.isFinite(seconds) && seconds >= 0) return now + seconds * 1000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  if (Number.isFinite(date)) return date;
  // Windows begin at multiples of their length since 1970 (app/lib/rate_limiter.rb).
  const next = (Math.floor(now / ALL_CALLS.lengthMs) + 1) * ALL_CALLS.lengthMs;
  return windows[0]?.resetAt ?? next;
}
