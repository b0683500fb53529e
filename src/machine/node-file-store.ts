import { mkdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readTextFile } from '../disk/read-text-file.ts';
import { isMissing, removeUnfinished, replaceFile } from '../disk/replace-file.ts';
import { type DiskFailure, diskFailureKind, systemWords } from '../disk/system-error.ts';
import { FileError, type FileStore } from '../publishing/file-store.ts';

/** What to tell the user about each disk error. */
const WHY: Readonly<Record<DiskFailure, string>> = {
  'not-permitted': 'permission was denied. Check who owns the file and its folder',
  'read-only': 'the disk is read-only. Make it writable',
  full: 'the disk is full. Make room',
  io: 'the disk could not do it',
};

/** Finds the images of drafts: the file's path, or `undefined` if there is none. @throws FileError */
export type FindImage = (draft: string, path: string) => Promise<string | undefined>;

function failure(path: string, doing: 'read' | 'written', error: unknown): unknown {
  const kind = diskFailureKind(error);
  if (kind === undefined) return error;
  const words = kind === 'io' ? systemWords(error) : undefined;
  const why = words === undefined ? WHY[kind] : `${words}. Put that right`;
  return new FileError(kind, path, `${path} can't be ${doing}: ${why}, then try again.`, error);
}

/** A worker on another machine may lack the project's files, or some of them. */
function noFolder(path: string, error: unknown): FileError {
  return new FileError(
    'io',
    path,
    `${path} can't be written: its folder does not exist. Put the project's files where this worker runs, then try again.`,
    error,
  );
}

/**
 * Makes the file store of a project. `root` is the project's folder, absolute; `isAlive` says whether the process that left an
 * unfinished file is still running.
 */
export function nodeFileStore(
  root: string,
  findImage: FindImage,
  isAlive: (pid: number) => boolean,
): FileStore {
  const turns = new Map<string, Promise<unknown>>();
  const swept = new Set<string>();

  async function replace(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(root, path);
    try {
      if (!swept.has(file)) {
        const target = await realpath(file).catch(() => file);
        await removeUnfinished(dirname(target), basename(target), isAlive);
        swept.add(file);
      }
      await replaceFile(file, content);
    } catch (error) {
      if (isMissing(error)) throw noFolder(path, error);
      throw failure(path, 'written', error);
    }
  }

  return {
    readText: async (path) => {
      try {
        return await readTextFile(join(root, path));
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
