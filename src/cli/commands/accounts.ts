import { checkLogins, listAccounts } from '../../app/accounts/accounts.ts';
import { safeJson } from '../../preview/visible.ts';
import { accountJson, accountLines, loginJson, loginLine, NO_ACCOUNTS } from '../lines/account-lines.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';

/** `threadmill accounts list|check [NAME…]`: what is configured, and whether its credentials work. */
export const command = defineCommand({
  name: 'accounts',
  description:
    'List the accounts of config/threadmill.yaml, or log in as each to check that its credentials work.',
  arguments: {
    action: { form: '<action>', about: 'list, or check, which asks the network', choices: ['list', 'check'] },
    names: { form: '[name...]', about: 'only these accounts' },
  },
  options: { json: { flags: '--json', about: 'print JSON' } },
  examples: [
    { line: 'accounts list', about: 'all of them' },
    { line: 'accounts check sandbox', about: 'log in as one' },
  ],
  run: async ({ action, names }, { json }, io) => {
    const project = await openProject(io);
    if (action === 'list') {
      const accounts = listAccounts(names, project);
      if (json) io.stdout.write(`${safeJson(accounts.map(accountJson))}\n`);
      else for (const line of accountLines(accounts)) io.stdout.write(`${line}\n`);
      return EXIT.done;
    }
    const checks = await checkLogins(names, project, (check) => {
      if (!json) io.stdout.write(`${loginLine(check, io.color)}\n`);
    });
    if (json) io.stdout.write(`${safeJson(checks.map(loginJson))}\n`);
    else if (checks.length === 0) io.stdout.write(`${NO_ACCOUNTS}\n`);
    return checks.every(({ ok }) => ok) ? EXIT.done : EXIT.configuration;
  },
});
