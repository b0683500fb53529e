import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessInterrupted } from '../../fetching/interrupted-error.ts';
import type { FeedEntry } from '../../summaries/feeds/feed-entries.ts';
import type { Project } from '../project/project.ts';
import { writeSummary } from '../summaries/summary-files.ts';
import { checkFeed, type FeedCheck, noted } from './check-feed.ts';
import { entryKeys } from './entry-keys.ts';
import { type EntrySummary, summariseEntry } from './entry-summary.ts';
import { type FeedMemory, memoryText, parseMemory } from './feed-memory.ts';

/** What a round over the feeds may do. */
export type WatchOptions = {
  readonly backfill: number;
  readonly force: boolean;
  readonly allowPrivate: boolean;
  readonly out: string | undefined;
  /** Whether the drafts are to be scheduled: it is remembered until they are. */
  readonly schedules: boolean;
};

/** An entry with what became of it. */
export type TakenEntry = EntrySummary & {
  readonly entry: FeedEntry;
  readonly outcome: 'drafted' | 'there' | 'empty';
};

/** A feed with what a look at it gave. */
export type WatchedFeed = {
  readonly feed: string;
  readonly check: FeedCheck;
  readonly taken: readonly TakenEntry[];
};

/** The memory of feeds, in the project's own folder for what it keeps. */
const MEMORY = '.threadmill/feeds.json';

/** The memory on the disk: read once, and written whole whenever it changes. */
export type KeptMemory = {
  readonly now: () => FeedMemory;
  readonly keep: (next: FeedMemory) => Promise<void>;
};

/** Opens the memory of a project's feeds. @throws FeedMemoryError */
export async function openMemory(project: Project): Promise<KeptMemory> {
  const files = (await project.wires()).filesIn(project.root);
  let memory = parseMemory(await files.readText(MEMORY), MEMORY);
  return {
    now: () => memory,
    keep: async (next) => {
      memory = next;
      await files.replace(MEMORY, memoryText(memory));
    },
  };
}

/**
 * Looks at each feed once and drafts what is new, in order. The memory is on the disk before each draft and after it,
 * so that an end at any moment neither loses an entry nor takes one twice. An interruption ends it quietly: what was
 * not drafted by then waits for the next look.
 */
export async function watchFeeds(
  feeds: readonly string[],
  options: WatchOptions,
  project: Project,
  tell: (watched: WatchedFeed) => void,
): Promise<void> {
  const { now: memory, keep } = await openMemory(project);
  const { fetchText } = await project.wires();
  for (const feed of feeds) {
    if (project.around.signal.aborted) return;
    const { backfill, force, allowPrivate } = options;
    const fetching = { allowPrivate, signal: project.around.signal };
    const check = await unlessInterrupted(
      checkFeed(feed, memory(), { now: project.around.now(), backfill, force, fetchText, fetching }),
    );
    if (check === undefined) return;
    if (check.status !== 'too-early') await keep(check.memory);
    const taken: TakenEntry[] = [];
    for (const entry of check.fresh) {
      const keys = entryKeys(entry, feed);
      const made = await unlessInterrupted(summariseEntry(entry, options, project));
      if (made === undefined) break;
      if (made.path === undefined || made.shown === undefined) {
        await keep(noted(memory(), keys, { state: 'passed' }));
        taken.push({ ...made, entry, outcome: 'empty' });
        continue;
      }
      // The name is settled before the draft is written: whoever finds the memory like this goes on with that file.
      const planned = memory().entries.find((seen) => seen.keys.some((key) => keys.includes(key)))?.draft;
      const shown = planned ?? (await freeName(project.root, made.shown));
      await keep(
        noted(memory(), keys, {
          state: 'waiting',
          draft: shown,
          ...(options.schedules ? { unscheduled: true } : {}),
        }),
      );
      const written = await writeSummary(join(project.root, shown), made.summary.markdown, false);
      await keep(noted(memory(), keys, { state: 'drafted', draft: shown }));
      const path = join(project.root, shown);
      taken.push({ ...made, path, shown, entry, outcome: written === 'written' ? 'drafted' : 'there' });
    }
    tell({ feed, check, taken });
  }
}

/** A name that no file has: another entry of the same day and title gets a number. */
async function freeName(root: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : wanted.replace(/\.md$/, `-${number}.md`);
    const isThere = await access(join(root, name)).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        return false;
      },
    );
    if (!isThere) return name;
  }
}
