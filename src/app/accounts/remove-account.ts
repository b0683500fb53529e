import { existsSync } from 'node:fs';
import type { Account } from '../../config/config.ts';
import { withoutAccount } from '../../config/edit-settings.ts';
import { CONFIG_FILE } from '../../config/find-project.ts';
import { credentialsOf, secretNames } from '../../config/secrets.ts';
import { NETWORKS } from '../../networks/networks.ts';
import type { PublicationState } from '../../publishing/states.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { databaseUrlIn } from '../project/places.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { withPublishing } from '../publishing/open-publishing.ts';
import { changeEnvironment, changeSettings } from './project-files.ts';
import type { Talk } from './talk.ts';
import { withoutVariables } from './with-variables.ts';

/** States of publications that are still to be sent. */
const QUEUED: readonly PublicationState[] = ['scheduled', 'publishing', 'paused'];

/** More publications than this are not listed individually. */
const MOST_NAMED = 20;

/**
 * Removes an account: ends its session or token on the network, then removes its entry in the settings, its credentials in
 * `.env`, and its tokens in the journal. Its publications stay in the journal. Returns the names of its variables that are
 * still set in this process's environment.
 *
 * @throws Refusal (usage) if the account does not exist
 */
export async function removeAccount(
  name: string,
  project: Project,
  talk: Pick<Talk, 'tell'>,
): Promise<readonly string[]> {
  const account = accountNamed(project.config, name);
  const variables = secretNames(name);
  // While the credentials are still there.
  await signOut(account, project, talk);
  if (await changeSettings(project.root, (text, path) => withoutAccount(text, path, name)))
    talk.tell({ type: 'changed', file: CONFIG_FILE, what: `without the account ${name}` });
  if (await changeEnvironment(project.root, (text) => withoutVariables(text, variables)))
    talk.tell({ type: 'changed', file: '.env', what: `without the credentials of ${name}` });
  const { databasePath, env } = project;
  const databaseUrl = databaseUrlIn(env);
  // A journal that does not exist yet has no tokens.
  if (databaseUrl !== undefined || existsSync(databasePath)) {
    const journal = await (await project.wires()).openJournal({ databasePath, databaseUrl });
    try {
      await journal.forgetToken(name);
      const queued = await journal.publications({ account: name, states: QUEUED, limit: MOST_NAMED });
      if (queued.length > 0)
        talk.tell({
          type: 'warning',
          message: `${name} is removed, but its threads are still in the queue: ${queued.map(({ id, draft }) => `${draft} (${id})`).join(', ')}. Cancel each: threadmill queue cancel ID`,
        });
    } finally {
      await journal.close();
    }
  }
  return variables.filter((variable) => (project.around.env[variable] ?? '') !== '');
}

/** Ends what the network can end, and reports what stays valid, with where to end it. A failure does not stop the removal. */
async function signOut(account: Account, project: Project, talk: Pick<Talk, 'tell'>): Promise<void> {
  const found = credentialsOf(account, project.env);
  if (found.credentials === null) return;
  const { name, network } = account;
  const { way } = found.credentials;
  const byHand = isLocal(account)
    ? ''
    : `Its credentials still work on ${NETWORKS[network].name}.${way.endedAt === undefined ? '' : ` End them ${way.endedAt}.`}`;
  const warn = (message: string): void => talk.tell({ type: 'warning', message });
  try {
    const { clientOf } = await project.wires();
    const isOver = await withPublishing(
      project,
      async ({ ports }) => (await (await clientOf(account, project.env, ports)).signOut?.()) ?? false,
      { dryRun: true },
    );
    if (isOver) talk.tell({ type: 'signed-out', account: name, network: NETWORKS[network].name });
    else if (byHand !== '') warn(`${name}: ${byHand}`);
  } catch (error) {
    if (!isOfKind(error, 'publishing', 'account', 'journal')) throw error;
    warn(`${name}: ${error.message} ${byHand}`.trim());
  }
}

/** Whether the server is local, for testing: its credentials are worthless. */
const isLocal = ({ baseUrl = '' }: Account): boolean =>
  /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(baseUrl);
