import { access, constants, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** Whether an error says that a file or its folder does not exist. */
export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENOTDIR');

/**
 * Replaces a file atomically: a reader, even after a crash, sees the old content or the new one, and the new one is on disk
 * (fsync) when this resolves. Keeps the mode and follows symbolic links; a new file is created with `mode`.
 *
 * @throws the system's error, with the old content intact
 */
export async function replaceFile(path: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  const old = await existing(path);
  const target = old?.target ?? path;
  const waiting = join(dirname(target), `.${basename(target)}.${process.pid}.${crypto.randomUUID()}.tmp`);
  try {
    const file = await open(waiting, 'wx', old?.mode ?? mode);
    try {
      // The umask may have removed bits of the mode.
      if (old !== undefined) await file.chmod(old.mode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(waiting, target);
  } catch (error) {
    await unlink(waiting).catch((problem: unknown) => {
      if (!isMissing(problem)) throw problem;
    });
    throw error;
  }
  await syncFolder(dirname(target));
}

/** Resolves the links of `path` to a file that this process may write. A rename alone would ignore write protection. */
async function existing(path: string): Promise<{ target: string; mode: number } | undefined> {
  try {
    const target = await realpath(path);
    await access(target, constants.W_OK);
    return { target, mode: (await stat(target)).mode };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** fsync the folder too, or a power cut may lose the rename. Windows can't open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes temporary files in `folder` left by processes that died between writing a new version of `name` and renaming it. */
export async function removeUnfinished(
  folder: string,
  name: string,
  isAlive: (pid: number) => boolean,
): Promise<void> {
  for (const entry of await readdir(folder)) {
    const pid = entry.startsWith(`.${name}.`)
      ? /\.(\d+)(?:\.[\da-f-]{36})?\.tmp$/.exec(entry)?.[1]
      : undefined;
    if (pid === undefined || isAlive(Number(pid))) continue;
    await unlink(join(folder, entry)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }
}
