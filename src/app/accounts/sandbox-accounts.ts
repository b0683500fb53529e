import { withAccount } from '../../config/edit-settings.ts';
import { CONFIG_FILE } from '../../config/find-project.ts';
import { secretName } from '../../config/secrets.ts';
import type { NetworkId } from '../../drafts/network-id.ts';
import type { Project } from '../project/project.ts';
import { changeEnvironment, changeSettings } from './account-files.ts';
import { withVariables } from './environment-text.ts';
import { keepOutOfGit } from './keep-out-of-git.ts';
import type { Talk } from './talk.ts';

/** Where `threadmill sandbox` listens. */
export const SANDBOX_URL = 'http://127.0.0.1:4747';

/** Who one is in the sandbox. */
const HANDLE = 'you';

/** Not a secret: the sandbox takes any, and reads the account's name in it. No text has such a word in it. */
const TOKEN = `user-${HANDLE}.sandbox-takes-any-token`;

type SandboxAccount = {
  readonly name: string;
  readonly handle: string;
  /** What it logs in with, by the ends of its variables. */
  readonly values: Readonly<Record<string, string>>;
};

/** The sandbox's account on each network that it speaks: its name in the settings, its handle there, and what it logs in with. */
const SANDBOX_ACCOUNTS: Readonly<Partial<Record<NetworkId, SandboxAccount>>> = {
  x: { name: 'sandbox', handle: HANDLE, values: { TOKEN } },
  bluesky: {
    name: 'sandbox-bluesky',
    handle: `${HANDLE}.test`,
    values: { IDENTIFIER: `${HANDLE}.test`, APP_PASSWORD: TOKEN },
  },
  mastodon: { name: 'sandbox-mastodon', handle: HANDLE, values: { TOKEN } },
};

/**
 * Adds an account for each of these networks that talks to the sandbox on this machine: everything can be tried without
 * keys, and nothing leaves the machine. An account that is there stays as it is. Gives the names of the new ones.
 */
export async function addSandboxAccounts(
  networks: readonly NetworkId[],
  project: Project,
  talk: Pick<Talk, 'tell'>,
): Promise<string[]> {
  const wires = await project.wires();
  const missing = networks.flatMap((network) => {
    const account = SANDBOX_ACCOUNTS[network];
    return account === undefined || project.config.accounts.has(account.name)
      ? []
      : [{ network, ...account }];
  });
  if (missing.length === 0) return [];
  await keepOutOfGit(project, wires, talk);
  const variables = Object.fromEntries(
    missing.flatMap(({ name, values }) =>
      Object.entries(values).map(([end, value]) => [secretName(name, end), value]),
    ),
  );
  await changeEnvironment(project.root, (text) => withVariables(text, variables));
  await changeSettings(project.root, (text, path) => {
    let settings = text;
    for (const { network, name, handle } of missing)
      settings = withAccount(settings, path, name, { network, base_url: SANDBOX_URL, handle });
    return settings;
  });
  const names = missing.map(({ name }) => name);
  talk.tell({ type: 'changed', file: CONFIG_FILE, what: `${names.join(', ')}: accounts on the sandbox` });
  return names;
}
