import { roughly } from './amounts.ts';

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DATE: Intl.DateTimeFormatOptions = { ...TIME, weekday: 'short', day: 'numeric', month: 'short' };

/**
 * A moment as a clock and a calendar in a zone show it, the machine's own where none is given: `14:30`,
 * `Tue 2 Jun, 14:30`, with the year where it is another.
 */
export function localTime(at: number, now: number, timeZone?: string): string {
  const [then, today] = [new Date(at), new Date(now)];
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = (date: Date): string => date.toLocaleDateString('en-CA', zone);
  if (day(then) === day(today)) return then.toLocaleString('en-GB', { ...TIME, ...zone });
  const isSameYear = day(then).slice(0, 4) === day(today).slice(0, 4);
  return then.toLocaleString('en-GB', { ...DATE, ...(isSameYear ? {} : { year: 'numeric' }), ...zone });
}

/** When something ends: `until 14:30 (in 12 min)`; for a moment that has passed, `since 14:30`. */
export function untilTime(at: number, now: number, timeZone?: string): string {
  const time = localTime(at, now, timeZone);
  return at > now ? `until ${time} (in ${roughly(at - now)})` : `since ${time}`;
}
