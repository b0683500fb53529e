import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unreadableConfig } from './config-error.ts';
import type { Environment } from './secrets.ts';

/**
 * The environment of a project: the process's variables, and those of its `.env` that the process does not have.
 * The process's own environment is left as it is.
 *
 * @throws ConfigError where `.env` is there but can't be read.
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
