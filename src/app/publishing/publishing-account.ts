import type { Account } from '../../config/config.ts';
import { credentialsOf, type Environment } from '../../config/secrets.ts';
import { NETWORKS } from '../../networks/networks.ts';
import type { PublishingAccount } from '../../publishing/ports.ts';
import { present } from '../../publishing/present.ts';
import { sha256 } from '../../publishing/sha256.ts';
import type { Profile } from '../../threads/profile.ts';

/** The parts of an account's profile that publishing needs: what its network allows, and what it bills. */
export type AccountTerms = Pick<Profile, 'media' | 'prices'>;

/** Hex digits that distinguish apps. */
const APP_DIGITS = 12;

/** Identifies the app that an account sends with: by the configured name, or by a hash of its credentials; never a secret. */
function appOf(account: Account, env: Environment): string | undefined {
  if (account.app !== undefined) return `app:${account.network}:${account.app}`;
  const { credentials } = credentialsOf(account, env);
  const key = credentials?.way.app;
  const value = key === undefined ? undefined : credentials?.secrets[key];
  if (value === undefined) return undefined;
  return `app:${account.network}:${sha256(`${account.baseUrl ?? ''} ${value}`).slice(0, APP_DIGITS)}`;
}

/** Returns the hosts of an account's posts; `undefined` if its network names none. */
function hostsOf({ network, baseUrl }: Account): readonly string[] | undefined {
  const { hosts } = NETWORKS[network].addresses;
  if (baseUrl === undefined) return hosts;
  return [...(hosts ?? []), new URL(baseUrl).host];
}

/** Makes a fingerprint of an account's credentials: hex digits of their hash. */
function credentialsMark(account: Account, env: Environment): string | undefined {
  const { credentials } = credentialsOf(account, env);
  if (credentials === null) return undefined;
  return sha256(JSON.stringify([account.network, account.baseUrl ?? '', credentials.secrets])).slice(0, 16);
}

/** Collects what publishing needs to know about an account. */
export function publishingAccount(
  account: Account,
  { media, prices }: AccountTerms,
  env: Environment,
): PublishingAccount {
  const { name, network, monthlyCapUsd, postsPerHour } = account;
  const { refusesRepeatsForMs, addresses } = NETWORKS[network];
  return {
    name,
    network,
    media,
    refusesRepeatsForMs,
    addresses,
    prices,
    ...present({
      hosts: hostsOf(account),
      credentials: credentialsMark(account, env),
      app: appOf(account, env),
      monthlyCapUsd,
      postsPerHour,
    }),
  };
}
