import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, DEFAULT_CONFIG } from './config.ts';
import { unreadableConfig } from './config-error.ts';

/** Where the settings of a project are, seen from its folder. */
export const CONFIG_FILE = join('config', 'threadmill.yaml');

/** A project on disk: its folder and its settings. `configPath` is null where there is no file, only defaults. */
export type FoundProject = {
  readonly root: string;
  readonly configPath: string | null;
  readonly config: Config;
};

/** Whether anything of that name is there; reading it tells whether it is a file. */
function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // What can't even be looked at is not our project: the search goes on above it.
    if (code === 'ENOTDIR' || code === 'EACCES') return false;
    throw error;
  }
}

/** Reads one configuration file. @throws ConfigError where it can't be read or is wrong. */
export async function readConfig(path: string): Promise<Config> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadableConfig(path, error);
  }
  // YAML and its checks are loaded only where there is something to check.
  const { parseConfig } = await import('./parse-config.ts');
  return parseConfig(text, path);
}

/**
 * The project that a folder belongs to: the nearest folder upward that holds `config/threadmill.yaml`. Where there
 * is none, the folder itself with the defaults.
 *
 * @throws ConfigError where the file can't be read or is wrong.
 */
export async function findProject(from: string): Promise<FoundProject> {
  for (let folder = from; ; folder = dirname(folder)) {
    const configPath = join(folder, CONFIG_FILE);
    if (isThere(configPath)) return { root: folder, configPath, config: await readConfig(configPath) };
    if (folder === dirname(folder)) break;
  }
  return { root: from, configPath: null, config: DEFAULT_CONFIG };
}
