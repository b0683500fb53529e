import { access, constants, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** `true` for the errors that say that a file or its folder is not there. */
export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENOTDIR');

/**
 * Replaces a file in one step: a reader, and a crash at any moment, sees the old content or the new one, never a part,
 * and the new one has reached the disk when this resolves. Keeps the mode and follows symbolic links; a file that is
 * not there is created with `mode`.
 *
 * @throws the system's error, the old content untouched.
 */
export async function replaceFile(path: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  const old = await existing(path);
  const target = old?.target ?? path;
  const waiting = join(dirname(target), `.${basename(target)}.${process.pid}.${crypto.randomUUID()}.tmp`);
  try {
    const file = await open(waiting, 'wx', old?.mode ?? mode);
    try {
      // The process's mask may have taken bits away from the mode.
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

/** The file behind the links of `path`, which this process may write. A rename alone would ignore its protection. */
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

/** Without this, the rename itself may be lost in a power cut. Windows can't open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what processes left in `folder` that died between writing a new version of the file `name` and renaming it. */
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
