import { dirname } from 'node:path';
import { folderTrouble } from '../../disk/folder-trouble.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { databaseUrlIn, foreignDatabase } from '../project/places.ts';
import { type Project, shownPath } from '../project/project.ts';
import { type Check, check } from './check.ts';
import { checkClock } from './check-clock.ts';
import { statOf } from './stat-of.ts';

async function checkDatabase(url: string, { wires }: Project): Promise<Check[]> {
  const { reachDatabase } = await wires();
  try {
    const before = Date.now();
    const { place, now } = await reachDatabase(url);
    const clock = checkClock(place, now, (Date.now() + before) / 2);
    return [check('ok', 'journal', `${place} accepts the login`), ...clock];
  } catch (error) {
    if (!isOfKind(error, 'journal')) throw error;
    return [check('fail', 'journal', error.message)];
  }
}

/** Checks that an existing journal opens; creates nothing. */
export async function checkJournal(project: Project, cwd: string): Promise<Check[]> {
  const { env } = project;
  const url = databaseUrlIn(env);
  if (url !== undefined) return checkDatabase(url, project);
  const note = foreignDatabase(env);
  const checks = note === undefined ? [] : [check('warn', 'journal', note)];
  return [...checks, ...(await checkFile(project, cwd))];
}

async function checkFile({ databasePath, wires }: Project, cwd: string): Promise<Check[]> {
  const shown = shownPath(databasePath, cwd);
  const trouble = folderTrouble(dirname(databasePath));
  if (trouble !== undefined)
    return [
      check('fail', shown, `it needs the folder ${shownPath(dirname(databasePath), cwd)}, and ${trouble}`),
    ];
  if ((await statOf(databasePath)) === null)
    return [check('ok', shown, 'not there yet: the first publish creates it')];
  const { isSoundFile } = await wires();
  try {
    const isSound = await isSoundFile(databasePath);
    return [isSound ? check('ok', shown, 'opens and is sound') : check('fail', shown, 'is damaged')];
  } catch (error) {
    if (!isOfKind(error, 'journal')) throw error;
    return [check('fail', shown, error.message)];
  }
}
