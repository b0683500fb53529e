import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ports } from '../../publishing/ports.ts';
import type { Project } from '../project/project.ts';
import { frozenFilesIn, learnFrozenFile, type UnreadFile } from '../publishing/frozen-files.ts';

/** How often a running worker looks for frozen files that came with a `git pull`, in ms. */
const LOOK_EVERY_MS = 5_000;

/** What tells one version of a file from the next; `undefined` where it is gone. */
async function versionOf(path: string): Promise<string | undefined> {
  try {
    const { mtimeMs, ctimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
}

/**
 * Takes in the project's frozen files that are new or changed since the last call, at most every five seconds. One that
 * can't be read is told once for each version of it.
 */
export function arrivingFiles(
  ports: Pick<Ports, 'journal' | 'files' | 'clock'>,
  { root }: Pick<Project, 'root'>,
  onUnread: (file: UnreadFile) => void,
): () => Promise<void> {
  const seen = new Map<string, string | undefined>();
  let nextAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = ports.clock.now();
    // A clock that was set back must not keep files waiting.
    if (now < nextAt && nextAt - now <= LOOK_EVERY_MS) return;
    nextAt = now + LOOK_EVERY_MS;
    for (const path of await frozenFilesIn(root)) {
      const version = await versionOf(join(root, path));
      if (seen.has(path) && seen.get(path) === version) continue;
      const unread = await learnFrozenFile(ports, path);
      // Kept only now: what the journal could not take in is tried again.
      seen.set(path, version);
      if (unread !== undefined) onUnread(unread);
    }
  };
}
