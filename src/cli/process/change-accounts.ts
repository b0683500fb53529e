import { addAccount } from '../../app/accounts/add-account.ts';
import { addSandboxAccounts } from '../../app/accounts/add-sandbox-accounts.ts';
import { removeAccount } from '../../app/accounts/remove-account.ts';
import type { Project } from '../../app/project/project.ts';
import { Refusal } from '../../app/refusal.ts';
import { NETWORK_IDS, type NetworkId } from '../../drafts/network-id.ts';
import { safeJson } from '../../preview/visible.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { type LoginOptions, ownedOptions } from './login-options.ts';
import { talkAt, valuesFrom } from './talk.ts';

/** The options of `accounts add`. */
export type AddOptions = LoginOptions & {
  readonly network: string;
  readonly name: string | undefined;
  readonly clientId: string | undefined;
  readonly stdin: boolean;
  readonly json: boolean;
};

const isNetwork = (text: string): text is NetworkId => NETWORK_IDS.some((id) => id === text);

/** Parses a port; 0 means any free one. @throws Refusal (usage) */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new Refusal('usage', `‘${text}’ is not a port: give a number from 0 to 65535.`);
  return Number(text);
}

/** Adds an account, or those of the sandbox; asks for missing values if possible. */
export async function addAccounts(options: AddOptions, project: Project, io: Io): Promise<ExitCode> {
  const { network, json } = options;
  const talk = talkAt(io);
  if (network === 'sandbox') {
    const names = await addSandboxAccounts(NETWORK_IDS, project, talk);
    if (json) io.stdout.write(`${safeJson(names.map((name) => ({ name })))}\n`);
    else if (names.length === 0) io.stdout.write('The sandbox’s accounts are there already.\n');
    else io.stdout.write('Start the sandbox in a second terminal: threadmill sandbox\n');
    return EXIT.done;
  }
  if (!isNetwork(network))
    throw new Refusal(
      'usage',
      `There is no network ‘${network}’; there is: ${NETWORK_IDS.join(', ')}, and sandbox.`,
    );
  const { clientId, port, stdin, name, method, handle, server, paste } = options;
  const read = stdin ? await valuesFrom(io) : {};
  const values = clientId === undefined ? read : { ...read, CLIENT_ID: clientId };
  const wish = {
    network,
    name,
    method,
    handle,
    server,
    paste,
    port: portOf(port),
    values,
    options: ownedOptions(options),
  };
  const added = await addAccount(wish, project, stdin ? { ...talk, ask: null } : talk);
  if (json) io.stdout.write(`${safeJson(added)}\n`);
  else
    io.stdout.write(`${added.name} is @${added.handle} on ${added.network}. Its credentials are in .env.\n`);
  return EXIT.done;
}

/** Removes accounts. */
export async function removeAccounts(
  names: readonly string[],
  json: boolean,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  if (names.length === 0)
    throw new Refusal('usage', 'Name the account to remove: threadmill accounts remove me');
  const talk = talkAt(io);
  const removed = [];
  for (const name of names) {
    const left = await removeAccount(name, project, talk);
    removed.push({ name, still_set: left });
    if (left.length > 0)
      io.stderr.write(
        `${left.join(', ')} ${left.length === 1 ? 'is' : 'are'} still set in this environment: unset where you set it.\n`,
      );
  }
  if (json) io.stdout.write(`${safeJson(removed)}\n`);
  else io.stdout.write(`Removed: ${names.join(', ')}. What was published stays in the history.\n`);
  return EXIT.done;
}
