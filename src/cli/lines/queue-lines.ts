import { networkName } from '../../app/project/network-name.ts';
import { publicationJson } from '../../app/publishing/publication-json.ts';
import { dueAt } from '../../app/queue/due-at.ts';
import type { QueueForecast } from '../../app/queue/queue-forecast.ts';
import type { Queue } from '../../app/queue/queue-view.ts';
import type { Config } from '../../config/config.ts';
import { counted } from '../../preview/amounts.ts';
import { localTime } from '../../preview/local-time.ts';
import { visible } from '../../preview/visible.ts';
import { costOf, usd } from '../../publishing/money.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { dollars } from '../../text/dollars.ts';
import { alignColumns } from './align-columns.ts';
import { byDraft } from './by-draft.ts';
import { howFar, type QueueView, standing } from './queue-rows.ts';
import { queueWeek } from './queue-week.ts';
import { zoneNote } from './zone-note.ts';

const HEAD = ['when', 'network', 'account', 'posts', 'cost', 'state', 'id'];

function cellsOf(record: PublicationRecord, { now, zone }: QueueView): readonly string[] {
  const due = dueAt(record);
  return [
    due === null ? '–' : localTime(due, now, zone),
    networkName(record.network),
    visible(record.account),
    howFar(record),
    dollars(usd(costOf(record.posts))),
    standing(record),
    record.id,
  ];
}

/** The queue as a table: each draft once, and below it a line for each network. */
function queueTable(records: readonly PublicationRecord[], view: QueueView): string[] {
  const groups = byDraft(records);
  const [head = '', ...rows] = alignColumns([
    HEAD,
    ...groups.flatMap((group) => group.records.map((record) => cellsOf(record, view))),
  ]);
  const lines = rows.values();
  return [
    view.paint.dim(`  ${head}`),
    ...groups.flatMap((group) => [
      view.paint.bold(visible(group.draft)),
      ...group.records.map(() => `  ${lines.next().value ?? ''}`),
    ]),
  ];
}

/** `11 posts; 6 left today; ends Wed 4 Feb, 09:14`. */
function forecastLine({ posts, left, endsAt }: QueueForecast, now: number, zone: string): string {
  return [
    counted(posts, 'post'),
    ...(left === null ? [] : [`${left} left today`]),
    endsAt === null ? 'end unknown: see the reasons above' : `ends ${localTime(endsAt, now, zone)}`,
  ].join('; ');
}

/** The whole queue as a table or a week, with each account's forecast and what holds it up. */
export function queueLines(
  { records, accounts, forecasts, killSwitch }: Queue,
  { config, limit, week }: { readonly config: Config; readonly limit: number; readonly week: boolean },
  view: QueueView,
): string[] {
  const { now, zone, paint } = view;
  const lines = week ? queueWeek(records, config, accounts, view) : [];
  if (!week && records.length > 0) lines.push(...queueTable(records, view));
  if (records.length === 0 && !week)
    lines.push('The queue is empty. To fill it: threadmill schedule FILE --at WHEN');
  for (const forecast of forecasts.filter(({ posts }) => posts > 0))
    lines.push(`${paint.bold(forecast.account)}: ${forecastLine(forecast, now, zone)}`);
  if (records.length > 0) lines.push(...zoneNote(config, zone).map(paint.dim));
  if (records.length === limit) lines.push(paint.dim(`Showing the first ${limit}; for more: --limit.`));
  if (killSwitch !== undefined)
    lines.push(
      paint.red(`Sending is stopped: ${visible(killSwitch)} exists. To resume: threadmill stop --end`),
    );
  return lines;
}

/** The queue as `--json` prints it: each publication, and when it will be wholly out. */
export function queueJson({ records, forecasts }: Queue): object[] {
  const ends = new Map(forecasts.flatMap((one) => [...one.ends]));
  return records.map((record) => {
    const end = ends.get(record.id) ?? null;
    return { ...publicationJson(record), ends_at: end === null ? null : new Date(end).toISOString() };
  });
}
