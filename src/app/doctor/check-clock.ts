import { roughly } from '../../preview/amounts.ts';
import { type Check, check } from './check.ts';

/** With a larger clock error, in ms, posts go out at the wrong time, and X rejects signatures. */
const CLOCK_MS = 30_000;

/** Compares this machine's clock with another's; `ours` and `theirs` are ms since 1970 at the same moment. */
export function checkClock(where: string, theirs: number, ours: number): Check[] {
  const off = Math.round(ours - theirs);
  if (Number.isNaN(off) || Math.abs(off) <= CLOCK_MS) return [];
  const message = `this machine is ${roughly(Math.abs(off))} ${off > 0 ? 'ahead of' : 'behind'} ${where}`;
  return [check('warn', 'clock', message, 'set the clock, or let it follow a time server (NTP)')];
}
