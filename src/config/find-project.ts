import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, DEFAULT_CONFIG } from './config.ts';
import { unreadableConfig } from './config-error.ts';

/** The path of the settings, relative to the project's folder. */
export const CONFIG_FILE = join('config', 'threadmill.yaml');

/** A project on disk: its folder and its settings. `configPath` is null without a file; then all settings are defaults. */
export type FoundProject = {
  readonly root: string;
  readonly configPath: string | null;
  readonly config: Config;
};

/** Whether the path exists; reading it shows whether it is a file. */
function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // An inaccessible path is not our project: continue in the parent folder.
    if (code === 'ENOTDIR' || code === 'EACCES') return false;
    throw error;
  }
}

/** Reads one configuration file. @throws ConfigError if it can't be read or is invalid */
export async function readConfig(path: string): Promise<Config> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadableConfig(path, error);
  }
  // Load YAML and the checks only when there is a file to check.
  const { parseConfig } = await import('./parse-config.ts');
  return parseConfig(text, path);
}

/**
 * Finds the project of a folder: the nearest parent folder with `config/threadmill.yaml`, or without one the folder itself with
 * default settings.
 *
 * @throws ConfigError if the file can't be read or is invalid
 */
export async function findProject(from: string): Promise<FoundProject> {
  for (let folder = from; ; folder = dirname(folder)) {
    const configPath = join(folder, CONFIG_FILE);
    if (isThere(configPath)) return { root: folder, configPath, config: await readConfig(configPath) };
    if (folder === dirname(folder)) break;
  }
  return { root: from, configPath: null, config: DEFAULT_CONFIG };
}
