import { join } from 'node:path';
import { KILL_SWITCH } from '../project/places.ts';
import { type Project, shownPath } from '../project/project.ts';
import { type Check, check } from './check.ts';
import { statOf } from './stat-of.ts';

/** Checks whether the kill switch forbids sending. */
export async function checkKillSwitch({ root }: Project, cwd: string): Promise<Check[]> {
  const path = join(root, KILL_SWITCH);
  if ((await statOf(path)) === null) return [];
  return [check('warn', shownPath(path, cwd), 'stops all sending; to allow it again: threadmill stop --end')];
}
