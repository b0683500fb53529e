import { withAccount } from '../../config/edit-settings.ts';
import { CONFIG_FILE } from '../../config/find-project.ts';
import { secretName } from '../../config/secrets.ts';
import type { NetworkId } from '../../drafts/network-id.ts';
import type { Project } from '../project/project.ts';
import { keepOutOfGit } from './keep-out-of-git.ts';
import { changeEnvironment, changeSettings } from './project-files.ts';
import type { Talk } from './talk.ts';
import { withVariables } from './with-variables.ts';

/** Where `threadmill sandbox` listens. */
export const SANDBOX_URL = 'http://127.0.0.1:4747';

/** The user's handle in the sandbox. */
const HANDLE = 'you';

/**
 * Not a secret: the sandbox accepts any token, and reads the account's name from it. No ordinary text contains it, so redacting
 * it is harmless.
 */
const TOKEN = `user-${HANDLE}.sandbox-takes-any-token`;

type SandboxAccount = {
  readonly name: string;
  readonly handle: string;
  /** Its credentials, by variable suffix. */
  readonly values: Readonly<Record<string, string>>;
};

/** The sandbox's account on each supported network: its name in the settings, its handle, and its credentials. */
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
 * Adds an account on the local sandbox for each of these networks, so that everything can be tried without keys and nothing
 * leaves the machine. Existing accounts stay unchanged. Returns the names of the new ones.
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
