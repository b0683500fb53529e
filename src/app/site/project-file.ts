import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { LARGEST_FRONT_MATTER } from '../../drafts/limits.ts';

/** How much of a file is read, in bytes: its front matter, whatever its letters. */
const MOST_BYTES = 4 * LARGEST_FRONT_MATTER;

/** The beginning of a text in the project's folder, or why it can't be had. */
export type ProjectFile =
  | {
      /** Relative to the project's folder, with `/`. */
      readonly path: string;
      readonly text: string;
      /** Changes with the file. */
      readonly version: string;
    }
  | { readonly problem: 'missing' | 'outside' | 'unreadable' }
  | { readonly problem: 'binary'; readonly path: string };

/** Reads a text by its path, relative to the project's folder. */
export type ReadProjectFile = (path: string) => ProjectFile;

/** Files kept in memory; a run that reads more of them reads some again. */
const MOST_FILES = 2_000;

/**
 * Makes a reader of the beginnings of texts in the project's folder. A text must be there after following symbolic links, and a
 * regular file. Problems are returned, never thrown. Files that did not change are read once.
 */
export function projectFiles(root: string): ReadProjectFile {
  const known = new Map<string, { readonly version: string; readonly text: string | undefined }>();
  const read = (file: string): ProjectFile => {
    const facts = statSync(file, { throwIfNoEntry: false });
    if (facts?.isFile() !== true) return { problem: 'missing' };
    if (!isInside(realpathSync.native(file), realpathSync.native(root))) return { problem: 'outside' };
    const version = `${facts.mtimeMs}:${facts.size}:${facts.ino}`;
    const kept = known.get(file);
    const text = kept?.version === version ? kept.text : headOf(file);
    if (known.size >= MOST_FILES) known.clear();
    known.set(file, { version, text });
    const path = relative(root, file).split(sep).join('/');
    return text === undefined ? { problem: 'binary', path } : { path, text, version };
  };
  return (path) => {
    // No name contains a zero byte, and Node throws on one.
    if (path.includes('\0')) return { problem: 'missing' };
    const file = resolve(root, path);
    if (!isInside(file, root)) return { problem: 'outside' };
    try {
      return read(file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      return { problem: code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? 'missing' : 'unreadable' };
    }
  };
}

const isInside = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Reads the beginning of a file; `undefined` if it is not text. */
function headOf(file: string): string | undefined {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.allocUnsafe(MOST_BYTES);
    const size = readSync(handle, bytes, 0, MOST_BYTES, 0);
    const head = bytes.subarray(0, size);
    // A line that is cut off would say something else.
    const whole = size < MOST_BYTES ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1);
    return head.includes(0) ? undefined : new TextDecoder().decode(whole);
  } finally {
    closeSync(handle);
  }
}
