import type { Account } from '../../config/config.ts';
import type { Finding } from '../../drafts/finding.ts';
import type { ThreadPreview } from '../../preview/render-preview.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { parseWhen } from '../../time/parse-when.ts';
import { zonedTime } from '../../time/zoned-time.ts';
import { shownZone, type Zones, zoneOf } from '../project/zone.ts';

/** When a thread starts and the zone to show it in, or why its `publish_at` is invalid. */
export type Start =
  | { readonly at: EpochMs; readonly zone: string; readonly why?: never }
  | { readonly why: string };

/**
 * Reads a thread's `publish_at` as `schedule` does; `undefined` for `next`, and without a `publish_at`. For a time that occurs
 * twice, takes the first, where `schedule` asks.
 */
export function startOf(
  publishAt: string | undefined,
  account: Account | undefined,
  zones: Zones,
): Start | undefined {
  if (publishAt === undefined) return undefined;
  // Read it with a `now` before all times, because a past time is no mistake here.
  const when = parseWhen(publishAt, { now: Number.MIN_SAFE_INTEGER, zone: zoneOf(zones, account) });
  if (when.ok)
    return when.at === 'next' ? undefined : { at: when.at, zone: shownZone(zones, account, when.zone) };
  const first = when.choices?.[0];
  return first === undefined
    ? { why: when.why }
    : { at: first.at, zone: shownZone(zones, account, first.zone) };
}

/** When a thread ends: for programs always, for people only if it is in the future. */
export function endOf(
  start: Start | undefined,
  durationMs: number,
  now: EpochMs,
): Pick<ThreadPreview, 'endsAt' | 'ends'> {
  if (start === undefined || start.why !== undefined) return { endsAt: null };
  const end = start.at + durationMs;
  const endsAt = new Date(end).toISOString();
  return start.at > now ? { endsAt, ends: `set to end ${zonedTime(end, now, start.zone)}` } : { endsAt };
}

/** The finding for a `publish_at` that no clock or calendar has, at its line. */
export function timeFinding(why: string, source: string): Finding {
  const line = source.split('\n').findIndex((text) => /^\s*["']?publish_at["']?\s*[:=]/.test(text)) + 1;
  return {
    code: 'setting-value',
    severity: 'error',
    line: Math.max(1, line),
    column: 1,
    message: `publish_at: ${why}`,
  };
}
