import type { InitWish } from '../../app/init/init-project.ts';
import { NETWORK_IDS, type NetworkId } from '../../drafts/network-id.ts';
import { portOf } from './change-accounts.ts';
import type { Io } from './io.ts';
import { type LoginOptions, ownedOptions } from './login-options.ts';

/** The choices for a project's first account. */
export const FIRST_ACCOUNTS = ['sandbox', ...NETWORK_IDS, 'none'] as const;

type First = (typeof FIRST_ACCOUNTS)[number];

/** The account flags of `init`. */
export type FirstOptions = LoginOptions & {
  readonly account: First | undefined;
  readonly name: string | undefined;
};

const isNetwork = (first: First): first is NetworkId => NETWORK_IDS.some((id) => id === first);

/** Returns the account that the flags name; `undefined` if they name none. */
export function firstAccount(options: FirstOptions): InitWish['account'] {
  const { account, name, method, handle, server, port, paste } = options;
  if (account === undefined) return undefined;
  if (!isNetwork(account)) return account === 'none' ? 'none' : 'sandbox';
  return {
    network: account,
    name,
    method,
    handle,
    server,
    port: portOf(port),
    paste,
    options: ownedOptions(options),
  };
}

const MENU: readonly { readonly first: First; readonly about: string }[] = [
  { first: 'sandbox', about: 'the sandbox: try everything on this machine, without keys' },
  { first: 'x', about: 'X' },
  { first: 'bluesky', about: 'Bluesky' },
  { first: 'mastodon', about: 'Mastodon' },
  { first: 'none', about: 'none for now' },
];

/** Asks which account to add first; an unclear answer means the sandbox, which is harmless. */
export function chooseFirst(options: FirstOptions, io: Io): () => Promise<NonNullable<InitWish['account']>> {
  return async () => {
    const lines = MENU.map(({ about }, index) => `  ${index + 1}. ${about}`);
    const answer =
      (await io.ask(`Which account comes first?\n${lines.join('\n')}\nAccount [1]: `)).trim() || '1';
    const chosen = MENU.find(
      ({ first }, index) => answer === String(index + 1) || answer.toLowerCase() === first,
    );
    return firstAccount({ ...options, account: chosen?.first ?? 'sandbox' }) ?? 'sandbox';
  };
}
