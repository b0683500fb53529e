import { setTimeout as sleep } from 'node:timers/promises';
import { scheduleEntries } from '../../app/feeds/schedule-entries.ts';
import { type WatchedFeed, type WatchOptions, watchFeeds } from '../../app/feeds/watch-feeds.ts';
import { type Project, shownPath } from '../../app/project/project.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { feedJson, tellFeed } from '../lines/feed-lines.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { reportFailure } from './report-failure.ts';
import { type NewDraftsWish, sendNewDrafts } from './send-new-drafts.ts';

/** How to check feeds from a terminal. */
export type LookWish = Omit<WatchOptions, 'schedules'> & {
  readonly json: boolean;
  /** Schedules each new draft. */
  readonly schedule: NewDraftsWish | undefined;
};

/** Schedules new drafts; returns the exit code of the last failure. */
async function scheduleNew(
  fresh: readonly string[],
  how: NewDraftsWish,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  await scheduleEntries(fresh, project, async (path) => {
    const one = await sendNewDrafts([path], how, project, io).catch((error: unknown) =>
      reportFailure(error, io),
    );
    if (one !== EXIT.done) code = one;
  });
  return code;
}

/** Checks each feed once, drafts new entries and prints the progress. @throws ThreadmillError */
export async function lookAtFeeds(
  feeds: readonly string[],
  wish: LookWish,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  const all: WatchedFeed[] = [];
  const { schedule, json } = wish;
  await watchFeeds(feeds, { ...wish, schedules: schedule !== undefined }, project, (watched) => {
    all.push(watched);
    tellFeed(watched, io);
    for (const { path, outcome } of json ? [] : watched.taken)
      if (path !== undefined && outcome !== 'empty') io.stdout.write(`${visible(shownPath(path, io.cwd))}\n`);
  });
  if (json) io.stdout.write(`${safeJson(all.map(feedJson))}\n`);
  if (schedule !== undefined) {
    const fresh = all.flatMap(({ taken }) =>
      taken.flatMap(({ shown, outcome }) => (shown !== undefined && outcome !== 'empty' ? [shown] : [])),
    );
    const code = await scheduleNew(fresh, schedule, project, io);
    if (code !== EXIT.done) return code;
  }
  return all.some(({ check }) => check.status === 'failed' || check.status === 'gone')
    ? EXIT.draft
    : EXIT.done;
}

/** Waits until the next check; returns whether the signal ended the wait. */
export async function endedWhileWaiting(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(ms, false, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
    return true;
  });
}
