import type { Account, Config } from '../config/config.ts';
import { counted } from '../preview/amounts.ts';
import type { Paint } from '../preview/paint.ts';
import { visible } from '../preview/visible.ts';
import { countSent } from '../publishing/freezing/plan.ts';
import { costOf, dollars } from '../publishing/money.ts';
import type { PublicationRecord } from '../publishing/publication.ts';
import { slotsAfter } from '../time/slots.ts';
import { Temporal } from '../time/temporal.ts';
import { localTime } from './when.ts';
import { zoneOf } from './zone.ts';

/** What is shown, and against which calendar. */
export type QueueView = { readonly now: number; readonly zone: string; readonly paint: Paint };

/** When a publication of the queue wants attention next; `null` where it waits for a person. */
export function dueAt(record: PublicationRecord): number | null {
  if (record.state === 'scheduled') return record.publishAt;
  return record.state === 'paused' ? record.until : null;
}

const far = (record: PublicationRecord): string => {
  const sent = countSent(record);
  const total = counted(record.posts.length, 'post');
  return sent === 0 ? total : `${sent} of ${total}`;
};

const standing = ({ state, reason }: PublicationRecord): string =>
  reason === null ? state : `${state}: ${reason}`;

/** The queue as a table: one publication a line, its columns aligned. */
export function queueTable(records: readonly PublicationRecord[], { now, zone, paint }: QueueView): string[] {
  const rows = records.map((record) => {
    const due = dueAt(record);
    return [
      due === null ? '–' : localTime(due, now, zone),
      visible(record.account),
      visible(record.draft),
      far(record),
      dollars(costOf(record.posts)),
      standing(record),
      record.id,
    ];
  });
  const head = ['when', 'account', 'draft', 'posts', 'cost', 'state', 'id'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [paint.dim(line(head)), ...rows.map(line)];
}

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
    const what = `${visible(record.account)}  ${paint.bold(visible(record.draft))}  ${far(record)}`;
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
