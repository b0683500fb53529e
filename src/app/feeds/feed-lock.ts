import { mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

/**
 * Runs work under the project's feed lock: one process of this machine at a time watches its feeds. The lock of a dead process
 * is taken over.
 *
 * @throws Refusal (not sent) if another process holds it
 */
export async function withFeedLock<T>({ root, wires }: Project, work: () => Promise<T>): Promise<T> {
  const folder = join(root, '.threadmill');
  const path = join(folder, 'feeds.lock');
  await mkdir(folder, { recursive: true });
  if (!(await claimed(path))) {
    const owner = Number((await readFile(path, 'utf8').catch(() => '')).trim());
    if (Number.isInteger(owner) && owner > 0 && owner !== process.pid && (await wires()).isAlive(owner))
      throw new Refusal(
        'busy',
        `Process ${owner} is watching feeds in this project; stop it, or let it finish.`,
      );
    await unlink(path).catch(ignoreMissing);
    if (!(await claimed(path)))
      throw new Refusal('busy', 'Another process is watching feeds in this project.');
  }
  try {
    return await work();
  } finally {
    await unlink(path).catch(ignoreMissing);
  }
}

async function claimed(path: string): Promise<boolean> {
  try {
    await writeFile(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Another process removed the file first, which is fine. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
