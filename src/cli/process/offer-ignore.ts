import { TRACKED } from '../../app/accounts/keep-out-of-git.ts';
import { changeIgnored } from '../../app/accounts/project-files.ts';
import { PRIVATE_PATHS, withIgnored } from '../../app/init/ignore-lines.ts';
import type { Project } from '../../app/project/project.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { canAsk } from './ask.ts';
import type { Io } from './io.ts';

/**
 * If git would add the credentials, offers to add the lines to `.gitignore`, or names them without an interactive user. `asks`
 * is false if the user wants no questions.
 */
export async function offerIgnore({ root, wires }: Project, asks: boolean, io: Io): Promise<void> {
  const { gitKeeping } = await wires();
  const keeping = await gitKeeping(root, '.env');
  const warning = makePaint(io.color).yellow('warning:');
  if (keeping === 'tracked') io.stderr.write(`${warning} ${TRACKED}\n`);
  if (keeping !== 'open') return;
  const problem = 'git does not ignore .env, so the next `git add .` takes your credentials';
  if (!asks || !canAsk(io)) {
    io.stderr.write(`${warning} ${problem}. Add these lines to .gitignore: ${PRIVATE_PATHS.join(' and ')}\n`);
    return;
  }
  const answer = (
    await io.ask(`${problem}. Add ${PRIVATE_PATHS.join(' and ')} to .gitignore? [Y/n] `)
  ).trim();
  if (!/^(?:y(?:es)?)?$/i.test(answer)) return;
  await changeIgnored(root, (text) => withIgnored(text, PRIVATE_PATHS));
  io.stderr.write('wrote .gitignore\n');
}
