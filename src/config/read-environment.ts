import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unreadableConfig } from './config-error.ts';
import type { Environment } from './secrets.ts';

/**
 * Reads the environment of a project: the process's variables, and those of its `.env` that the process does not have. Does not
 * change the process's environment.
 *
 * @throws ConfigError if `.env` exists but can't be read
 */
export async function readEnvironment(root: string, env: Environment): Promise<Environment> {
  const path = join(root, '.env');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return env;
    throw unreadableConfig(path, error);
  }
  const { parse } = await import('dotenv');
  return { ...parse(text), ...env };
}
