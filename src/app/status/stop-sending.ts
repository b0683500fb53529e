import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderTrouble } from '../../disk/folder-trouble.ts';
import { KILL_SWITCH } from '../project/places.ts';
import type { Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

/** The path of a project's kill switch, absolute. */
const killSwitchOf = ({ root }: Project): string => join(root, KILL_SWITCH);

/**
 * Forbids sending at once, for every process of this project; returns the path of the kill switch.
 *
 * @throws Refusal (configuration)
 */
export function stopSending(project: Project): string {
  const path = killSwitchOf(project);
  const trouble = folderTrouble(dirname(path));
  if (trouble !== undefined)
    throw new Refusal(
      'configuration',
      `Sending goes on: the file that forbids it needs the folder ${dirname(path)}, and ${trouble}.`,
    );
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const since = new Date(project.around.now()).toISOString();
  writeFileSync(path, `All sending is forbidden since ${since}.\n`, { mode: 0o600 });
  return path;
}

/** Allows sending again; returns whether it was forbidden, and by which file. */
export function allowSending(project: Project): { readonly was: boolean; readonly path: string } {
  const path = killSwitchOf(project);
  const was = existsSync(path);
  rmSync(path, { force: true });
  return { was, path };
}
