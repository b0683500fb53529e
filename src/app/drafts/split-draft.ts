import { basename, dirname, extname, join, resolve } from 'node:path';
import { decodeDraft } from '../../drafts/decode-draft.ts';
import { draftsOfUpdates } from '../../drafts/split-updates.ts';
import { type Project, shownPath } from '../project/project.ts';
import { Refusal } from '../refusal.ts';
import { readDraftBytes } from './draft-files.ts';
import { writeNew } from './new-draft.ts';
import { slugOf } from './slug.ts';

/**
 * Splits a file with several updates into one draft each, beside it: `stream-1-ml-grind.md`. The file itself stays unchanged.
 * Returns the absolute paths.
 *
 * @throws Refusal (usage) if the file has only one update, or if one of the new files exists
 */
export async function splitDraft(file: string, project: Project): Promise<readonly string[]> {
  const path = resolve(project.around.cwd, file);
  const shown = shownPath(path, project.around.cwd);
  const decoded = decodeDraft(await readDraftBytes(file, project.around));
  if ('finding' in decoded) throw new Refusal('usage', `${shown}: ${decoded.finding.message}`);
  const drafts = draftsOfUpdates(decoded.text);
  if (drafts.length < 2)
    throw new Refusal(
      'usage',
      `${shown} has only one update. A line such as \`[ML Grind]\` begins another; write one above each, and run this again.`,
    );
  const extension = extname(path);
  const stem = join(dirname(path), basename(path, extension));
  const paths: string[] = [];
  for (const [at, { opening, draft }] of drafts.entries()) {
    const slug = slugOf(opening).slice(0, 40).replace(/-+$/, '');
    const target = `${stem}-${at + 1}${slug === '' ? '' : `-${slug}`}${extension}`;
    try {
      await writeNew(target, draft);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const taken = shownPath(target, project.around.cwd);
      throw new Refusal(
        'usage',
        `${taken} already exists and was not changed. Move it away, and run this again.`,
        {
          cause: error,
        },
      );
    }
    paths.push(target);
  }
  return paths;
}
