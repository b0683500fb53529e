import type { Account } from '../../config/config.ts';
import type { Finding } from '../../drafts/finding.ts';
import type { ThreadPreview } from '../../preview/render-preview.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { parseWhen } from '../../time/parse-when.ts';
import { zonedTime } from '../../time/zoned-time.ts';
import { shownZone, type Zones, zoneOf } from '../project/zone.ts';

/** When a thread is to start and the zone to show it in; or why its `publish_at` means no time. */
export type Start =
  | { readonly at: EpochMs; readonly zone: string; readonly why?: never }
  | { readonly why: string };

/**
 * When a thread starts that has a `publish_at`, read as `schedule` reads it; `undefined` for `next`, and where no time is
 * set. Of a time that comes twice, the first: `schedule` asks.
 */
export function startOf(
  publishAt: string | undefined,
  account: Account | undefined,
  zones: Zones,
): Start | undefined {
  if (publishAt === undefined) return undefined;
  // Against the beginning of all times, since one that has passed is no mistake here.
  const when = parseWhen(publishAt, { now: Number.MIN_SAFE_INTEGER, zone: zoneOf(zones, account) });
  if (when.ok)
    return when.at === 'next' ? undefined : { at: when.at, zone: shownZone(zones, account, when.zone) };
  const first = when.choices?.[0];
  return first === undefined
    ? { why: when.why }
    : { at: first.at, zone: shownZone(zones, account, first.zone) };
}

/** When a thread ends, for programs, and for people where that is still to come. */
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

/** What is said of a `publish_at` that a clock or a calendar doesn't have, at its line. */
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
