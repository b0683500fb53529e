import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Read access to one folder, by relative paths. */
export interface FolderView {
  /** Reads a file; `null` if it is missing or unreadable. */
  read(path: string): Promise<string | null>;
  /** Whether a path is a file or a folder; `null` if it does not exist. */
  kindOf(path: string): Promise<'file' | 'folder' | null>;
}

/** A larger file is not a blog's settings. */
const LARGEST_BYTES = 1_000_000;

/** Makes a view of a folder on this machine. Unreadable files count as missing, because the user's own settings decide. */
export function folderView(root: string): FolderView {
  const kindOf = async (path: string): Promise<'file' | 'folder' | null> => {
    try {
      const facts = await stat(join(root, path));
      if (facts.isDirectory()) return 'folder';
      return facts.isFile() && facts.size <= LARGEST_BYTES ? 'file' : null;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return null;
      throw error;
    }
  };
  return {
    kindOf,
    read: async (path) => {
      if ((await kindOf(path)) !== 'file') return null;
      try {
        return await readFile(join(root, path), 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error) return null;
        throw error;
      }
    },
  };
}
