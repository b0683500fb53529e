import { join, relative } from 'node:path';
import type { Account, Config } from '../../config/config.ts';
import { findProject } from '../../config/find-project.ts';
import { readEnvironment } from '../../config/read-environment.ts';
import { type Environment, secretValues } from '../../config/secrets.ts';
import { secretForms } from '../../networks/secret-forms.ts';
import { once } from '../../text/lazy.ts';
import type { MachineZone } from '../../time/time-zone.ts';
import { Refusal } from '../refusal.ts';
import { withKnownLimits } from './account-limits.ts';
import { zoneOfMachine } from './machine-zone.ts';
import type { Wires } from './wires.ts';

/** What the application needs from its environment. A shell's own object may have more. */
export type Surroundings = {
  /** The base of relative paths. */
  readonly cwd: string;
  readonly env: Environment;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when the user stops the program. Only long-running work reads it, since a shell may handle Ctrl-C by it. */
  readonly signal: AbortSignal;
  /** What the file name `-` reads. */
  readonly stdin: { chunks(): AsyncIterable<Uint8Array> };
  /** Redacts these values from every later output of the shell. */
  readonly hide: (secrets: readonly string[]) => void;
};

/** The user's project: settings, environment, paths, and adapters. */
export type Project = {
  /** The folder of the project, absolute. */
  readonly root: string;
  /** Absolute; null without a configuration file. */
  readonly configPath: string | null;
  readonly config: Config;
  /** The process's environment, with the project's `.env` as defaults. */
  readonly env: Environment;
  /** Where the embedded journal is, absolute. */
  readonly databasePath: string;
  /** The zone of the machine, as far as it is known. */
  readonly machineZone: MachineZone;
  readonly around: Surroundings;
  /** The adapters, loaded on first use: most commands need none. */
  readonly wires: () => Promise<Wires>;
};

/**
 * Finds and reads the current project, and redacts its secrets from every later output.
 *
 * @throws ConfigError if the configuration or `.env` is invalid
 */
export async function openProject(around: Surroundings, wires: () => Promise<Wires>): Promise<Project> {
  const { root, configPath, config: settings } = await findProject(around.cwd);
  const config = await withKnownLimits(settings, root);
  const env = await readEnvironment(root, around.env);
  around.hide(secretValues(env).flatMap(secretForms));
  const databasePath = join(root, '.threadmill', 'threadmill.db');
  // Lazy, because Node then loads the data of all zones, which most commands don't need.
  const machineZone = once(() => zoneOfMachine(around.env));
  return {
    root,
    configPath,
    config,
    env,
    databasePath,
    get machineZone() {
      return machineZone();
    },
    around,
    wires,
  };
}

/** Returns the account of that name. @throws Refusal (usage) that lists the existing names */
export function accountNamed(config: Config, name: string): Account {
  const account = config.accounts.get(name);
  if (account !== undefined) return account;
  const names = [...config.accounts.keys()].join(', ');
  const known = names === '' ? 'config/threadmill.yaml names no accounts yet' : `the accounts are: ${names}`;
  throw new Refusal('usage', `No account is named ‘${name}’; ${known}.`);
}

/** Shortens a path for display: relative to `cwd` if that is shorter. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  if (short === '') return '.';
  return short.split(/[\\/]/).filter((part) => part === '..').length > 2 ? path : short;
}
