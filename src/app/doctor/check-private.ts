import { join } from 'node:path';
import { type Project, shownPath } from '../project/project.ts';
import { type Check, check } from './check.ts';
import { statOf } from './stat-of.ts';

/** Files that must be private, besides the database's own side files. */
export function privateFiles({ root, databasePath }: Project): string[] {
  return [join(root, '.env'), databasePath, `${databasePath}-wal`];
}

/** Checks that a file with secrets or the journal is readable for its owner only. Windows has no such mode bits. */
export async function checkPrivate(path: string, cwd: string): Promise<Check[]> {
  const facts = await statOf(path);
  if (facts === null || process.platform === 'win32') return [];
  const shown = shownPath(path, cwd);
  const mode = facts.mode & 0o777;
  if ((mode & 0o077) === 0) return [check('ok', shown, 'is private')];
  const seen = mode.toString(8).padStart(4, '0');
  return [check('fail', shown, `other users can read it (mode ${seen}): chmod 600 ${shown}`)];
}
