import { mkdir, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '../../app/refusal.ts';
import { KINDS } from '../../drafts/kind.ts';
import { defineCommand } from '../command.ts';
import { slugOf, TEMPLATES } from '../draft-templates.ts';
import { EXIT } from '../exit-code.ts';
import { openProject, shownPath } from '../project.ts';

/** The calendar date where the person is. */
function localDate(now: number): string {
  const at = new Date(now);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Writes a file that is not there yet. A full disk leaves nothing behind that would keep the next try from its name. */
async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
  } catch (error) {
    await unlink(path);
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  } finally {
    await file.close();
  }
}

/** `threadmill new KIND [title]`: starts a draft in `posts/`, and never touches one that is there. */
export const command = defineCommand({
  name: 'new',
  description:
    'Start a draft: posts/DATE-TITLE.md, in the shape of its kind. A file that is there is never overwritten.',
  arguments: {
    kind: { form: '<kind>', about: 'what it is', choices: KINDS },
    title: { form: '[title...]', about: 'its title' },
  },
  options: {},
  examples: [
    { line: 'new update "Gauge log 10"', about: 'a progress update' },
    { line: 'new paper Lantern', about: 'a paper breakdown with numbered sources' },
    { line: 'new links', about: 'a round-up; the kind is its title' },
  ],
  run: async (args, _options, io) => {
    const { root } = await openProject(io);
    const title =
      args.title
        .join(' ')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim() || args.kind;
    const date = localDate(io.now());
    const path = join(root, 'posts', `${date}-${slugOf(title) || args.kind}.md`);
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeNew(path, TEMPLATES[args.kind]({ title, date }));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new Refusal(
        'usage',
        `${shownPath(path, io.cwd)} is there already, and stays as it is; choose another title.`,
        { cause: error },
      );
    }
    io.stdout.write(`${shownPath(path, io.cwd)}\n`);
    return EXIT.done;
  },
});
