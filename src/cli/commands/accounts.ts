import { checkLogins, listAccounts } from '../../app/accounts/accounts.ts';
import type { Project } from '../../app/project/project.ts';
import { Refusal } from '../../app/refusal.ts';
import { safeJson } from '../../preview/visible.ts';
import { accountJson, accountLines, loginJson, loginLines, NO_ACCOUNTS } from '../lines/account-lines.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT, type ExitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { loginOptions } from '../process/login-options.ts';
import { openProject } from '../process/open-project.ts';

function list(names: readonly string[], json: boolean, project: Project, io: Io): ExitCode {
  const accounts = listAccounts(names, project);
  if (json) io.stdout.write(`${safeJson(accounts.map(accountJson))}\n`);
  else for (const line of accountLines(accounts)) io.stdout.write(`${line}\n`);
  return EXIT.done;
}

async function check(names: readonly string[], json: boolean, project: Project, io: Io): Promise<ExitCode> {
  const checks = await checkLogins(names, project, (one) => {
    if (!json) for (const line of loginLines(one, io.color, io.now(), project)) io.stdout.write(`${line}\n`);
  });
  if (json) io.stdout.write(`${safeJson(checks.map(loginJson))}\n`);
  else if (checks.length === 0) io.stdout.write(`${NO_ACCOUNTS}\n`);
  return checks.every(({ ok }) => ok) ? EXIT.done : EXIT.configuration;
}

/** `threadmill accounts list|add|check|remove`: manages the accounts to publish from. */
export const command = defineCommand({
  name: 'accounts',
  description:
    'List, add, check and remove accounts. `add NETWORK [NAME]` asks for what it needs, logs in, checks who it is, and writes the account to config/threadmill.yaml and its credentials to .env. NETWORK is x, bluesky, mastodon, or sandbox for all three on this machine. No credential is ever a flag: give them when asked, in the environment, or with --stdin.',
  arguments: {
    action: {
      form: '<action>',
      about: 'list, add NETWORK [NAME], check (asks the network), or remove NAME',
      choices: ['list', 'add', 'check', 'remove'],
    },
    names: { form: '[name...]', about: 'only these accounts; for add, the network and a name' },
  },
  options: {
    ...loginOptions,
    json: { flags: '--json', about: 'print JSON' },
  },
  examples: [
    { line: 'accounts add x me', about: 'asks for the four keys, and says where each of them is' },
    { line: 'accounts add mastodon --server mastodon.social', about: 'opens the instance’s login page' },
    { line: 'accounts add bluesky --handle ada.bsky.social', about: 'asks for an app password' },
    { line: 'accounts add sandbox', about: 'an account on each network of the local sandbox' },
    { line: 'accounts check', about: 'log in as each' },
    { line: 'accounts remove me', about: 'forget it, credentials and all' },
  ],
  run: async ({ action, names }, options, io) => {
    const project = await openProject(io);
    if (action === 'list') return list(names, options.json, project, io);
    if (action === 'check') return check(names, options.json, project, io);
    const { addAccounts, removeAccounts } = await import('../process/change-accounts.ts');
    if (action === 'remove') return removeAccounts(names, options.json, project, io);
    const [network, name, ...more] = names;
    if (network === undefined || more.length > 0)
      throw new Refusal(
        'usage',
        'Name one network, and a name for the account if you like: threadmill accounts add x me',
      );
    return addAccounts({ ...options, network, name }, project, io);
  },
});
