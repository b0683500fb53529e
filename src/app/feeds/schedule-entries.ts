import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { frozenPath } from '../../publishing/freezing/frozen-file.ts';
import type { Project } from '../project/project.ts';
import type { FeedMemory } from './feed-memory.ts';
import { openMemory } from './watch-feeds.ts';

/**
 * Schedules every feed entry's draft that is to be scheduled and was not yet, oldest first: those of this look, and
 * those of one that was cut off or refused. Each is forgotten only once its thread is frozen, so that an end at any
 * moment loses none; scheduling one that is scheduled already changes nothing.
 *
 * @param fresh - the drafts of this look, in the order in which they are to go out.
 * @param schedule - schedules the draft at a path, and reports what came of it; a refusal stops no other.
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
  // A feed has its newest entries first.
  const older = open.filter((draft) => !fresh.includes(draft)).reverse();
  for (const draft of [...older, ...fresh.filter((one) => open.includes(one))]) {
    if (project.around.signal.aborted) return;
    const path = join(project.root, draft);
    const isThere = existsSync(path);
    if (isThere) await schedule(path);
    // A draft that was deleted is to go nowhere; one that is frozen has its place, or is out already.
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
