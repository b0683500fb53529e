import type { Account } from '../../config/config.ts';
import { credentialsOf } from '../../config/secrets.ts';
import type { Identity } from '../../networks/port.ts';
import type { LeasePorts } from '../../publishing/sending/lease.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { withPublishing } from '../publishing/open-publishing.ts';

/** An account as it is configured, and where its credentials are: in this process's environment, in `.env`, or nowhere. */
export type ListedAccount = {
  readonly account: Account;
  readonly credentialsIn: 'environment' | '.env' | null;
  /** Variables that are missing; empty where nothing is. */
  readonly missing: readonly string[];
};

/** Whether an account can log in, in words. */
export type LoginCheck = { readonly account: Account; readonly ok: boolean; readonly message: string };

/** The accounts of these names; all where there are none. @throws Refusal (usage) */
function named(names: readonly string[], { config }: Project): readonly Account[] {
  return names.length > 0 ? names.map((name) => accountNamed(config, name)) : [...config.accounts.values()];
}

/** The accounts of the configuration, or those of these names. @throws Refusal (usage) */
export function listAccounts(names: readonly string[], project: Project): ListedAccount[] {
  return named(names, project).map((account) => {
    const found = credentialsOf(account, project.env);
    if (found.credentials === null) return { account, credentialsIn: null, missing: found.missing };
    const isInEnvironment = credentialsOf(account, project.around.env).credentials !== null;
    return { account, credentialsIn: isInEnvironment ? 'environment' : '.env', missing: [] };
  });
}

async function logIn(account: Account, project: Project): Promise<LoginCheck> {
  const { clientOf } = await project.wires();
  const whoami = async (ports?: LeasePorts): Promise<Identity> =>
    (await (await clientOf(account, project.env, ports)).identify()).value;
  // Tokens that are renewed have to be kept; nothing else needs the journal here.
  const isKept = credentialsOf(account, project.env).credentials?.kind === 'renewed';
  try {
    const { handle } = await (isKept ? withPublishing(project, ({ ports }) => whoami(ports)) : whoami());
    const isOther = account.handle !== undefined && account.handle.toLowerCase() !== handle.toLowerCase();
    return isOther
      ? { account, ok: false, message: `the credentials belong to @${handle}, not to @${account.handle}` }
      : { account, ok: true, message: `logged in as @${handle}` };
  } catch (error) {
    if (!isOfKind(error, 'publishing', 'account', 'journal')) throw error;
    return { account, ok: false, message: error.message };
  }
}

/** Logs in as each account, one after another. @throws Refusal (usage) */
export async function checkLogins(
  names: readonly string[],
  project: Project,
  tell: (check: LoginCheck) => void,
): Promise<LoginCheck[]> {
  const checks: LoginCheck[] = [];
  for (const account of named(names, project)) {
    const check = await logIn(account, project);
    tell(check);
    checks.push(check);
  }
  return checks;
}
