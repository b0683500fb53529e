import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../../app/refusal.ts';
import { counted } from '../../preview/amounts.ts';
import { paint } from '../../preview/paint.ts';
import { findingJson } from '../../preview/preview-json.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { defineCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withFeedLock } from '../feed-lock.ts';
import type { Io } from '../io.ts';
import { wholeNumber } from '../option-values.ts';
import { isWebAddress } from '../post-sources.ts';
import { openProject, shownPath } from '../project.ts';
import type { TakenEntry, WatchedFeed } from '../watch-feeds.ts';

const STATUS: Readonly<Record<WatchedFeed['check']['status'], string>> = {
  read: 'read',
  unchanged: 'nothing new',
  'too-early': 'left alone',
  failed: 'failed',
  gone: 'gone',
};

function tellLines({ feed, check, taken }: WatchedFeed, io: Io): void {
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
        `  ${colours.yellow('passed over')} ${visible(entry.title ?? entry.url ?? '')}: nothing in it can be summarised\n`,
      );
  for (const { title, url } of edited)
    io.stderr.write(`  ${colours.yellow('edited')} ${visible(title ?? url ?? '')}: it is not taken again\n`);
}

const takenJson = ({ entry, summary, shown, outcome, note }: TakenEntry): object => ({
  title: entry.title ?? null,
  url: entry.url ?? null,
  outcome,
  draft: shown ?? null,
  note: note ?? null,
  findings: summary.findings.map(findingJson),
});

const feedJson = ({ feed, check, taken }: WatchedFeed): object => ({
  feed,
  status: check.status,
  message: check.message ?? null,
  first: check.isFirst,
  entries: check.count,
  taken: taken.map(takenJson),
  edited: check.edited.map(({ title, url }) => ({ title: title ?? null, url: url ?? null })),
});

/** `15m`, `2h`, `1d` in ms. */
function interval(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const match = /^(\d{1,4})(m|h|d)$/.exec(written);
  const ms =
    Number(match?.[1]) * { m: 60_000, h: 3_600_000, d: 86_400_000 }[(match?.[2] ?? 'm') as 'm' | 'h' | 'd'];
  if (match !== null && ms >= 5 * 60_000 && ms <= 7 * 86_400_000) return ms;
  throw new Refusal('usage', `--every takes a time from 5m to 7d, such as 30m or 6h, not ‘${written}’.`);
}

/** `threadmill feed [URL…]`: a draft for each new entry of the feeds. */
export const command = defineCommand({
  name: 'feed',
  description:
    'Look at feeds (RSS, Atom, JSON), and make a draft of each new entry, as `summarize` does. What a feed holds when it is first seen counts as seen. An entry is never taken twice, even where its id, its address or its date changes; what was edited is told, and not taken again. Sends nothing by itself.',
  arguments: {
    feeds: {
      form: '[feed...]',
      about: 'addresses; those of `feeds:` in the configuration where there are none',
    },
  },
  options: {
    backfill: {
      flags: '--backfill <number>',
      about: 'also take so many of the newest entries that have no draft',
    },
    schedule: {
      flags: '--schedule <when>',
      about: 'schedule each new draft: next for the next free slot, or a time',
    },
    account: {
      flags: '--account <name>',
      about: 'with --schedule: as this account (repeatable)',
      repeat: true,
    },
    every: { flags: '--every <time>', about: 'look again and again, such as every 30m; Ctrl-C ends it' },
    now: { flags: '--now', about: 'ask also feeds that are to be left alone for a while' },
    out: { flags: '--out <folder>', about: 'where drafts go, instead of posts/' },
    allowPrivate: {
      flags: '--allow-private',
      about: 'also read feeds of this machine and of private networks',
    },
    json: { flags: '--json', about: 'print an array with one object for each feed; not with --every' },
  },
  examples: [
    { line: 'feed https://example.org/feed.xml', about: 'remember what it holds' },
    { line: 'feed https://example.org/feed.xml --backfill 2', about: 'and take the two newest entries' },
    { line: 'feed --every 1h', about: 'watch the feeds of the configuration' },
  ],
  run: async (args, options, io) => {
    const backfill = wholeNumber('--backfill', options.backfill, 0, 100) ?? 0;
    const every = interval(options.every);
    if (every !== undefined && options.json)
      throw new Refusal('usage', '--json ends with the look; leave out --every.');
    const project = await openProject(io);
    const feeds = [...new Set(args.feeds.length > 0 ? args.feeds : project.config.feeds)];
    if (feeds.length === 0)
      throw new Refusal('usage', 'Name a feed, or list them under `feeds:` in config/threadmill.yaml.');
    const wrong = feeds.find((feed) => !isWebAddress(feed));
    if (wrong !== undefined) throw new Refusal('usage', `‘${wrong}’ is no web address.`);

    const { watchFeeds } = await import('../watch-feeds.ts');
    const look = async (taking: number): Promise<ExitCode> => {
      const all: WatchedFeed[] = [];
      const { out, allowPrivate, now: force } = options;
      const schedules = options.schedule !== undefined;
      const wish = { backfill: taking, force, allowPrivate, out, schedules };
      await watchFeeds(feeds, wish, project, io, (watched) => {
        all.push(watched);
        tellLines(watched, io);
        if (options.json) return;
        for (const { path, outcome } of watched.taken)
          if (path !== undefined && outcome !== 'empty')
            io.stdout.write(`${visible(shownPath(path, io.cwd))}\n`);
      });
      if (options.json) io.stdout.write(`${safeJson(all.map(feedJson))}\n`);
      if (schedules) {
        const fresh = all.flatMap(({ taken }) =>
          taken.flatMap(({ shown, outcome }) => (shown !== undefined && outcome !== 'empty' ? [shown] : [])),
        );
        const { scheduleEntries } = await import('../schedule-entries.ts');
        const how = { when: options.schedule, accounts: options.account, yes: false };
        const code = await scheduleEntries(fresh, how, project, io);
        if (code !== EXIT.done) return code;
      }
      return all.some(({ check }) => check.status === 'failed' || check.status === 'gone')
        ? EXIT.draft
        : EXIT.done;
    };
    return withFeedLock(project.root, async () => {
      let code = await look(backfill);
      while (every !== undefined && !io.signal.aborted) {
        const isOver = await wait(every, false, { signal: io.signal }).catch((error: Error) => {
          if (error.name !== 'AbortError') throw error;
          return true;
        });
        if (isOver) return EXIT.done;
        code = await look(0);
      }
      return code;
    });
  },
});
