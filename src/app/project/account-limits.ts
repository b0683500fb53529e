import type { Account, Config } from '../../config/config.ts';
import { NETWORKS } from '../../networks/networks.ts';
import { PublishingError } from '../../networks/publishing-error.ts';
import type { LimitsCache } from './limits-cache.ts';
import type { Wires } from './wires.ts';

/** How long a server's limits are cached, in ms. */
const FRESH_MS = 24 * 60 * 60_000;

/** Limits depend only on the server, so accounts on one server share an entry. */
const keyOf = ({ network, baseUrl = '' }: Account): string => `${network} ${baseUrl}`;

const differs = ({ network }: Account): boolean => NETWORKS[network].serversDiffer === true;

/** The cache's code, loaded only if an account's server has its own limits. */
const limitsCache = (): Promise<typeof import('./limits-cache.ts')> => import('./limits-cache.ts');

function withLimits(config: Config, cache: LimitsCache): Config {
  const accounts = [...config.accounts].map(([name, account]): [string, Account] => {
    const known = cache[keyOf(account)];
    return [name, known === undefined ? account : { ...account, limits: known.limits }];
  });
  return { ...config, accounts: new Map(accounts) };
}

/** The parts of a project needed for reading limits. */
type LimitedProject = {
  readonly root: string;
  readonly config: Config;
  readonly around: { readonly now: () => number };
  readonly wires: () => Promise<Pick<Wires, 'limitsOf'>>;
};

/** Adds the cached limits of each account's server to the settings. Makes no requests. */
export async function withKnownLimits(config: Config, root: string): Promise<Config> {
  if (![...config.accounts.values()].some(differs)) return config;
  return withLimits(config, await (await limitsCache()).readLimitsCache(root));
}

/**
 * Refreshes limits older than a day, and caches them. If a server can't be reached, keeps its cached limits or its network's
 * defaults, and calls `tell` with a sentence.
 */
export async function withFreshLimits<P extends LimitedProject>(
  project: P,
  accounts: readonly Account[],
  tell: (sentence: string) => void | Promise<void>,
): Promise<P> {
  const asked = accounts.filter(differs);
  if (asked.length === 0) return project;
  const { root, config, around } = project;
  const cache = await (await limitsCache()).readLimitsCache(root);
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
  if (isNew) await (await limitsCache()).writeLimitsCache(root, cache);
  return { ...project, config: withLimits(config, cache) };
}
