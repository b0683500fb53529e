import type { TakenEntry, WatchedFeed } from '../../app/feeds/watch-feeds.ts';
import { counted } from '../../preview/amounts.ts';
import { paint } from '../../preview/paint.ts';
import { findingJson } from '../../preview/preview-json.ts';
import { visible } from '../../preview/visible.ts';
import type { Io } from '../process/io.ts';

const STATUS: Readonly<Record<WatchedFeed['check']['status'], string>> = {
  read: 'read',
  unchanged: 'nothing new',
  'too-early': 'left alone',
  failed: 'failed',
  gone: 'gone',
};

/** Prints the result of checking a feed to stderr. */
export function tellFeed({ feed, check, taken }: WatchedFeed, io: Io): void {
  const colours = paint(io.color);
  const { status, message, isFirst, count, edited } = check;
  const label = status === 'failed' || status === 'gone' ? colours.red(STATUS[status]) : STATUS[status];
  const drafted = taken.filter(({ outcome }) => outcome === 'drafted').length;
  const news = [
    ...(status === 'read' ? [`${counted(count, 'entry', 'entries')}, ${drafted} drafted`] : []),
    ...(isFirst && status === 'read' && count > drafted
      ? [drafted === 0 ? 'all count as seen' : 'the others count as seen']
      : []),
    ...(message === undefined ? [] : [visible(message)]),
  ];
  io.stderr.write(`${visible(feed)}: ${[label, ...news].join(', ')}\n`);
  for (const { note, entry } of taken)
    if (note !== undefined)
      io.stderr.write(
        `  ${colours.yellow('note')} ${visible(entry.title ?? entry.url ?? '')}: ${visible(note)}\n`,
      );
  for (const { entry, outcome } of taken)
    if (outcome === 'empty')
      io.stderr.write(
        `  ${colours.yellow('skipped')} ${visible(entry.title ?? entry.url ?? '')}: nothing to summarise\n`,
      );
  for (const { title, url } of edited)
    io.stderr.write(
      `  ${colours.yellow('edited')} ${visible(title ?? url ?? '')}: already taken, so it was skipped\n`,
    );
}

const takenJson = ({ entry, summary, shown, outcome, note }: TakenEntry): object => ({
  title: entry.title ?? null,
  url: entry.url ?? null,
  outcome,
  draft: shown ?? null,
  note: note ?? null,
  findings: summary.findings.map(findingJson),
});

/** Converts the result of checking a feed to its `--json` form. */
export const feedJson = ({ feed, check, taken }: WatchedFeed): object => ({
  feed,
  status: check.status,
  message: check.message ?? null,
  first: check.isFirst,
  entries: check.count,
  taken: taken.map(takenJson),
  edited: check.edited.map(({ title, url }) => ({ title: title ?? null, url: url ?? null })),
});
