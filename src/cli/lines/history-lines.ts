import { networkName } from '../../app/project/network-name.ts';
import { zoneOfRecord } from '../../app/project/zone.ts';
import { visible } from '../../preview/visible.ts';
import { costOf, usd } from '../../publishing/money.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { dollars } from '../../text/dollars.ts';
import { alignColumns } from './align-columns.ts';
import { byDraft } from './by-draft.ts';
import { firstUrl, howFar, paintState, standstillLines, whenLastMoved } from './publication-lines.ts';
import type { QueueView } from './queue-rows.ts';

const cellsOf = (record: PublicationRecord, { now, zones }: QueueView): readonly string[] => [
  record.state,
  networkName(record.network),
  visible(record.account),
  howFar(record),
  dollars(usd(costOf(record.posts))),
  whenLastMoved(record, now, zoneOfRecord(zones, record)),
  record.id,
  visible(firstUrl(record) ?? ''),
];

/**
 * Formats publications in the given order, each draft once, with a line per network below it, and the reason for any that
 * stopped.
 */
export function historyLines(records: readonly PublicationRecord[], view: QueueView): string[] {
  const { now, zones, paint } = view;
  const groups = byDraft(records);
  const rows = alignColumns(
    groups.flatMap((group) => group.records.map((record) => cellsOf(record, view))),
  ).values();
  return groups.flatMap((group) => [
    paint.bold(visible(group.draft)),
    ...group.records.flatMap((record) => [
      `  ${paintState(rows.next().value ?? '', record.state, paint)}`,
      ...standstillLines(record, now, zoneOfRecord(zones, record)).map((line) => `    ${line}`),
    ]),
  ]);
}
