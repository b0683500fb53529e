import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Project } from '../project/project.ts';

/** Where what was drawn or converted is kept; undefined in a folder that is no project, which a preview leaves alone. */
export function cacheFolder(
  { root, configPath }: Pick<Project, 'root' | 'configPath'>,
  name: 'cards' | 'photos',
): string | undefined {
  const folder = join(root, '.threadmill');
  return configPath !== null || existsSync(folder) ? join(folder, name) : undefined;
}

/** What is kept under a path; undefined where there is nothing, or nothing that can be read. */
export async function readCached(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}

/** Keeps bytes under a path, whole or not at all. */
export async function keepCached(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, bytes);
    await rename(partial, path);
  } catch (error) {
    // Without a cache, the work is only done more often: a folder that is read-only or full stops no preview.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
