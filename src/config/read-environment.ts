import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';
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
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return env;
    const why = code === 'EACCES' ? 'permission was denied' : String(code);
    throw new ConfigError(path, [{ line: 1, column: 1, key: '', message: `can’t be read: ${why}.` }], {
      cause: error,
    });
  }
  const { parse } = await import('dotenv');
  return { ...parse(text), ...env };
}
