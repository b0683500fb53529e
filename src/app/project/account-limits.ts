import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import type { Account, Config } from '../../config/config.ts';
import { NETWORKS } from '../../networks/networks.ts';
import { PublishingError } from '../../networks/publishing-error.ts';
import { replaceFile } from './replace-file.ts';
import type { Wires } from './wires.ts';

/** How long what a server said of its limits is believed, in ms. */
const FRESH_MS = 24 * 60 * 60_000;

const cacheShape = z.record(
  z.string(),
  z.object({ read_at: z.number(), limits: z.record(z.string(), z.number()) }),
);

type Cache = z.infer<typeof cacheShape>;

/** Limits depend on the server alone, so accounts of one server share an entry. */
const keyOf = ({ network, baseUrl = '' }: Account): string => `${network} ${baseUrl}`;

const differs = ({ network }: Account): boolean => NETWORKS[network].serversDiffer === true;

const pathIn = (root: string): string => join(root, '.threadmill', 'limits.json');

/** The cache of a project. One that can't be read is none: it is read from the servers again. */
async function cacheIn(root: string): Promise<Cache> {
  let text: string;
  try {
    text = await readFile(pathIn(root), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return {};
    throw error;
  }
  try {
    const read = cacheShape.safeParse(JSON.parse(text));
    return read.success ? read.data : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function withLimits(config: Config, cache: Cache): Config {
  const accounts = [...config.accounts].map(([name, account]): [string, Account] => {
    const known = cache[keyOf(account)];
    return [name, known === undefined ? account : { ...account, limits: known.limits }];
  });
  return { ...config, accounts: new Map(accounts) };
}

/** What reading limits needs of a project. */
type LimitedProject = {
  readonly root: string;
  readonly config: Config;
  readonly around: { readonly now: () => number };
  readonly wires: () => Promise<Pick<Wires, 'limitsOf'>>;
};

/** The settings, with what is known of the limits of each account's server. Asks nobody. */
export async function withKnownLimits(config: Config, root: string): Promise<Config> {
  if (![...config.accounts.values()].some(differs)) return config;
  return withLimits(config, await cacheIn(root));
}

/**
 * Reads the limits of servers that were not asked for a day, and keeps them. A server that can't be asked keeps what
 * is known of it, or its network's defaults: `tell` gets a sentence.
 */
export async function withFreshLimits<P extends LimitedProject>(
  project: P,
  accounts: readonly Account[],
  tell: (sentence: string) => void | Promise<void>,
): Promise<P> {
  const asked = accounts.filter(differs);
  if (asked.length === 0) return project;
  const { root, config, around } = project;
  const cache = await cacheIn(root);
  const { limitsOf } = await project.wires();
  let isNew = false;
  for (const account of asked) {
    const now = around.now();
    const age = now - (cache[keyOf(account)]?.read_at ?? Number.NEGATIVE_INFINITY);
    if (age >= 0 && age < FRESH_MS) continue;
    try {
      const limits = await limitsOf(account);
      if (limits === undefined) continue;
      cache[keyOf(account)] = { read_at: now, limits };
      isNew = true;
    } catch (error) {
      if (!(error instanceof PublishingError)) throw error;
      const used = cache[keyOf(account)] === undefined ? 'the usual limits' : 'the limits read before';
      await tell(`${error.message} Threadmill uses ${used} of ${NETWORKS[account.network].name}.`);
    }
  }
  if (isNew) {
    const path = pathIn(root);
    const text = `${JSON.stringify(cache, null, 2)}\n`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx', mode: 0o600 }).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      await replaceFile(path, text);
    });
  }
  return { ...project, config: withLimits(config, cache) };
}
