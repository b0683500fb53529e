import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Project } from '../project/project.ts';
import { type Check, check } from './check.ts';

/** Folders of systemd units and launchd agents, relative to the home folder unless absolute. */
const PLACES = [
  '.config/systemd/user',
  '/etc/systemd/system',
  '/etc/systemd/user',
  'Library/LaunchAgents',
] as const;

/** A service that runs Threadmill, as defined in its file. */
type Service = {
  readonly path: string;
  readonly programs: readonly string[];
  readonly folder: string | undefined;
};

/**
 * Checks that the services that run Threadmill on this machine point to existing programs and folders. A service does not read
 * the shell's profile, so a Node from nvm or a moved project stops it silently.
 */
export async function checkServices({ around, root }: Project): Promise<Check[]> {
  const home = around.env['HOME'] ?? '';
  const checks: Check[] = [];
  for (const place of PLACES) {
    const folder = isAbsolute(place) ? place : join(home, place);
    if (!isAbsolute(folder)) continue;
    for (const name of await namesIn(folder)) {
      const service = serviceIn(join(folder, name), await readFile(join(folder, name), 'utf8'));
      if (service !== undefined) checks.push(await examined(service, root));
    }
  }
  return checks;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.(?:service|plist)$/.test(entry.name))
      .map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

/** Reads what a unit or an agent runs; `undefined` if it does not run Threadmill. */
export function serviceIn(path: string, text: string): Service | undefined {
  if (!/\bthreadmill\b/.test(text)) return undefined;
  if (path.endsWith('.plist')) {
    const list = /<key>ProgramArguments<\/key>\s*<array>([\s\S]*?)<\/array>/.exec(text)?.[1] ?? '';
    const programs = [...list.matchAll(/<string>([^<]*)<\/string>/g)].map(([, word = '']) => word);
    const folder = /<key>WorkingDirectory<\/key>\s*<string>([^<]*)<\/string>/.exec(text)?.[1];
    return programs.some((word) => /threadmill|\/cli\.js$/.test(word))
      ? { path, programs, folder }
      : undefined;
  }
  const command = /^ExecStart=\s*[@:+!-]*(.+)$/m.exec(text)?.[1];
  if (command === undefined || !/threadmill|\/cli\.js\b/.test(command)) return undefined;
  const programs =
    command.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^(["'])(.*)\1$/, '$2')) ?? [];
  return { path, programs, folder: /^WorkingDirectory=\s*-?(.+)$/m.exec(text)?.[1]?.trim() };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

async function examined({ path, programs, folder }: Service, root: string): Promise<Check> {
  const [program = ''] = programs;
  if (!isAbsolute(program))
    return check(
      'fail',
      path,
      `starts ‘${program}’, which is not an absolute path`,
      `use ${process.execPath}: a service doesn’t read your shell’s profile`,
    );
  // systemd itself expands `%h` and the like.
  const paths = programs.filter((word) => isAbsolute(word) && !word.includes('%'));
  for (const word of [...paths, ...(folder !== undefined && !folder.includes('%') ? [folder] : [])])
    if (!(await isThere(word)))
      return check(
        'fail',
        path,
        `needs ${word}, which does not exist`,
        'write the service again with the current paths',
      );
  if (folder !== undefined && isAbsolute(folder) && folder !== root)
    return check(
      'warn',
      path,
      `works in ${folder}, not in this project (${root})`,
      'if it is meant for this project, set its working directory',
    );
  return check('ok', path, 'its programs and its folder exist');
}
