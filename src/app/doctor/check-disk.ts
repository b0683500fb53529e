import { randomBytes } from 'node:crypto';
import { statfs, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Project, shownPath } from '../project/project.ts';
import { type Check, check } from './check.ts';
import { statOf } from './stat-of.ts';

/** A journal and its images soon use up less space than this. */
const LITTLE_ROOM = 50 * 1024 * 1024;

/** Checks that the journal's and the frozen files' folders are writable. */
export async function checkDisk({ root, databasePath }: Project, cwd: string): Promise<Check[]> {
  const folders = new Set([
    await nearestFolder(dirname(databasePath)),
    await nearestFolder(join(root, 'posts')),
  ]);
  const checks: Check[] = [];
  for (const folder of folders) checks.push(...(await checkFolder(folder, `${shownPath(folder, cwd)}/`)));
  return checks;
}

async function nearestFolder(path: string): Promise<string> {
  const above = dirname(path);
  return (await statOf(path)) !== null || above === path ? path : nearestFolder(above);
}

/** Checks that a folder is writable, by writing a file and removing it, and has free space. */
async function checkFolder(folder: string, shown: string): Promise<Check[]> {
  const probe = join(folder, `.threadmill-probe-${randomBytes(4).toString('hex')}`);
  try {
    await writeFile(probe, 'probe\n', { flag: 'wx' });
    await unlink(probe);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const why = REFUSED[code];
    if (why === undefined) throw error;
    return [check('fail', shown, `${why[0]}, and publishing has to write there`, why[1])];
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= LITTLE_ROOM) return [];
  return [
    check(
      'warn',
      shown,
      `its disk has only ${Math.floor(free / 1024 / 1024)} MB left`,
      'make room before you publish',
    ),
  ];
}

/** What each write error means, and what to do. */
const REFUSED: Readonly<Record<string, readonly [string, string]>> = {
  EACCES: ['you may not write there', 'change its owner or its mode'],
  EPERM: ['the system does not allow it', 'change its owner or its mode'],
  EROFS: ['its disk is read-only', 'mount it for writing, or move the project'],
  ENOSPC: ['its disk is full', 'make room'],
  EDQUOT: ['your share of its disk is used up', 'make room'],
};
