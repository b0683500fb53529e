import { TRACKED } from '../accounts/keep-out-of-git.ts';
import type { Project } from '../project/project.ts';
import { type Check, check } from './check.ts';

/** Checks that git ignores the credentials. */
export async function checkGit({ root, wires }: Project): Promise<Check[]> {
  const { gitKeeping } = await wires();
  switch (await gitKeeping(root, '.env')) {
    case 'none':
      return [];
    case 'ignored':
      return [check('ok', 'git', 'ignores .env')];
    case 'tracked':
      return [check('fail', 'git', TRACKED)];
    case 'open':
      return [
        check(
          'fail',
          'git',
          'does not ignore .env, so the next `git add .` takes your credentials',
          'threadmill init, or the line `.env` in .gitignore',
        ),
      ];
  }
}
