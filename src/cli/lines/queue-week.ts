import { zoneOf, zoneOfRecord } from '../../app/project/zone.ts';
import { dueAt } from '../../app/queue/due-at.ts';
import type { Account } from '../../config/config.ts';
import type { Paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { MINUTE_MS } from '../../time/durations.ts';
import { slotsAfter } from '../../time/slots.ts';
import { Temporal } from '../../time/temporal.ts';
import { zoneName } from '../../time/time-zone.ts';
import { zonedTime } from '../../time/zoned-time.ts';
import { howFar, type QueueView, standing } from './queue-rows.ts';

/** One time of a day: a line, and the lines below it. */
type Entry = { readonly at: number; readonly text: string; readonly below?: readonly string[] };

function freeSlots(
  accounts: Iterable<Account>,
  { now, zones, paint }: QueueView,
  taken: ReadonlySet<string>,
  to: number,
): Entry[] {
  const free: Entry[] = [];
  for (const account of accounts) {
    const slots = account.slots ?? [];
    for (const at of slotsAfter(slots, zoneOf(zones, account), now)) {
      if (at >= to) break;
      if (!taken.has(`${account.name} ${at}`))
        free.push({ at, text: paint.dim(`${account.name}  (free slot)`) });
    }
  }
  return free;
}

/**
 * Formats a draft at one time of its networks, with `there`, the time in its own zone: one line for one network, or for several
 * a line each below the draft.
 */
function entryOf(
  records: readonly PublicationRecord[],
  timeOf: (record: PublicationRecord) => number,
  there: (record: PublicationRecord) => string,
  paint: Paint,
): Entry[] {
  const [first] = records;
  if (first === undefined) return [];
  const draft = paint.bold(visible(first.draft));
  const lineOf = (record: PublicationRecord, what: string): string => {
    const state = record.state === 'scheduled' ? '' : `  ${paint.yellow(standing(record))}`;
    return `${visible(record.account)}  ${what}${howFar(record)}${state}${there(record)}  ${paint.dim(record.id)}`;
  };
  const at = timeOf(first);
  return records.length === 1
    ? [{ at, text: lineOf(first, `${draft}  `) }]
    : [{ at, text: draft, below: records.map((record) => lineOf(record, '')) }];
}

/** Formats the next seven days as a calendar: a heading for each, then its publications and free slots by time. */
export function queueWeek(
  records: readonly PublicationRecord[],
  accounts: readonly Account[],
  view: QueueView,
): string[] {
  const { now, zone, zones, paint } = view;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  const end = today.add({ days: 7 }).epochMilliseconds;
  // Show a missed publication today, because it is still waiting.
  const timeOf = (record: PublicationRecord): number =>
    Math.max(dueAt(record) ?? end, today.epochMilliseconds);
  const shown = records.filter((record) => timeOf(record) < end);
  const there = (record: PublicationRecord): string => {
    const [at, own] = [dueAt(record), zoneOfRecord(zones, record)];
    return at === null || own === zone ? '' : `  ${paint.dim(`= ${zonedTime(at, at, own)}`)}`;
  };
  const entries = [
    ...Map.groupBy(shown, (record) => `${Math.floor(timeOf(record) / MINUTE_MS)} ${record.draft}`).values(),
  ].flatMap((group) => entryOf(group, timeOf, there, paint));
  const taken = new Set(records.map(({ account, publishAt }) => `${account} ${publishAt}`));
  const all = [...entries, ...freeSlots(accounts, view, taken, end)].sort((a, b) => a.at - b.at);
  const lines = [paint.dim(`Times are in ${zoneName(zone)}.`)];
  for (let day = today; day.epochMilliseconds < end; day = day.add({ days: 1 })) {
    const next = day.add({ days: 1 }).epochMilliseconds;
    const own = all.filter(({ at }) => at >= day.epochMilliseconds && at < next);
    const title = day.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
    lines.push(paint.bold(title));
    if (own.length === 0) lines.push(paint.dim('  –'));
    for (const { at, text, below = [] } of own) {
      const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime();
      lines.push(
        `  ${time.toString({ smallestUnit: 'minute' })}  ${text}`,
        ...below.map((line) => `         ${line}`),
      );
    }
  }
  return lines;
}
