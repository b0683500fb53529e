import { randomBytes } from 'node:crypto';
import { statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TRACKED } from '../accounts/keep-out-of-git.ts';
import type { Project } from '../project/project.ts';
import { type Check, check } from './check.ts';

/** A journal and its images soon use up less space than this. */
const LITTLE_ROOM = 50 * 1024 * 1024;

/** Checks that git ignores the credentials. */
export async function checkGit({ root, wires }: Project): Promise<Check[]> {
  const { gitKeeping } = await wires();
  switch (await gitKeeping(root, '.env')) {
    case 'none':
      return [];
    case 'ignored':
      return [check('ok', 'git', 'ignores .env')];
    case 'tracked':
      return [check('fail', 'git', TRACKED)];
    case 'open':
      return [
        check(
          'fail',
          'git',
          'does not ignore .env, so the next `git add .` takes your credentials',
          'threadmill init, or the line `.env` in .gitignore',
        ),
      ];
  }
}

/** Checks that the machine's time zone is valid: `TZ` may be empty, or name a zone that does not exist. */
export function checkZone({ config, machineZone: { problem } }: Project): Check[] {
  if (problem === undefined) return [];
  const { zone } = config.defaults;
  const effect =
    zone === undefined ? 'times that name no zone are taken as UTC' : `defaults.zone (${zone}) applies`;
  return [
    check(
      'warn',
      'time zone',
      `${problem}: ${effect}`,
      'set TZ to a zone such as Europe/Berlin, or zone: under defaults in config/threadmill.yaml',
    ),
  ];
}

/** Checks that a folder is writable, by writing a file and removing it, and has free space. */
export async function checkDisk(folder: string, shown: string): Promise<Check[]> {
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
