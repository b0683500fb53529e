import { roughly } from '../../preview/amounts.ts';
import { zonedTime } from '../../time/zoned-time.ts';

/** Formats when something ends: `until 14:30 (Europe/Berlin), in 12 min`; for a past moment, `since 14:30 (…)`. */
export function untilTime(at: number, now: number, zone: string): string {
  const time = zonedTime(at, now, zone);
  return at > now ? `until ${time}, in ${roughly(at - now)}` : `since ${time}`;
}
