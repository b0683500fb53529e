import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the search for a blog may look at: one folder, by paths relative to it. */
export interface FolderView {
  /** The text of a file; `null` where there is none, or none that can be read. */
  read(path: string): Promise<string | null>;
  /** Whether there is a file or a folder of that name. */
  kindOf(path: string): Promise<'file' | 'folder' | null>;
}

/** Larger files are no settings of a blog. */
const LARGEST_BYTES = 1_000_000;

/** A folder on this machine. What can't be looked at counts as absent: the person's own settings decide. */
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
