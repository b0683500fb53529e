import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Project } from '../project/project.ts';

/** The folder that caches drawn cards and converted photos; undefined outside a project, where a preview writes nothing. */
export function cacheFolder(
  { root, configPath }: Pick<Project, 'root' | 'configPath'>,
  name: 'cards' | 'photos',
): string | undefined {
  const folder = join(root, '.threadmill');
  return configPath !== null || existsSync(folder) ? join(folder, name) : undefined;
}

/** Reads cached bytes; undefined if they don't exist or can't be read. */
export async function readCached(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}

/** Caches bytes atomically. */
export async function keepCached(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.${threadId}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, bytes);
    await rename(partial, path);
  } catch (error) {
    // The cache is optional: a read-only or full disk only means more work, and stops no preview.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
