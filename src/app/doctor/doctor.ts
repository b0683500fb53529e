import { isOfKind } from '../../threadmill-error.ts';
import { openProject, type Project, type Surroundings, shownPath } from '../project/project.ts';
import type { Wires } from '../project/wires.ts';
import {
  type Check,
  checkAccounts,
  checkJournal,
  checkKillSwitch,
  checkPrivate,
  checkPublicDir,
  checkWritable,
  privateFiles,
} from './doctor-checks.ts';

/** Checks everything that publishing needs. Sends nothing, creates nothing, and never shows a secret. */
export async function doctor(around: Surroundings, wires: () => Promise<Wires>): Promise<Check[]> {
  const checks: Check[] = [{ status: 'ok', about: 'Node', message: process.versions.node }];
  const { cwd } = around;
  let project: Project;
  try {
    project = await openProject(around, wires);
  } catch (error) {
    if (!isOfKind(error, 'configuration')) throw error;
    return [...checks, { status: 'fail', about: 'configuration', message: error.message }];
  }
  const { configPath } = project;
  checks.push(
    configPath === null
      ? {
          status: 'warn',
          about: 'configuration',
          message: 'no config/threadmill.yaml here or above, so the defaults apply',
        }
      : { status: 'ok', about: 'configuration', message: shownPath(configPath, cwd) },
    ...(await checkPublicDir(project)),
    ...(await checkAccounts(project)),
  );
  for (const path of privateFiles(project)) checks.push(...(await checkPrivate(path, cwd)));
  checks.push(
    ...(await checkWritable(project, cwd)),
    ...(await checkJournal(project, cwd)),
    ...(await checkKillSwitch(project, cwd)),
  );
  return checks;
}
