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

/** How to check feeds. */
export type WatchOptions = {
  readonly backfill: number;
  readonly force: boolean;
  readonly allowPrivate: boolean;
  readonly out: string | undefined;
  /** Whether to schedule the drafts; remembered until done. */
  readonly schedules: boolean;
};

/** An entry with the result of drafting it. */
export type TakenEntry = EntrySummary & {
  readonly entry: FeedEntry;
  readonly outcome: 'drafted' | 'there' | 'empty';
};

/** A feed with the result of checking it. */
export type WatchedFeed = {
  readonly feed: string;
  readonly check: FeedCheck;
  readonly taken: readonly TakenEntry[];
};

/** The feed memory's path in the project. */
const MEMORY = '.threadmill/feeds.json';

/** The memory on disk: read once, and rewritten on each change. */
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
 * Checks each feed once and drafts new entries, in order. Writes the memory before and after each draft, so that a crash at any
 * moment neither loses an entry nor drafts it twice. An abort ends it quietly: the rest waits for the next check.
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
      // Fix the file name before writing the draft: after a crash, the next run continues with that file.
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

/** Finds an unused name: another entry with the same date and title gets a number. */
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
