import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedMemory } from '../app/feeds/feed-memory.ts';
import { frozenPath } from '../publishing/freezing/frozen-file.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type HandOn, handOn } from './hand-on.ts';
import type { Io } from './io.ts';
import type { Project } from './project.ts';
import { openMemory } from './watch-feeds.ts';

/**
 * Schedules every feed entry's draft that is to be scheduled and was not yet, oldest first: those of this look, and
 * those of one that was cut off or refused. Each is forgotten only once its thread is frozen, so that an end at any
 * moment loses none; scheduling one that is scheduled already changes nothing.
 *
 * @param fresh - the drafts of this look, in the order in which they are to go out.
 * @returns the exit code of the last that could not be scheduled.
 */
export async function scheduleEntries(
  fresh: readonly string[],
  wish: HandOn,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  const { now: memory, keep } = await openMemory(project);
  const open = memory().entries.flatMap(({ unscheduled, state, draft }) =>
    unscheduled === true && state === 'drafted' && draft !== undefined ? [draft] : [],
  );
  // A feed has its newest entries first.
  const older = open.filter((draft) => !fresh.includes(draft)).reverse();
  let code: ExitCode = EXIT.done;
  for (const draft of [...older, ...fresh.filter((one) => open.includes(one))]) {
    if (io.signal.aborted) return code;
    const isThere = existsSync(join(project.root, draft));
    const handed = isThere ? await handOn([join(project.root, draft)], wish, io) : EXIT.done;
    if (handed !== EXIT.done) code = handed;
    // A draft that was deleted is to go nowhere; one that is frozen has its place, or is out already.
    if (!isThere || existsSync(join(project.root, frozenPath(draft)))) await keep(scheduled(memory(), draft));
  }
  return code;
}

function scheduled(memory: FeedMemory, draft: string): FeedMemory {
  const entries = memory.entries.map((entry) => {
    if (entry.draft !== draft) return entry;
    const { unscheduled: _, ...rest } = entry;
    return rest;
  });
  return { ...memory, entries };
}
