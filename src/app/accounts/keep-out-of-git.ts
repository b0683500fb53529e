import { PRIVATE_PATHS, withIgnored } from '../init/ignore-lines.ts';
import type { Project } from '../project/project.ts';
import type { Wires } from '../project/wires.ts';
import { changeIgnored } from './project-files.ts';
import type { Talk } from './talk.ts';

/** What to do if git already tracks the credentials: removing the file does not remove it from the history. */
export const TRACKED =
  '.env is in the git repository. Take it out (git rm --cached .env, then commit) and revoke the credentials in it: the history keeps them.';

/** Makes sure, before credentials are written, that git ignores them: adds lines to `.gitignore` if needed. */
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
