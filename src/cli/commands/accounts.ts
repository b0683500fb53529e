import type { Account } from '../../config/config.ts';
import { credentialsOf } from '../../config/secrets.ts';
import type { Identity } from '../../networks/port.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import type { LeasePorts } from '../../publishing/sending/lease.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { defineCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { accountNamed, openProject, type Project } from '../project.ts';

function chosen(names: readonly string[], { config }: Project): readonly Account[] {
  return names.length > 0 ? names.map((name) => accountNamed(config, name)) : [...config.accounts.values()];
}

function list(accounts: readonly Account[], json: boolean, project: Project, io: Io): ExitCode {
  const rows = accounts.map(({ name, network, handle, baseUrl, premium }) => ({
    name,
    network,
    handle: handle ?? null,
    base_url: baseUrl ?? null,
    premium,
    secrets: credentialsOf(name, project.env).credentials !== null,
  }));
  if (json) io.stdout.write(`${safeJson(rows)}\n`);
  else if (rows.length === 0) io.stdout.write('No accounts yet: name one in config/threadmill.yaml.\n');
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  if (!json)
    for (const { name, network, handle, base_url: url, premium, secrets } of rows) {
      const facts = [
        network,
        ...(handle === null ? [] : [`@${handle}`]),
        ...(url === null ? [] : [url]),
        ...(premium ? ['premium'] : []),
        secrets ? 'secrets present' : 'secrets missing',
      ];
      io.stdout.write(`${name.padEnd(width)}  ${visible(facts.join(' · '))}\n`);
    }
  return EXIT.done;
}

/** Logs in as one account; the answer in words, and whether it went well. */
async function logIn(
  account: Account,
  project: Project,
): Promise<{ readonly ok: boolean; readonly says: string }> {
  const [{ clientOf }, { withPublishing }] = await Promise.all([
    import('../../compose.ts'),
    import('../open-publishing.ts'),
  ]);
  const whoami = async (ports?: LeasePorts): Promise<Identity> =>
    (await (await clientOf(account, project.env, ports)).identify()).value;
  // Tokens that are renewed have to be kept; nothing else needs the journal here.
  const isKept = credentialsOf(account.name, project.env).credentials?.kind === 'renewed';
  try {
    const value = await (isKept ? withPublishing(project, ({ ports }) => whoami(ports)) : whoami());
    const other = account.handle !== undefined && account.handle.toLowerCase() !== value.handle.toLowerCase();
    if (other)
      return { ok: false, says: `the secrets belong to @${value.handle}, not to @${account.handle}` };
    return { ok: true, says: `logged in as @${value.handle}` };
  } catch (error) {
    if (!isOfKind(error, 'publishing', 'account', 'journal')) throw error;
    return { ok: false, says: error.message };
  }
}

async function check(
  accounts: readonly Account[],
  json: boolean,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  const paint = makePaint(io.color);
  const results = [];
  for (const account of accounts) {
    const { ok, says } = await logIn(account, project);
    results.push({ name: account.name, network: account.network, ok, message: says });
    if (!json)
      io.stdout.write(`${ok ? paint.green('ok  ') : paint.red('FAIL')}  ${account.name}: ${visible(says)}\n`);
  }
  if (json) io.stdout.write(`${safeJson(results)}\n`);
  else if (results.length === 0) io.stdout.write('No accounts yet: name one in config/threadmill.yaml.\n');
  return results.every(({ ok }) => ok) ? EXIT.done : EXIT.configuration;
}

/** `threadmill accounts list|check [NAME…]`: who is configured, and whether their secrets hold. */
export const command = defineCommand({
  name: 'accounts',
  description:
    'List the accounts of config/threadmill.yaml, or log in as each to see whether its secrets hold.',
  arguments: {
    action: { form: '<action>', about: 'list, or check, which asks the network', choices: ['list', 'check'] },
    names: { form: '[name...]', about: 'only these accounts' },
  },
  options: { json: { flags: '--json', about: 'print JSON' } },
  examples: [
    { line: 'accounts list', about: 'all of them' },
    { line: 'accounts check sandbox', about: 'log in as one' },
  ],
  run: async (args, options, io) => {
    const project = await openProject(io);
    const accounts = chosen(args.names, project);
    return args.action === 'list'
      ? list(accounts, options.json, project, io)
      : check(accounts, options.json, project, io);
  },
});
