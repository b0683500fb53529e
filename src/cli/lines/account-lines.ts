import type { ListedAccount, LoginCheck } from '../../app/accounts/accounts.ts';
import { type Zones, zoneOf } from '../../app/project/zone.ts';
import { OWNED_KEYS } from '../../networks/owned-keys.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import { usd } from '../../publishing/money.ts';
import { dollars } from '../../text/dollars.ts';
import { untilTime } from './until-time.ts';

/** The message for a project without accounts. */
export const NO_ACCOUNTS =
  'No accounts yet. Add one: threadmill accounts add x (or bluesky, mastodon, sandbox)';

/** Converts an account to its `--json` form; never contains a secret. */
export const accountJson = ({ account, credentialsIn }: ListedAccount): object => ({
  name: account.name,
  network: account.network,
  handle: account.handle ?? null,
  base_url: account.baseUrl ?? null,
  ...Object.fromEntries(
    OWNED_KEYS.map(({ key, accepts }) => [
      key,
      account.options?.[key] ?? (accepts === 'boolean' ? false : null),
    ]),
  ),
  secrets: credentialsIn !== null,
  secrets_in: credentialsIn,
});

/** Formats `premium` or `replies_visibility: public`; nothing for what is switched off. */
const shownOption = ([key, value]: [string, boolean | string]): string[] =>
  value === false ? [] : [value === true ? key : `${key}: ${value}`];

/** Lists the accounts, one per line, in aligned columns. */
export function accountLines(accounts: readonly ListedAccount[]): string[] {
  if (accounts.length === 0) return [NO_ACCOUNTS];
  const width = Math.max(...accounts.map(({ account }) => account.name.length));
  return accounts.map(
    ({ account: { name, network, handle, baseUrl, options = {} }, credentialsIn, missing }) => {
      const facts = [
        network,
        ...(handle === undefined ? [] : [`@${handle}`]),
        ...(baseUrl === undefined ? [] : [baseUrl]),
        ...Object.entries(options).flatMap(shownOption),
        credentialsIn === null
          ? `credentials missing: ${missing.join(', ')}`
          : `credentials in ${credentialsIn === '.env' ? '.env' : 'the environment'}`,
      ];
      return `${name.padEnd(width)}  ${visible(facts.join(' · '))}`;
    },
  );
}

/** Converts a login to its `--json` form. */
export const loginJson = ({ account, ok, message, permissions, allowance }: LoginCheck): object => ({
  name: account.name,
  network: account.network,
  ok,
  message,
  ...(permissions === undefined
    ? {}
    : { may_publish: permissions.mayPublish, permissions: permissions.about }),
  ...(allowance === undefined
    ? {}
    : {
        windows: allowance.windows.map(({ call, name, limit, remaining, resetAt }) => ({
          call,
          name,
          limit,
          remaining,
          reset_at: new Date(resetAt).toISOString(),
        })),
        spent_usd: usd(allowance.spent),
        monthly_cap_usd: account.monthlyCapUsd ?? null,
      }),
});

/** What each kind of window counts, for display. */
const CALLS = { publish: 'posts', read: 'reads', remove: 'deletions', media: 'uploads' } as const;

/** Formats `ok    me: logged in as @me`, and below it what is left of its windows and its month. */
export function loginLines(
  { account, ok, message, permissions, allowance }: LoginCheck,
  color: boolean,
  now: number,
  zones: Zones,
): string[] {
  const paint = makePaint(color);
  const first = `${ok ? paint.green('ok  ') : paint.red('FAIL')}  ${account.name}: ${visible(message)}`;
  const allowed = permissions === undefined ? [] : [`      allowed: ${visible(permissions.about)}`];
  if (allowance === undefined) return [first, ...allowed];
  const windows = allowance.windows.map(
    ({ call, name, limit, remaining, resetAt }) =>
      `      ${CALLS[call]} (${name}): ${remaining} of ${limit} left, ${untilTime(resetAt, now, zoneOf(zones, account))}`,
  );
  const cap = account.monthlyCapUsd;
  const spent = `      this month: ${dollars(usd(allowance.spent))}${cap === undefined ? ' spent, no cap (monthly_cap_usd)' : ` of ${dollars(cap)} spent`}`;
  return [first, ...allowed, ...windows, ...(allowance.spent > 0 || cap !== undefined ? [spent] : [])];
}
