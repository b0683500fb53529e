import type { Account } from '../../config/config.ts';
import { credentialsOf } from '../../config/secrets.ts';
import type { Project } from '../project/project.ts';
import { type Check, check } from './check.ts';
import { checkServer } from './check-server.ts';

/** Checks that an account has its secrets, by the names of their variables; never shows one. */
function checkSecrets(account: Account, { env }: Project): Check {
  const about = `account ${account.name}`;
  const found = credentialsOf(account, env);
  const add = `threadmill accounts add ${account.network} ${account.name}`;
  if (found.credentials === null)
    return check(
      'fail',
      about,
      `lacks ${found.missing.join(', ')}: put ${found.missing.length === 1 ? 'it' : 'them'} in .env or the environment`,
      add,
    );
  const { way } = found.credentials;
  const has = `has ${way.about} for ${account.network}`;
  // Tokens of a local server such as the sandbox don't expire.
  if (way.endsAfterMs === undefined || account.baseUrl !== undefined) return check('ok', about, has);
  const hours = Math.round(way.endsAfterMs / 3_600_000);
  return check('warn', about, `${has}, which expires after ${hours} hours; publishing then stops`, add);
}

/** Returns the address of an account's server. Without a `base_url`, only if `online` is set. */
async function serverOf(
  { baseUrl, network }: Account,
  online: boolean,
  { wires }: Project,
): Promise<string | undefined> {
  if (baseUrl !== undefined || !online) return baseUrl;
  return (await (await wires()).accountGuide(network)).origin;
}

/** Runs all checks of the accounts. */
export async function checkAccounts(project: Project, online: boolean): Promise<Check[]> {
  const accounts = [...project.config.accounts.values()];
  if (accounts.length === 0)
    return [
      check(
        'warn',
        'accounts',
        'none yet: previews work, publishing needs one',
        'threadmill accounts add x, or sandbox to try it',
      ),
    ];
  const checks = accounts.map((account) => checkSecrets(account, project));
  const servers = new Map<string, string[]>();
  for (const account of accounts) {
    const url = await serverOf(account, online, project);
    if (url !== undefined) servers.set(url, [...(servers.get(url) ?? []), account.name]);
  }
  for (const [url, names] of servers) {
    const about = `${names.length === 1 ? 'account' : 'accounts'} ${names.join(', ')}`;
    checks.push(...(await checkServer(about, url)));
  }
  return checks;
}
