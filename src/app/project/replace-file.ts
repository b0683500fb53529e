import { randomBytes } from 'node:crypto';
import { access, constants, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts new content in a file's place in one step: whoever reads it, and a crash at any moment, sees the old content
 * or the new one, never a part. Mode and symbolic links stay as they were.
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  const target = await realpath(path);
  // A rename would pass over the file's own protection.
  await access(target, constants.W_OK);
  const { mode } = await stat(target);
  const waiting = join(dirname(target), `.threadmill-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(waiting, 'wx', mode);
    try {
      await file.chmod(mode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(waiting, target);
  } catch (error) {
    await unlink(waiting).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'ENOENT') throw problem;
    });
    throw error;
  }
}
