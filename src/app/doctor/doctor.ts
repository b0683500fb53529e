import { isOfKind } from '../../threadmill-error.ts';
import { openProject, type Project, type Surroundings, shownPath } from '../project/project.ts';
import type { Wires } from '../project/wires.ts';
import type { Check } from './check.ts';
import { checkAccounts } from './check-accounts.ts';
import { checkDisk } from './check-disk.ts';
import { checkFrozenFiles } from './check-frozen-files.ts';
import { checkGit } from './check-git.ts';
import { checkJournal } from './check-journal.ts';
import { checkKillSwitch } from './check-kill-switch.ts';
import { checkPrivate, privateFiles } from './check-private.ts';
import { checkPublicDir } from './check-public-dir.ts';
import { checkServices } from './check-services.ts';
import { checkVariables } from './check-variables.ts';
import { checkZone } from './check-zone.ts';

/**
 * Checks everything that publishing needs. Sends nothing, leaves nothing behind, and never shows a secret. `online` asks the
 * networks' own servers too, without logging in.
 */
export async function doctor(
  around: Surroundings,
  wires: () => Promise<Wires>,
  { online }: { readonly online: boolean },
): Promise<Check[]> {
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
          fix: 'threadmill init',
        }
      : { status: 'ok', about: 'configuration', message: shownPath(configPath, cwd) },
    ...(await checkPublicDir(project)),
    ...(await checkAccounts(project, online)),
    ...checkVariables(project),
    ...checkZone(project),
    ...(await checkGit(project)),
  );
  for (const path of privateFiles(project)) checks.push(...(await checkPrivate(path, cwd)));
  checks.push(
    ...(await checkDisk(project, cwd)),
    ...(await checkFrozenFiles(project)),
    ...(await checkJournal(project, cwd)),
    ...(await checkServices(project)),
    ...(await checkKillSwitch(project, cwd)),
  );
  return checks;
}
