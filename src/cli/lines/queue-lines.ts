import { networkName } from '../../app/project/network-name.ts';
import { zoneOf, zoneOfRecord } from '../../app/project/zone.ts';
import { publicationJson } from '../../app/publishing/publication-json.ts';
import { dueAt } from '../../app/queue/due-at.ts';
import type { QueueForecast } from '../../app/queue/queue-forecast.ts';
import type { Queue } from '../../app/queue/queue-view.ts';
import { counted } from '../../preview/amounts.ts';
import { visible } from '../../preview/visible.ts';
import { costOf, usd } from '../../publishing/money.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { dollars } from '../../text/dollars.ts';
import { zoneName } from '../../time/time-zone.ts';
import { clockTime, zonedTime } from '../../time/zoned-time.ts';
import { alignColumns } from './align-columns.ts';
import { byDraft } from './by-draft.ts';
import { howFar, type QueueView, standing } from './queue-rows.ts';
import { queueWeek } from './queue-week.ts';

const HEAD = ['network', 'account', 'posts', 'cost', 'state', 'id'];

/** Formats the queue as a table: each draft once, with a line per network below it. A zone that all share is in the heading. */
function queueTable(records: readonly PublicationRecord[], { now, zones, paint }: QueueView): string[] {
  const [zone, ...others] = new Set(records.map((record) => zoneOfRecord(zones, record)));
  const isOneZone = zone !== undefined && others.length === 0;
  const time = (at: number, record: PublicationRecord): string =>
    isOneZone ? clockTime(at, now, zone) : zonedTime(at, now, zoneOfRecord(zones, record));
  const cellsOf = (record: PublicationRecord): readonly string[] => {
    const due = dueAt(record);
    return [
      due === null ? '–' : time(due, record),
      networkName(record.network),
      visible(record.account),
      howFar(record),
      dollars(usd(costOf(record.posts))),
      standing(record),
      record.id,
    ];
  };
  const groups = byDraft(records);
  const [head = '', ...rows] = alignColumns([
    [isOneZone ? `when (${zoneName(zone)})` : 'when', ...HEAD],
    ...groups.flatMap((group) => group.records.map(cellsOf)),
  ]);
  const lines = rows.values();
  return [
    paint.dim(`  ${head}`),
    ...groups.flatMap((group) => [
      paint.bold(visible(group.draft)),
      ...group.records.map(() => `  ${lines.next().value ?? ''}`),
    ]),
  ];
}

/** Formats `11 posts; 6 left today; ends Wed 4 Feb, 09:14; costs $0.18`. */
function forecastLine({ posts, cost, left, endsAt }: QueueForecast, now: number, zone: string): string {
  return [
    counted(posts, 'post'),
    ...(left === null ? [] : [`${left} left today`]),
    endsAt === null ? 'end unknown: see the reasons above' : `ends ${zonedTime(endsAt, now, zone)}`,
    ...(cost === 0 ? [] : [`costs ${dollars(usd(cost))}`]),
  ].join('; ');
}

/** Formats the whole queue as a table or a week, with each account's forecast and what delays it. */
export function queueLines(
  { records, accounts, forecasts, killSwitch }: Queue,
  { limit, week }: { readonly limit: number; readonly week: boolean },
  view: QueueView,
): string[] {
  const { now, zones, paint } = view;
  const lines = week ? queueWeek(records, accounts, view) : [];
  if (!week && records.length > 0) lines.push(...queueTable(records, view));
  if (records.length === 0 && !week)
    lines.push('The queue is empty. To fill it: threadmill schedule FILE --at WHEN');
  for (const forecast of forecasts.filter(({ posts }) => posts > 0))
    lines.push(
      `${paint.bold(forecast.account)}: ${forecastLine(forecast, now, zoneOf(zones, zones.config.accounts.get(forecast.account)))}`,
    );
  if (records.length === limit) lines.push(paint.dim(`Showing the first ${limit}; for more: --limit.`));
  if (killSwitch !== undefined)
    lines.push(
      paint.red(`Sending is stopped: ${visible(killSwitch)} exists. To resume: threadmill stop --end`),
    );
  return lines;
}

/** Converts the queue to its `--json` form: each publication, and when it will be finished. */
export function queueJson({ records, forecasts }: Queue): object[] {
  const ends = new Map(forecasts.flatMap((one) => [...one.ends]));
  return records.map((record) => {
    const end = ends.get(record.id) ?? null;
    return { ...publicationJson(record), ends_at: end === null ? null : new Date(end).toISOString() };
  });
}
