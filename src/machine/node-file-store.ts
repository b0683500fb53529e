import {
  access,
  constants,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FileError, type FileStore } from '../publishing/file-store.ts';
import { type DiskFailure, diskFailureKind } from './disk-failure.ts';

/** What to tell a person about each of the disk's refusals. */
const WHY: Readonly<Record<DiskFailure, string>> = {
  'not-permitted': 'permission was denied. Check who owns the file and its folder',
  'read-only': 'the disk is read-only',
  full: 'the disk is full. Make room',
  io: 'the disk could not do it',
};

/** How the images of drafts are found: the file's path, `undefined` where there is none. @throws FileError */
export type FindImage = (draft: string, path: string) => Promise<string | undefined>;

function failure(path: string, doing: 'read' | 'written', error: unknown): unknown {
  const kind = diskFailureKind(error);
  if (kind === undefined) return error;
  return new FileError(kind, path, `${path} can't be ${doing}: ${WHY[kind]}, then try again.`, error);
}

/** A worker on another machine may not have the project's files, or not all of them. */
function noFolder(path: string, error: unknown): FileError {
  return new FileError(
    'io',
    path,
    `${path} can't be written: its folder is not there. Put the project's files where this worker runs, then try again.`,
    error,
  );
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

async function flushed(
  path: string,
  flags: string,
  work: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
) {
  const file = await open(path, flags);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is in its folder's pages, which have to reach the disk as well. Windows can't open folders. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await flushed(folder, 'r', async () => undefined);
}

/** The file that is really replaced: links are followed, and a rename must not pass over a file's own protection. */
async function targetOf(path: string): Promise<string> {
  try {
    const target = await realpath(path);
    await access(target, constants.W_OK);
    return target;
  } catch (error) {
    if (isMissing(error)) return path;
    throw error;
  }
}

/** Takes away what a process left behind that died between writing and renaming. */
async function sweep(folder: string, name: string, isAlive: (pid: number) => boolean): Promise<void> {
  for (const entry of await readdir(folder)) {
    const pid = entry.startsWith(`.${name}.`) ? /\.(\d+)\.tmp$/.exec(entry)?.[1] : undefined;
    if (pid === undefined || isAlive(Number(pid))) continue;
    await unlink(join(folder, entry)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }
}

/**
 * The project's files on the disk. `root` is the project's folder, absolute; `isAlive` tells whether a process that
 * left an unfinished file is still at it.
 */
export function nodeFileStore(
  root: string,
  findImage: FindImage,
  isAlive: (pid: number) => boolean,
): FileStore {
  const turns = new Map<string, Promise<unknown>>();
  const swept = new Set<string>();

  async function replace(path: string, content: string | Uint8Array): Promise<void> {
    let waiting: string | undefined;
    try {
      const target = await targetOf(join(root, path));
      const folder = dirname(target);
      waiting = join(folder, `.${basename(target)}.${process.pid}.tmp`);
      if (!swept.has(target)) await sweep(folder, basename(target), isAlive);
      swept.add(target);
      await flushed(waiting, 'w', (file) => file.writeFile(content));
      await rename(waiting, target);
      await flushFolder(folder);
    } catch (error) {
      // What could not be finished is of no use; that it may not even be there is no second failure.
      if (waiting !== undefined) await unlink(waiting).catch(() => undefined);
      if (isMissing(error)) throw noFolder(path, error);
      throw failure(path, 'written', error);
    }
  }

  return {
    readText: async (path) => {
      try {
        return await readFile(join(root, path), 'utf8');
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw failure(path, 'read', error);
      }
    },
    replace,
    keepMedia: async (path, bytes) => {
      const target = join(root, path);
      try {
        const there = await readFile(target).catch((error: unknown) => {
          if (isMissing(error)) return undefined;
          throw error;
        });
        if (there?.equals(bytes) === true) return;
        await mkdir(dirname(target), { recursive: true });
      } catch (error) {
        throw failure(path, 'written', error);
      }
      await replace(path, bytes);
    },
    inTurn: (path, work) => {
      const turn = (turns.get(path) ?? Promise.resolve()).then(work, work);
      turns.set(path, turn);
      return turn;
    },
    readMedia: async (draft, path) => {
      const file = await findImage(draft, path);
      if (file === undefined) return undefined;
      try {
        return await readFile(file);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw failure(path, 'read', error);
      }
    },
  };
}
