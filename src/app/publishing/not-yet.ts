import type { EpochMs } from '../../time/epoch-ms.ts';
import { parseWhen } from '../../time/parse-when.ts';
import { zonedTime } from '../../time/zoned-time.ts';
import { shownZone, type Zones, zoneOf } from '../project/zone.ts';
import type { Offer } from './offers.ts';

/**
 * Returns why a draft is not published now: its `publish_at` is in the future (`next` always is), and nothing was sent.
 * `undefined` if it may be published.
 */
export function notYet(
  { account, fresh, outlook, settings }: Offer,
  zones: Zones,
  now: EpochMs,
): string | undefined {
  const { plan, current } = outlook;
  const { publishAt } = settings;
  const hasBegun = plan.do === 'go-on' && current !== undefined && current.startedAt !== null;
  if (publishAt === undefined || plan.do === 'refuse' || hasBegun) return undefined;
  const when = parseWhen(publishAt, { now, zone: zoneOf(zones, account) });
  const at = when.ok ? when.at : (when.choices?.[0].at ?? 0);
  if (at !== 'next' && at <= now) return undefined;
  const told =
    at === 'next'
      ? 'the next free slot'
      : zonedTime(at, now, shownZone(zones, account, when.ok ? when.zone : undefined));
  return `${fresh.draft} → ${account.name}: publish_at is ${told}. To schedule it: threadmill schedule ${fresh.draft}. To send it now, add --now.`;
}
