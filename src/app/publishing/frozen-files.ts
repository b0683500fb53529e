import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { readFrozenFileAt } from '../../publishing/freezing/frozen-file.ts';
import type { Publications } from '../../publishing/journal.ts';
import type { PortsOf } from '../../publishing/ports.ts';
import { restoreLost } from '../../publishing/sending/publish-draft.ts';
import { isOfKind } from '../../threadmill-error.ts';
import type { Project } from '../project/project.ts';

const FROZEN = '.thread.json';

/** Folders without drafts of the project. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'vendor']);

/** Lists the frozen files of a project, as paths relative to its folder with `/`; does not follow links. */
export async function frozenFilesIn(root: string): Promise<string[]> {
  const found: string[] = [];
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      // A folder that disappears or can't be read counts as empty; any other error is a bug.
      if (['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR'].includes(error.code ?? '')) return [];
      throw error;
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.') || LEFT_OUT.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile() && entry.name.endsWith(FROZEN) && entry.name !== FROZEN)
        found.push(relative(root, path).replaceAll('\\', '/'));
    }
  }
  return found.sort();
}

/** A frozen file that could not be imported, and why. */
export type UnreadFile = { readonly path: string; readonly why: string };

async function unlessUnread(path: string, take: () => Promise<void>): Promise<UnreadFile | undefined> {
  try {
    await take();
    return undefined;
  } catch (error) {
    if (!isOfKind(error, 'file')) throw error;
    return { path, why: error.message };
  }
}

/** Imports into the journal what only one frozen file knows; returns why it can't be read, if so. @throws JournalError */
export function learnFrozenFile(
  ports: PortsOf<Publications, 'files'>,
  path: string,
): Promise<UnreadFile | undefined> {
  return unlessUnread(path, async () => {
    const file = await readFrozenFileAt(ports.files, path);
    if (file !== undefined) await restoreLost(ports, file.draft);
  });
}

/**
 * Imports into the journal what only the project's frozen files know: publications frozen, sent, rescheduled or undone
 * elsewhere, and renamed drafts. An unreadable file is reported, and stops no other. `drafts` are paths relative to the
 * project's folder; all of its frozen files if missing.
 *
 * @throws JournalError
 */
export async function learnFrozenFiles(
  ports: PortsOf<Publications, 'files'>,
  { root }: Pick<Project, 'root'>,
  drafts?: readonly string[],
): Promise<UnreadFile[]> {
  const unread: (UnreadFile | undefined)[] = [];
  if (drafts !== undefined)
    for (const draft of drafts) unread.push(await unlessUnread(draft, () => restoreLost(ports, draft)));
  else for (const path of await frozenFilesIn(root)) unread.push(await learnFrozenFile(ports, path));
  return unread.filter((file) => file !== undefined);
}
