import { Refusal } from '../../app/refusal.ts';
import { MINUTE_MS } from '../../time/durations.ts';

const UNIT_MS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 24 * 60 * MINUTE_MS } as const;
const SHORTEST_MS = 5 * MINUTE_MS;
const LONGEST_MS = 7 * UNIT_MS.d;

/** Parses the `15m`, `2h` or `1d` of the option `--every`, in ms. @throws Refusal (usage) */
export function interval(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const [, number, unit] = /^(\d{1,4})([mhd])$/.exec(written) ?? [];
  const ms = Number(number) * (unit === 'm' || unit === 'h' || unit === 'd' ? UNIT_MS[unit] : Number.NaN);
  if (ms >= SHORTEST_MS && ms <= LONGEST_MS) return ms;
  throw new Refusal('usage', `--every takes a time from 5m to 7d, such as 30m or 6h, not ‘${written}’.`);
}
