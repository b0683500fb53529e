import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Publications } from '../../publishing/journal.ts';
import type { PortsOf } from '../../publishing/ports.ts';
import type { Project } from '../project/project.ts';
import { frozenFilesIn, learnFrozenFile, type UnreadFile } from '../publishing/frozen-files.ts';

/** How often a running worker looks for frozen files that arrive with a `git pull`, in ms. */
const LOOK_EVERY_MS = 5_000;

/** Identifies a version of a file; `undefined` if it does not exist. */
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
 * Imports the project's frozen files that are new or changed since the last call, at most every five seconds. Reports an
 * unreadable file once per version.
 */
export function arrivingFiles(
  ports: PortsOf<Publications, 'files' | 'clock'>,
  { root }: Pick<Project, 'root'>,
  onUnread: (file: UnreadFile) => void,
): () => Promise<void> {
  const seen = new Map<string, string | undefined>();
  let nextAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = ports.clock.now();
    // If the clock was set back, don't keep files waiting.
    if (now < nextAt && nextAt - now <= LOOK_EVERY_MS) return;
    nextAt = now + LOOK_EVERY_MS;
    for (const path of await frozenFilesIn(root)) {
      const version = await versionOf(join(root, path));
      if (seen.has(path) && seen.get(path) === version) continue;
      const unread = await learnFrozenFile(ports, path);
      // Remember it only now, so that a failed import is retried.
      seen.set(path, version);
      if (unread !== undefined) onUnread(unread);
    }
  };
}
