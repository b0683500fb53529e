import type { EpochMs } from './epoch-ms.ts';
import type { Temporal } from './temporal.ts';

/** One of the moments of a wall-clock time that occurs twice, with its offset from UTC, `+02:00`. */
export type Reading = { readonly at: EpochMs; readonly offset: string };

/** The meaning of a wall-clock time in a zone: when clocks change, one hour is missing or occurs twice. */
export type WallTime =
  | { readonly kind: 'once'; readonly at: EpochMs }
  /** Clocks skip it, from one wall-clock time to another (`02:00`, `03:00`). */
  | { readonly kind: 'missing'; readonly from: string; readonly to: string }
  | { readonly kind: 'twice'; readonly first: Reading; readonly second: Reading };

const clock = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

/** Resolves a wall-clock time in an IANA zone. @throws RangeError for a zone that does not exist */
export function wallTime(plain: Temporal.PlainDateTime, zone: string): WallTime {
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { kind: 'once', at: earlier.epochMilliseconds };
  if (earlier.toPlainDateTime().equals(plain)) {
    return {
      kind: 'twice',
      first: { at: earlier.epochMilliseconds, offset: earlier.offset },
      second: { at: later.epochMilliseconds, offset: later.offset },
    };
  }
  const jump = earlier.getTimeZoneTransition('next') ?? later;
  return {
    kind: 'missing',
    from: clock(jump.toInstant().toZonedDateTimeISO(earlier.offset).toPlainTime()),
    to: clock(jump.toPlainTime()),
  };
}
