import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Returns the file system's information about a path; `null` if it does not exist. */
export async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
