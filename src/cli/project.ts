import { join, relative } from 'node:path';
import { Refusal } from '../app/refusal.ts';
import type { Account, Config } from '../config/config.ts';
import { findProject } from '../config/find-project.ts';
import { readEnvironment } from '../config/read-environment.ts';
import { type Environment, secretValues } from '../config/secrets.ts';
import type { Io } from './io.ts';

/** The project that a command works in: settings, environment and places. */
export type Project = {
  /** The folder of the project, absolute. */
  readonly root: string;
  /** Absolute; null where there is no configuration file. */
  readonly configPath: string | null;
  readonly config: Config;
  /** The process's environment with the project's `.env` below it. */
  readonly env: Environment;
  /** Where the embedded journal is, absolute. */
  readonly databasePath: string;
};

/**
 * Finds and reads the project that the person stands in, and hides its secrets from every later output.
 *
 * @throws ConfigError where the configuration or `.env` is wrong.
 */
export async function openProject(io: Io): Promise<Project> {
  const { root, configPath, config } = await findProject(io.cwd);
  const env = await readEnvironment(root, io.env);
  io.hide(secretValues(env));
  return { root, configPath, config, env, databasePath: join(root, '.threadmill', 'threadmill.db') };
}

/** The account of that name. @throws Refusal (usage) that lists the names there are. */
export function accountNamed(config: Config, name: string): Account {
  const account = config.accounts.get(name);
  if (account !== undefined) return account;
  const names = [...config.accounts.keys()].join(', ');
  const known = names === '' ? 'config/threadmill.yaml names no accounts yet' : `the accounts are: ${names}`;
  throw new Refusal('usage', `No account is named ‘${name}’; ${known}.`);
}

/** A path as a person at `cwd` would write it: relative where that is shorter to read. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  if (short === '') return '.';
  return short.split(/[\\/]/).filter((part) => part === '..').length > 2 ? path : short;
}
