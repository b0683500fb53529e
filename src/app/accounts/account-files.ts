import { chmod, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CONFIG_FILE } from '../../config/find-project.ts';
import { replaceFile } from '../../disk/replace-file.ts';

/** Files that hold credentials are for their owner alone. */
const PRIVATE = 0o600;

/** The text of a file; empty where there is none. */
export async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Writes a file that is not there yet, all of it or nothing. @throws where it is there */
export async function writeNewFile(path: string, text: string, mode = 0o666): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await unlink(path);
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  } finally {
    await file.close();
  }
}

/** Changes the text of a file in one step; a file that is not there is made. Gives whether anything changed. */
async function changeFile(path: string, change: (text: string) => string, mode?: number): Promise<boolean> {
  const before = await textOf(path);
  const after = change(before);
  if (after === before) return false;
  try {
    await replaceFile(path, after);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await writeNewFile(path, after, mode);
  }
  return true;
}

/** Where a project's settings are, whether or not they are there yet. */
export const settingsPath = (root: string): string => join(root, CONFIG_FILE);

/** Changes the settings of a project; `path` is what messages call the file. */
export const changeSettings = (
  root: string,
  change: (text: string, path: string) => string,
): Promise<boolean> => changeFile(settingsPath(root), (text) => change(text, CONFIG_FILE));

/** Changes a project's `.env`, and takes it from everybody else. */
export async function changeEnvironment(root: string, change: (text: string) => string): Promise<boolean> {
  const path = join(root, '.env');
  const changed = await changeFile(path, change, PRIVATE);
  if (changed && process.platform !== 'win32') await chmod(path, PRIVATE);
  return changed;
}

/** Changes a project's `.gitignore`. */
export const changeIgnored = (root: string, change: (text: string) => string): Promise<boolean> =>
  changeFile(join(root, '.gitignore'), change);
