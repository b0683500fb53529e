import { existsSync } from 'node:fs';
import { withoutAccount } from '../../config/edit-settings.ts';
import { CONFIG_FILE } from '../../config/find-project.ts';
import { secretNames } from '../../config/secrets.ts';
import { databaseUrlIn } from '../project/places.ts';
import { accountNamed, type Project } from '../project/project.ts';
import { changeEnvironment, changeSettings } from './account-files.ts';
import { withoutVariables } from './environment-text.ts';
import type { Talk } from './talk.ts';

/**
 * Removes an account: its entry in the settings, its credentials in `.env`, and its tokens in the journal. Its publications
 * stay in the journal. Returns the names of its variables that are still set in this process's environment.
 *
 * @throws Refusal (usage) if the account does not exist
 */
export async function removeAccount(
  name: string,
  project: Project,
  talk: Pick<Talk, 'tell'>,
): Promise<readonly string[]> {
  accountNamed(project.config, name);
  const variables = secretNames(name);
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
    } finally {
      await journal.close();
    }
  }
  return variables.filter((variable) => (project.around.env[variable] ?? '') !== '');
}
