import type { Account, Config } from '../../config/config.ts';
import type { Draft } from '../../drafts/draft.ts';
import type { Finding } from '../../drafts/finding.ts';
import { NETWORK_IDS, type NetworkId } from '../../drafts/network-id.ts';
import { NETWORKS } from '../../networks/networks.ts';
import type { Profile } from '../../threads/profile.ts';
import type { Thread } from '../../threads/thread.ts';
import { accountNamed } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

/** A draft's destination: a network, and the account on it if known. */
export type Target = { readonly network: NetworkId; readonly account: Account | null };

/** Destinations given on the command line. */
export type Wish = {
  /** Only reports findings: pictures that can't fail are not drawn. */
  readonly onlyFindings?: boolean;
  readonly networks?: readonly NetworkId[];
  readonly accounts?: readonly string[];
  /** Reads a draft again, although it was frozen and not edited since. */
  readonly anew?: boolean;
};

/** Parses `x,bluesky`. @throws Refusal (usage) for an unknown network, or one that no thread can be built for */
export function parseNetworks(list: string): NetworkId[] {
  const names = list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim().toLowerCase()]));
  const known = NETWORK_IDS.join(', ');
  if (names.length === 0) throw new Refusal('usage', `--network needs a network; there is: ${known}.`);
  return [...new Set(names)].map((name) => {
    const id = NETWORK_IDS.find((network) => network === name);
    if (id === undefined) throw new Refusal('usage', `There is no network ‘${name}’; there is: ${known}.`);
    return id;
  });
}

/** Returns the account for a network if none is named: the default, or the only one. */
function usualAccount(network: NetworkId, config: Config): Account | null {
  const preferred =
    config.defaults.account === undefined ? undefined : config.accounts.get(config.defaults.account);
  if (preferred?.network === network) return preferred;
  const [only, ...others] = [...config.accounts.values()].filter((account) => account.network === network);
  return only !== undefined && others.length === 0 ? only : null;
}

function ofAccounts(accounts: readonly Account[], networks: readonly NetworkId[] | undefined): Target[] {
  return accounts
    .filter((account) => networks === undefined || networks.includes(account.network))
    .map((account) => ({ network: account.network, account }));
}

/**
 * Determines a draft's targets: the command line decides, then the draft's `accounts`, then its `networks`, then the
 * configuration's defaults.
 *
 * @throws Refusal (usage) for an account that does not exist
 */
export function targetsOf(
  draft: Draft,
  config: Config,
  wish: Wish = {},
): { readonly targets: readonly Target[]; readonly findings: readonly Finding[] } {
  const { networks, accounts } = wish;
  const findings: Finding[] = [];

  let targets: Target[];
  if (accounts !== undefined && accounts.length > 0)
    targets = ofAccounts(
      accounts.map((name) => accountNamed(config, name)),
      networks,
    );
  else if (networks !== undefined)
    targets = networks.map((network) => ({ network, account: usualAccount(network, config) }));
  else if (draft.settings.accounts !== undefined) {
    const named = draft.settings.accounts.flatMap((name) => {
      const account = config.accounts.get(name);
      if (account === undefined) {
        const { line, column } = draft.settings.accountsAt ?? { line: 1, column: 1 };
        const known = [...config.accounts.keys()].map((one) => `\`${one}\``).join(', ') || 'none';
        const message = `no account is named \`${name}\` in config/threadmill.yaml; the accounts are: ${known}`;
        findings.push({ code: 'unknown-account', severity: 'error', message, line, column });
      }
      return account === undefined ? [] : [account];
    });
    targets = ofAccounts(named, undefined);
    if (named.length === 0) targets = defaultTargets(config);
  } else if (draft.settings.networks !== undefined)
    targets = draft.settings.networks.map((network) => ({ network, account: usualAccount(network, config) }));
  else targets = defaultTargets(config);

  return { targets, findings };
}

function defaultTargets(config: Config): Target[] {
  return config.defaults.networks.map((network) => ({ network, account: usualAccount(network, config) }));
}

/** Makes a network's profile with the settings of the account and the configuration. */
export function profileOf({ network, account }: Target, config: Config): Profile {
  const prices = config.prices[network];
  return NETWORKS[network].profile({
    ...(account?.options === undefined ? {} : { options: account.options }),
    ...(account?.limits === undefined ? {} : { limits: account.limits }),
    ...(prices === undefined ? {} : { prices }),
  });
}

/** The profiles for a draft that names no target. */
export function defaultProfiles(config: Config): Profile[] {
  return defaultTargets(config).map((target) => profileOf(target, config));
}

/**
 * Estimates how long a thread takes to send, in ms: its posts and images, the network's rate window, the account's
 * posts_per_hour.
 */
export function sendingMs(thread: Thread, account: Account | null): number {
  const { pace } = NETWORKS[thread.network];
  const posts = thread.posts.length;
  const images = thread.posts.reduce((sum, post) => sum + post.media.length, 0);
  const waits = (limit: number, ms: number): number => Math.floor(Math.max(0, posts - 1) / limit) * ms;
  const fuse = account?.postsPerHour;
  const waiting = Math.max(
    waits(pace.window.posts, pace.window.ms),
    fuse === undefined ? 0 : waits(fuse, 3_600_000),
  );
  return waiting + posts * pace.postMs + images * pace.mediaMs;
}
