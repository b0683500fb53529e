import { chmod, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CONFIG_FILE } from '../../config/find-project.ts';
import { replaceFile } from '../../disk/replace-file.ts';

/** The mode of files with credentials: owner only. */
const PRIVATE = 0o600;

/** Reads the text of a file; empty if it does not exist. */
export async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Creates a file, completely or not at all. @throws if it exists */
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

/** Changes the text of a file atomically, and creates the file if needed. Returns whether anything changed. */
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

/** The path of a project's settings, whether or not they exist. */
export const settingsPath = (root: string): string => join(root, CONFIG_FILE);

/** Changes the settings of a project; `path` is the file's name in messages. */
export const changeSettings = (
  root: string,
  change: (text: string, path: string) => string,
): Promise<boolean> => changeFile(settingsPath(root), (text) => change(text, CONFIG_FILE));

/** Changes a project's `.env`, and makes it readable for the owner only. */
export async function changeEnvironment(root: string, change: (text: string) => string): Promise<boolean> {
  const path = join(root, '.env');
  const changed = await changeFile(path, change, PRIVATE);
  if (changed && process.platform !== 'win32') await chmod(path, PRIVATE);
  return changed;
}

/** Changes a project's `.gitignore`. */
export const changeIgnored = (root: string, change: (text: string) => string): Promise<boolean> =>
  changeFile(join(root, '.gitignore'), change);
