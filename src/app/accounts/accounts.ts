import type { Account } from '../../config/config.ts';
import { credentialsOf } from '../../config/secrets.ts';
import type { Permissions, RateWindow } from '../../networks/port.ts';
import { monthStart } from '../../publishing/limits/budget.ts';
import type { MicroUsd } from '../../publishing/publication.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { profileOf } from '../drafts/targets.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { withPublishing } from '../publishing/open-publishing.ts';
import { isSameHandle } from './is-same-handle.ts';
import { logIn } from './log-in.ts';

/** A configured account, and where its credentials are: in this process's environment, in `.env`, or nowhere. */
export type ListedAccount = {
  readonly account: Account;
  readonly credentialsIn: 'environment' | '.env' | null;
  /** Missing variables; empty if none is missing. */
  readonly missing: readonly string[];
};

/** Whether an account can log in, as a sentence. */
export type LoginCheck = {
  readonly account: Account;
  readonly ok: boolean;
  readonly message: string;
  /** What the credentials allow, if the network says so. */
  readonly permissions?: Permissions;
  /** Set if the login worked. */
  readonly allowance?: Allowance;
};

/** Returns the named accounts, or all if no name is given. @throws Refusal (usage) */
function named(names: readonly string[], { config }: Project): readonly Account[] {
  return names.length > 0 ? names.map((name) => accountNamed(config, name)) : [...config.accounts.values()];
}

/** Lists all accounts of the configuration, or the named ones. @throws Refusal (usage) */
export function listAccounts(names: readonly string[], project: Project): ListedAccount[] {
  return named(names, project).map((account) => {
    const found = credentialsOf(account, project.env);
    if (found.credentials === null) return { account, credentialsIn: null, missing: found.missing };
    const isInEnvironment = credentialsOf(account, project.around.env).credentials !== null;
    return { account, credentialsIn: isInEnvironment ? 'environment' : '.env', missing: [] };
  });
}

/** What is left in an account's rate windows and of its monthly cap. */
export type Allowance = {
  readonly windows: readonly RateWindow[];
  /** Spent in this calendar month, UTC. */
  readonly spent: MicroUsd;
};

async function checkLogin(account: Account, project: Project): Promise<LoginCheck> {
  const { clientOf } = await project.wires();
  const { prices } = profileOf({ network: account.network, account }, project.config);
  // Only renewed tokens and billed calls must be stored; don't create a journal for anything else.
  const isKept =
    credentialsOf(account, project.env).credentials?.way.isRenewed === true || (prices.readAccount ?? 0) > 0;
  try {
    return await withPublishing(
      project,
      async ({ ports }) => {
        const { journal, clock } = ports;
        const client = await clientOf(account, project.env, ports);
        const { value, windows, permissions } = await logIn(ports, account, client, project);
        const { handle } = value;
        if (!isSameHandle(account.handle, handle))
          return {
            account,
            ok: false,
            message: `the credentials belong to @${handle}, not to @${account.handle}`,
          };
        if (permissions?.mayPublish === false)
          return { account, ok: false, message: await readOnlyWords(account, handle, project), permissions };
        const now = clock.now();
        const known = await journal.windows(account.name, now);
        const told = [
          ...windows,
          ...known.filter((one) => !windows.some((other) => isSameWindow(one, other))),
        ];
        const spent = await journal.spentSince(account.name, monthStart(now));
        return {
          account,
          ok: true,
          message: `logged in as @${handle}`,
          ...(permissions === undefined ? {} : { permissions }),
          allowance: { windows: told, spent },
        };
      },
      { dryRun: !isKept },
    );
  } catch (error) {
    if (!isOfKind(error, 'publishing', 'account', 'journal')) throw error;
    return { account, ok: false, message: error.message };
  }
}

/** Makes the warning that credentials are read-only, with what to do about it, in the words of the network's guide. */
async function readOnlyWords({ network }: Account, handle: string, project: Project): Promise<string> {
  const { refusals } = await (await project.wires()).accountGuide(network);
  const means = refusals.find(({ status }) => status === 403)?.means ?? '';
  return `logged in as @${handle}, but these credentials may not publish. ${means}`.trim();
}

const isSameWindow = (one: RateWindow, other: RateWindow): boolean =>
  one.call === other.call && one.name === other.name;

/** Logs in with each account, one after another. @throws Refusal (usage) */
export async function checkLogins(
  names: readonly string[],
  project: Project,
  tell: (check: LoginCheck) => void,
): Promise<LoginCheck[]> {
  const checks: LoginCheck[] = [];
  for (const account of named(names, project)) {
    const check = await checkLogin(account, project);
    tell(check);
    checks.push(check);
  }
  return checks;
}
