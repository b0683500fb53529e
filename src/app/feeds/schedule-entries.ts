import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { frozenPath } from '../../publishing/freezing/frozen-file.ts';
import type { Project } from '../project/project.ts';
import type { FeedMemory } from './feed-memory.ts';
import { openMemory } from './watch-feeds.ts';

/**
 * Schedules the drafts of feed entries that are not scheduled yet, oldest first: those of this check, and those of earlier ones
 * that were interrupted or refused. Each is removed from the list only once its thread is frozen, so that a crash at any moment
 * loses none; scheduling again changes nothing.
 *
 * @param fresh - the drafts of this check, in the order of publishing
 * @param schedule - schedules the draft at a path, and reports the result; a refusal stops no other
 */
export async function scheduleEntries(
  fresh: readonly string[],
  project: Project,
  schedule: (path: string) => Promise<void>,
): Promise<void> {
  const { now: memory, keep } = await openMemory(project);
  const open = memory().entries.flatMap(({ unscheduled, state, draft }) =>
    unscheduled === true && state === 'drafted' && draft !== undefined ? [draft] : [],
  );
  // A feed lists its newest entries first.
  const older = open.filter((draft) => !fresh.includes(draft)).reverse();
  for (const draft of [...older, ...fresh.filter((one) => open.includes(one))]) {
    if (project.around.signal.aborted) return;
    const path = join(project.root, draft);
    const isThere = existsSync(path);
    if (isThere) await schedule(path);
    // Skip a deleted draft, and a frozen one, which is already scheduled or published.
    if (!isThere || existsSync(frozenPath(path))) await keep(scheduled(memory(), draft));
  }
}

function scheduled(memory: FeedMemory, draft: string): FeedMemory {
  const entries = memory.entries.map((entry) => {
    if (entry.draft !== draft) return entry;
    const { unscheduled: _, ...rest } = entry;
    return rest;
  });
  return { ...memory, entries };
}
