import type { ScheduleOutcome } from '../../app/publishing/schedule-drafts.ts';
import { counted } from '../../preview/amounts.ts';
import type { Paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import { costOf, usd } from '../../publishing/money.ts';
import { dollars } from '../../text/dollars.ts';
import { zonedTime } from '../../time/zoned-time.ts';

type Scheduled = Extract<ScheduleOutcome, { type: 'scheduled' }>;
type Foreseen = Extract<ScheduleOutcome, { type: 'would-schedule' }>;

/** Formats `scheduled: posts/a.md → me (x), 3 posts, $0.045: tomorrow 09:00 (Europe/Berlin)  ID`. */
export function scheduledLine(
  { record, movedFrom, at }: Scheduled,
  zone: string,
  paint: Paint,
  label = 'scheduled',
): string {
  const from =
    movedFrom === undefined || movedFrom === record.publishAt
      ? ''
      : `, was ${zonedTime(movedFrom, at, zone)}`;
  const when = `${zonedTime(record.publishAt, at, zone)}${from}`;
  const what = `${visible(record.draft)} → ${record.account} (${record.network})`;
  return `${paint.cyan(label)}: ${what}, ${counted(record.posts.length, 'post')}, ${dollars(usd(costOf(record.posts)))}: ${when}  ${paint.dim(record.id)}`;
}

/** Formats `would schedule posts/a.md → me: tomorrow 09:00 (Europe/Berlin)`. */
export function foreseenLine({ offer, when, at }: Foreseen, zone: string): string {
  const time = typeof when.at === 'number' ? zonedTime(when.at, at, zone) : 'the next free slot';
  return `would schedule ${visible(offer.fresh.draft)} → ${offer.account.name}: ${time}`;
}
