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

/** What the application may know of the world around it. A shell's own object may have more. */
export type Surroundings = {
  /** The folder that relative paths are meant against. */
  readonly cwd: string;
  readonly env: Environment;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when the person wants an end; read only by what runs long, since a shell may take over Ctrl-C by it. */
  readonly signal: AbortSignal;
  /** What the file name `-` reads. */
  readonly stdin: { chunks(): AsyncIterable<Uint8Array> };
  /** Makes every later output of the shell show a mask in place of these values. */
  readonly hide: (secrets: readonly string[]) => void;
};

/** The project that a person works in: settings, environment, places, and what it is wired to. */
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
  /** Where the person is, as far as the machine knows. */
  readonly machineZone: MachineZone;
  readonly around: Surroundings;
  /** The adapters, loaded when they are first needed: most commands need none. */
  readonly wires: () => Promise<Wires>;
};

/**
 * Finds and reads the project that the person stands in, and hides its secrets from every later output.
 *
 * @throws ConfigError where the configuration or `.env` is wrong.
 */
export async function openProject(around: Surroundings, wires: () => Promise<Wires>): Promise<Project> {
  const { root, configPath, config: settings } = await findProject(around.cwd);
  const config = await withKnownLimits(settings, root);
  const env = await readEnvironment(root, around.env);
  around.hide(secretValues(env).flatMap(secretForms));
  const databasePath = join(root, '.threadmill', 'threadmill.db');
  // Asking for it makes Node load the data of all zones, which most commands can do without.
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
