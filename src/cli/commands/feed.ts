import { withFeedLock } from '../../app/feeds/feed-lock.ts';
import { Refusal } from '../../app/refusal.ts';
import { isWebAddress } from '../../app/summaries/post-sources.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { interval } from '../process/interval.ts';
import { openProject } from '../process/open-project.ts';
import { wholeNumber } from '../process/option-values.ts';

/** `threadmill feed [URL…]`: a draft for each new entry of the feeds. */
export const command = defineCommand({
  name: 'feed',
  description:
    'Check feeds (RSS, Atom, JSON), and make a draft of each new entry, as `summarize` does. What a feed contains when it is first seen counts as seen. An entry is never taken twice, even if its id, its address or its date changes; an edited entry is reported, and not taken again. Sends nothing by itself.',
  arguments: {
    feeds: {
      form: '[feed...]',
      about: 'addresses; by default, those of `feeds:` in the configuration',
    },
  },
  options: {
    backfill: {
      flags: '--backfill <number>',
      about: 'also draft this many of the newest entries that have no draft',
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
    every: { flags: '--every <time>', about: 'check again at this interval, such as 30m; Ctrl-C ends it' },
    now: { flags: '--now', about: 'also check feeds that asked to be left alone for a while' },
    out: { flags: '--out <folder>', about: 'where drafts go, instead of posts/' },
    allowPrivate: {
      flags: '--allow-private',
      about: 'include feeds of this machine and of private networks',
    },
    json: { flags: '--json', about: 'print an array with one object for each feed; not with --every' },
  },
  examples: [
    { line: 'feed https://example.org/feed.xml', about: 'remember what it contains' },
    { line: 'feed https://example.org/feed.xml --backfill 2', about: 'and draft the two newest entries' },
    { line: 'feed --every 1h', about: 'watch the feeds of the configuration' },
  ],
  run: async (args, options, io) => {
    const backfill = wholeNumber('--backfill', options.backfill, 0, 100) ?? 0;
    const every = interval(options.every);
    if (every !== undefined && options.json)
      throw new Refusal('usage', '--json prints one look at the feeds; leave out --every.');
    const project = await openProject(io);
    const feeds = [...new Set(args.feeds.length > 0 ? args.feeds : project.config.feeds)];
    if (feeds.length === 0)
      throw new Refusal('usage', 'Name a feed, or list them under `feeds:` in config/threadmill.yaml.');
    const wrong = feeds.find((feed) => !isWebAddress(feed));
    if (wrong !== undefined) throw new Refusal('usage', `‘${wrong}’ is not a web address.`);

    const { lookAtFeeds, endedWhileWaiting } = await import('../process/look-at-feeds.ts');
    const { schedule: when, account: accounts, now: force, out, allowPrivate, json } = options;
    const schedule = when === undefined ? undefined : { when, accounts, yes: false };
    const wish = { backfill, force, out, allowPrivate, json, schedule };
    return withFeedLock(project, async () => {
      let code = await lookAtFeeds(feeds, wish, project, io);
      while (every !== undefined && !io.signal.aborted) {
        if (await endedWhileWaiting(every, io.signal)) return EXIT.done;
        code = await lookAtFeeds(feeds, { ...wish, backfill: 0 }, project, io);
      }
      return code;
    });
  },
});
