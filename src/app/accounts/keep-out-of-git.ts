import { PRIVATE_PATHS, withIgnored } from '../init/ignore-lines.ts';
import type { Project } from '../project/project.ts';
import type { Wires } from '../project/wires.ts';
import { changeIgnored } from './account-files.ts';
import type { Talk } from './talk.ts';

/** What to do where git has the credentials already: taking the file out does not take it out of the history. */
export const TRACKED =
  '.env is in the git repository. Take it out (git rm --cached .env, then commit) and revoke the credentials in it: the history keeps them.';

/** Before credentials are written: git must not take them. Adds the lines to `.gitignore` where it would. */
export async function keepOutOfGit(
  { root }: Project,
  wires: Pick<Wires, 'gitKeeping'>,
  { tell }: Pick<Talk, 'tell'>,
): Promise<void> {
  const keeping = await wires.gitKeeping(root, '.env');
  if (keeping === 'tracked') tell({ type: 'warning', message: TRACKED });
  if (keeping !== 'open') return;
  await changeIgnored(root, (text) => withIgnored(text, PRIVATE_PATHS));
  tell({ type: 'changed', file: '.gitignore', what: 'git ignores .env and .threadmill/' });
}
