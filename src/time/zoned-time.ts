import { MINUTE_MS } from './durations.ts';
import type { EpochMs } from './epoch-ms.ts';
import { zoneName } from './time-zone.ts';

/** How far clocks are set back, in minutes: on Lord Howe Island, almost everywhere, at Troll in Antarctica. */
const SET_BACK = [30, 60, 120] as const;

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DATE: Intl.DateTimeFormatOptions = { ...TIME, weekday: 'short', day: 'numeric', month: 'short' };

/** Returns the offset of a moment, `+02:00`, if clocks set back show its time twice; else an empty text. */
function offsetIfDoubled(at: EpochMs, timeZone: string): string {
  const shown = new Intl.DateTimeFormat('en-GB', { ...DATE, timeZone });
  const text = shown.format(at);
  const isDoubled = SET_BACK.some((minutes) =>
    [-minutes, minutes].some((shift) => shown.format(at + shift * MINUTE_MS) === text),
  );
  if (!isDoubled) return '';
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  return offset === '' ? '+00:00' : offset;
}

/**
 * Formats a moment in a zone: `14:30`, `Tue 2 Jun, 14:30`, with the year if it is another one. For lists that name their zone;
 * otherwise use `zonedTime`.
 */
export function clockTime(at: EpochMs, now: EpochMs, timeZone: string): string {
  const day = (time: EpochMs): string => new Date(time).toLocaleDateString('en-CA', { timeZone });
  const [then, today] = [day(at), day(now)];
  const year = then.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const form = then === today ? TIME : { ...DATE, ...year };
  // With a year, ICU also puts a comma after the weekday.
  const shown = new Date(at).toLocaleString('en-GB', { ...form, timeZone }).replace(/^(\w+),/, '$1');
  return `${shown}${offsetIfDoubled(at, timeZone)}`;
}

/** Formats a moment with its zone: `Tue 2 Jun, 14:30 (Europe/Berlin)`. */
export function zonedTime(at: EpochMs, now: EpochMs, zone: string): string {
  return `${clockTime(at, now, zone)} (${zoneName(zone)})`;
}

/** Returns the calendar date of a moment in a zone: `2026-02-03`. */
export function dateIn(at: EpochMs, timeZone: string): string {
  return new Date(at).toLocaleDateString('en-CA', { timeZone });
}
