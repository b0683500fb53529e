import { HOUR_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { OwnedWindow } from '../journal.ts';
import { isShort } from './windows.ts';

/** The same margin as for windows: clocks differ a little. */
const MARGIN_MS = 1_000;

/** What is known about an account when a forecast starts. */
export type ForecastFacts = {
  readonly now: EpochMs;
  readonly windows: readonly OwnedWindow[];
  /** At most this many posts in any 60 minutes. */
  readonly postsPerHour?: number;
  /** When posts were published within the last hour, oldest first. */
  readonly sent: readonly EpochMs[];
  /** How long one post takes, in ms. */
  readonly postMs: number;
};

type Meter = { readonly limit: number; readonly lengthMs: number; left: number; resetAt: EpochMs };

/** Predicts when publications of one account will be finished, one after the other in the order of the calls. */
export type Forecast = {
  /** How many posts the account may still send before its longest window resets; `null` if unknown. */
  readonly left: number | null;
  /** Returns when a thread of `posts` that starts at `at` or later is finished; `null` if it never fits. */
  endOf(posts: number, at: EpochMs): EpochMs | null;
};

function refresh(meter: Meter, at: EpochMs): void {
  if (meter.resetAt > at) return;
  meter.left = meter.limit;
  meter.resetAt = at + meter.lengthMs;
}

/** Makes a forecast from the windows in the journal; an unknown window counts as unlimited. Pure. */
export function makeForecast(facts: ForecastFacts): Forecast {
  const meters = facts.windows
    .filter(({ call }) => call === 'publish')
    .map(
      (window): Meter => ({
        limit: window.limit,
        left: Math.max(0, window.remaining - window.reserved),
        resetAt: window.resetAt,
        lengthMs: window.lengthMs,
      }),
    );
  const long = meters.filter((meter) => !isShort(meter));
  const short = meters.filter(isShort);
  const sent = [...facts.sent];
  const fuse = facts.postsPerHour ?? Number.POSITIVE_INFINITY;
  let free = facts.now;

  /** Returns the earliest start, from a moment on, at which the whole thread fits. */
  const startOf = (posts: number, from: EpochMs): EpochMs => {
    let start = from;
    for (;;) {
      for (const meter of long) refresh(meter, start);
      const waits = long.filter(({ left }) => left < posts).map(({ resetAt }) => resetAt + MARGIN_MS);
      const recent = sent.filter((at) => at > start - HOUR_MS);
      const excess = recent.length + posts - fuse;
      if (excess > 0) waits.push((recent[excess - 1] ?? start) + HOUR_MS);
      if (waits.length === 0) return start;
      start = Math.max(...waits);
    }
  };

  return {
    left: long.length === 0 ? null : Math.min(...long.map(({ left }) => left)),
    endOf: (posts, at) => {
      if (posts > fuse || long.some(({ limit }) => limit < posts)) return null;
      let clock = startOf(posts, Math.max(at, free, facts.now));
      for (let sending = 0; sending < posts; sending += 1) {
        for (const meter of short) {
          refresh(meter, clock);
          if (meter.left > 0) continue;
          clock = meter.resetAt + MARGIN_MS;
          refresh(meter, clock);
        }
        for (const meter of meters) meter.left -= 1;
        clock += facts.postMs;
        sent.push(clock);
      }
      free = clock;
      return clock;
    },
  };
}
