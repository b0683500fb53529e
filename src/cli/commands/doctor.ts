import { ConfigError } from '../../config/config-error.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { defineCommand } from '../command.ts';
import {
  type Check,
  checkAccounts,
  checkJournal,
  checkKillSwitch,
  checkPrivate,
  checkPublicDir,
  checkWritable,
  privateFiles,
} from '../doctor-checks.ts';
import { EXIT } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { openProject, type Project, shownPath } from '../project.ts';

async function examine(io: Io): Promise<Check[]> {
  const checks: Check[] = [{ status: 'ok', about: 'Node', message: process.versions.node }];
  let project: Project;
  try {
    project = await openProject(io);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [...checks, { status: 'fail', about: 'configuration', message: error.message }];
  }
  const { configPath } = project;
  checks.push(
    configPath === null
      ? {
          status: 'warn',
          about: 'configuration',
          message: 'no config/threadmill.yaml here or above: defaults hold',
        }
      : { status: 'ok', about: 'configuration', message: shownPath(configPath, io.cwd) },
    ...(await checkPublicDir(project)),
    ...(await checkAccounts(project)),
  );
  for (const path of privateFiles(project)) checks.push(...(await checkPrivate(path, io.cwd)));
  checks.push(
    ...(await checkWritable(project, io.cwd)),
    ...(await checkJournal(project, io.cwd)),
    ...(await checkKillSwitch(project, io.cwd)),
  );
  return checks;
}

/** `threadmill doctor`: whether everything that publishing needs is in place. */
export const command = defineCommand({
  name: 'doctor',
  description:
    'Check what publishing needs: Node, configuration, secrets, permissions, the journal. Sends nothing.',
  arguments: {},
  options: { json: { flags: '--json', about: 'print JSON' } },
  examples: [{ line: 'doctor', about: 'before the first publish, or when something is odd' }],
  run: async (_args, options, io) => {
    const checks = await examine(io);
    const failed = checks.some(({ status }) => status === 'fail');
    if (options.json) io.stdout.write(`${safeJson(checks)}\n`);
    else {
      const paint = makePaint(io.color);
      const labels = { ok: paint.green('ok  '), warn: paint.yellow('warn'), fail: paint.red('FAIL') };
      for (const { status, about, message } of checks)
        io.stdout.write(
          `${labels[status]}  ${visible(about)}: ${visible(message).replaceAll('\n', '\n      ')}\n`,
        );
    }
    return failed ? EXIT.configuration : EXIT.done;
  },
});
