import type { ListedAccount, LoginCheck } from '../../app/accounts/accounts.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';

/** What a project without accounts is told. */
export const NO_ACCOUNTS =
  'No accounts yet. Add one: threadmill accounts add x (or bluesky, mastodon, sandbox)';

/** An account as `--json` prints it; never a secret. */
export const accountJson = ({ account, credentialsIn }: ListedAccount): object => ({
  name: account.name,
  network: account.network,
  handle: account.handle ?? null,
  base_url: account.baseUrl ?? null,
  premium: account.premium,
  secrets: credentialsIn !== null,
  secrets_in: credentialsIn,
});

/** The accounts, one a line, their facts aligned. */
export function accountLines(accounts: readonly ListedAccount[]): string[] {
  if (accounts.length === 0) return [NO_ACCOUNTS];
  const width = Math.max(...accounts.map(({ account }) => account.name.length));
  return accounts.map(({ account: { name, network, handle, baseUrl, premium }, credentialsIn, missing }) => {
    const facts = [
      network,
      ...(handle === undefined ? [] : [`@${handle}`]),
      ...(baseUrl === undefined ? [] : [baseUrl]),
      ...(premium ? ['premium'] : []),
      credentialsIn === null
        ? `credentials missing: ${missing.join(', ')}`
        : `credentials in ${credentialsIn === '.env' ? '.env' : 'the environment'}`,
    ];
    return `${name.padEnd(width)}  ${visible(facts.join(' · '))}`;
  });
}

/** A login as `--json` prints it. */
export const loginJson = ({ account, ok, message }: LoginCheck): object => ({
  name: account.name,
  network: account.network,
  ok,
  message,
});

/** `ok    me: logged in as @me`. */
export function loginLine({ account, ok, message }: LoginCheck, color: boolean): string {
  const paint = makePaint(color);
  return `${ok ? paint.green('ok  ') : paint.red('FAIL')}  ${account.name}: ${visible(message)}`;
}
