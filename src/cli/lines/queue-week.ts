import { zoneOf } from '../../app/project/zone.ts';
import { dueAt } from '../../app/queue/due-at.ts';
import type { Account, Config } from '../../config/config.ts';
import type { Paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { slotsAfter } from '../../time/slots.ts';
import { Temporal } from '../../time/temporal.ts';
import { howFar, type QueueView, standing } from './queue-rows.ts';

type Entry = { readonly at: number; readonly text: string };

function freeSlots(
  accounts: Iterable<Account>,
  config: Config,
  taken: ReadonlySet<string>,
  from: number,
  to: number,
  paint: Paint,
): Entry[] {
  const free: Entry[] = [];
  for (const account of accounts) {
    const slots = account.slots ?? [];
    for (const at of slotsAfter(slots, zoneOf(config, account), from)) {
      if (at >= to) break;
      if (!taken.has(`${account.name} ${at}`))
        free.push({ at, text: paint.dim(`${account.name}  (free slot)`) });
    }
  }
  return free;
}

/** The next seven days as a calendar: a heading for each, its publications and free slots by time. */
export function queueWeek(
  records: readonly PublicationRecord[],
  config: Config,
  accounts: readonly Account[],
  { now, zone, paint }: QueueView,
): string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  const end = today.add({ days: 7 }).epochMilliseconds;
  const entries = records.flatMap((record): Entry[] => {
    const at = dueAt(record);
    if (at === null || at >= end) return [];
    const what = `${visible(record.account)}  ${paint.bold(visible(record.draft))}  ${howFar(record)}`;
    const state = record.state === 'scheduled' ? '' : `  ${paint.yellow(standing(record))}`;
    // What was missed is shown today, where it waits.
    return [{ at: Math.max(at, today.epochMilliseconds), text: `${what}${state}  ${paint.dim(record.id)}` }];
  });
  const taken = new Set(records.map(({ account, publishAt }) => `${account} ${publishAt}`));
  const all = [...entries, ...freeSlots(accounts, config, taken, now, end, paint)].sort(
    (a, b) => a.at - b.at,
  );
  const lines: string[] = [];
  for (let day = today; day.epochMilliseconds < end; day = day.add({ days: 1 })) {
    const next = day.add({ days: 1 }).epochMilliseconds;
    const own = all.filter(({ at }) => at >= day.epochMilliseconds && at < next);
    const title = day.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
    lines.push(paint.bold(title));
    if (own.length === 0) lines.push(paint.dim('  –'));
    for (const { at, text } of own) {
      const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime();
      lines.push(`  ${time.toString({ smallestUnit: 'minute' })}  ${text}`);
    }
  }
  return lines;
}
